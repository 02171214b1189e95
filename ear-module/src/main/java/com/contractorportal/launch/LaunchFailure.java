package com.contractorportal.launch;

/** Why the portal cannot be launched: one sentence for the person at the terminal. */
public final class LaunchFailure extends Exception {

  private static final long serialVersionUID = 1L;

  public LaunchFailure(String sentence) {
    super(sentence);
  }

  public LaunchFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
