package com.contractorportal.web.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Whose password is forgotten. */
public record ForgottenPassword(
    @NotBlank(message = "Give your e-mail address.")
        @Size(max = 254, message = "An e-mail address has at most 254 characters.")
        String email) {

  @Override
  public String toString() {
    return "ForgottenPassword[]";
  }
}
