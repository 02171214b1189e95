package com.contractorportal.account;

import java.util.List;

/** Codes that stand in for a lost authenticator, each once; they are shown only now. */
public record RecoveryCodes(List<String> recoveryCodes) {

  @Override
  public String toString() {
    return "RecoveryCodes[secret]";
  }
}
