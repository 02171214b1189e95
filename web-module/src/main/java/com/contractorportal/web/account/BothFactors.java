package com.contractorportal.web.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Password and code of whoever asks, as proof. */
public record BothFactors(
    @NotBlank(message = "Give your password.")
        @Size(max = 200, message = "A password has at most 200 characters.")
        String password,
    @NotBlank(message = "Give the code.")
        @Size(max = 40, message = "A code has at most 40 characters.")
        String code) {

  @Override
  public String toString() {
    return "BothFactors[]";
  }
}
