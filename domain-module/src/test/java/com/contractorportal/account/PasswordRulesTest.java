package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.rule.InvalidField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "eleven char",
        "casey.crew@vermont.example",
        "CASEY.CREW@vermont.example",
        " casey longname ",
        "aaaaaaaaaaaaaaaa",
        "❄❄❄❄❄❄❄❄❄❄❄"
      })
  void passwords_that_are_too_easy_are_refused(String password) {
    assertThatThrownBy(() -> check(password))
        .isInstanceOf(InvalidField.class)
        .extracting(failure -> ((InvalidField) failure).field())
        .isEqualTo("newPassword");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1q2w3e4r5t6y",
        "passwordpassword",
        "PasswordPassword",
        "snowflake2026!",
        "!!baseball!!12",
        "Password1234"
      })
  void passwords_known_from_break_ins_are_refused_and_words_dressed_up(String password) {
    assertThatThrownBy(() -> check(password)).hasMessageContaining("break-ins");
  }

  @Test
  void nobody_may_have_us_hash_a_book() {
    assertThatThrownBy(() -> check("ab".repeat(101))).isInstanceOf(InvalidField.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"snow falls at night", "Ж-улица-снег-12", "k7#pQ!z2mW9x", "dragon 73 91 24"})
  void length_is_what_counts(String password) {
    assertThatCode(() -> check(password)).doesNotThrowAnyException();
  }

  private static void check(String password) {
    PasswordRules.check("newPassword", password, "casey.crew@vermont.example", "Casey Longname");
  }
}
