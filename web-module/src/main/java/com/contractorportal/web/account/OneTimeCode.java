package com.contractorportal.web.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A code of a second factor. */
public record OneTimeCode(
    @NotBlank(message = "Give the code.")
        @Size(max = 40, message = "A code has at most 40 characters.")
        String code) {

  @Override
  public String toString() {
    return "OneTimeCode[]";
  }
}
