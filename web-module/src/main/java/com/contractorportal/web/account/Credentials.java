package com.contractorportal.web.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What somebody signs in with.
 *
 * @param customerId the company to work in; needed by people who belong to several
 */
public record Credentials(
    @NotBlank(message = "Give your e-mail address.")
        @Size(max = 254, message = "An e-mail address has at most 254 characters.")
        String email,
    @NotBlank(message = "Give your password.")
        @Size(max = 200, message = "A password has at most 200 characters.")
        String password,
    String customerId) {

  @Override
  public String toString() {
    return "Credentials[]";
  }
}
