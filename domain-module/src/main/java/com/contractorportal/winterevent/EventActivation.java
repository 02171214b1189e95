package com.contractorportal.winterevent;

/**
 * How an event shall become active.
 *
 * @param openLogs whether to open a work log for each stop of the routes that somebody drives;
 *     false if not given
 * @param work what those logs are of; {@code PLOW} if not given
 */
public record EventActivation(Boolean openLogs, Work work) {

  /** Nothing but the event changes. */
  public static final EventActivation PLAIN = new EventActivation(false, null);

  public EventActivation {
    openLogs = Boolean.TRUE.equals(openLogs);
    work = work == null ? Work.PLOW : work;
  }
}
