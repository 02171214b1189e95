package com.contractorportal.web.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The password of whoever asks, as proof. */
public record OwnPassword(
    @NotBlank(message = "Give your password.")
        @Size(max = 200, message = "A password has at most 200 characters.")
        String password) {

  @Override
  public String toString() {
    return "OwnPassword[]";
  }
}
