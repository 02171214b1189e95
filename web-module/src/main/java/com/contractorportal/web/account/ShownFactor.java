package com.contractorportal.web.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The code of a sign-in that waits for it. Once it was right, only the company may be missing. */
public record ShownFactor(
    @NotBlank(message = "Send the challenge of the sign-in.") String challenge,
    @Size(max = 40, message = "A code has at most 40 characters.") String code,
    String customerId) {

  @Override
  public String toString() {
    return "ShownFactor[]";
  }
}
