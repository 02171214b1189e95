package com.contractorportal.web.account;

import jakarta.validation.constraints.NotBlank;

/** A password that was chosen. */
public record NewPassword(@NotBlank(message = "Choose a password.") String password) {

  @Override
  public String toString() {
    return "NewPassword[]";
  }
}
