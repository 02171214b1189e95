package com.contractorportal.web.member;

import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What somebody gives who accepts an invitation.
 *
 * @param password the first one of an account that has none
 * @param displayName as the inviter wrote it if not given
 */
public record Acceptance(
    @Size(max = 200, message = "A password has at most 200 characters.") String password,
    @Size(max = 120, message = "A name has at most 120 characters.")
        @Pattern(regexp = "(?s).*\\S.*", message = "Write your name.")
        @OneLine
        String displayName) {

  @Override
  public String toString() {
    return "Acceptance[]";
  }
}
