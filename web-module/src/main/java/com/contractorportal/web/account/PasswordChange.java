package com.contractorportal.web.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A new password, and the current one as proof. */
public record PasswordChange(
    @NotBlank(message = "Give your current password.")
        @Size(max = 200, message = "A password has at most 200 characters.")
        String currentPassword,
    @NotBlank(message = "Give a new password.") String newPassword) {

  @Override
  public String toString() {
    return "PasswordChange[]";
  }
}
