package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

  /** The secret of the standard's examples. */
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:10Z");
  private static final long STEP = NOW.getEpochSecond() / 30;

  /** RFC 6238, appendix B; of its eight digits the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_the_standard(long seconds, String code) {
    assertThat(OneTimeCodes.code(SECRET, seconds / 30)).isEqualTo(code);
  }

  @Test
  void clocks_may_be_half_a_minute_apart_and_no_more() {
    assertThat(stepOf(STEP - 1, 0)).isTrue();
    assertThat(stepOf(STEP, 0)).isTrue();
    assertThat(stepOf(STEP + 1, 0)).isTrue();
    assertThat(stepOf(STEP - 2, 0)).isFalse();
    assertThat(stepOf(STEP + 2, 0)).isFalse();
  }

  @Test
  void a_code_is_not_good_again_nor_is_one_before_it() {
    assertThat(stepOf(STEP, STEP)).isFalse();
    assertThat(stepOf(STEP - 1, STEP)).isFalse();
    assertThat(stepOf(STEP + 1, STEP)).isTrue();
  }

  private static boolean stepOf(long step, long after) {
    return OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, step), NOW, after).isPresent();
  }
}
