package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockOutTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 11, 14, 16, 19})
  void most_failures_do_not_lock(int failures) {
    assertThat(LockOut.after(failures)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10, PT15M", "15, PT30M", "20, PT1H", "25, PT1H", "45, PT1H"})
  void locks_grow_up_to_an_hour(int failures, Duration expected) {
    assertThat(LockOut.after(failures)).contains(expected);
  }

  @Test
  void a_lock_never_overflows() {
    assertThat(LockOut.after(10 + 5 * 100_000)).contains(Duration.ofHours(1));
  }

  @Test
  void an_account_is_locked_until_its_time_has_come() {
    Account account = Account.operator("root@portal.example", "Robin Root", "hash");
    Instant now = Instant.parse("2026-01-15T06:00:00Z");

    for (int i = 0; i < 10; i++) {
      assertThat(account.isLocked(now)).isFalse();
      account.passwordWasWrong(now);
    }

    assertThat(account.isLocked(now)).isTrue();
    assertThat(account.isLocked(now.plus(Duration.ofMinutes(15)))).isFalse();
    account.passwordWasRight();
    assertThat(account.isLocked(now)).isFalse();
  }
}
