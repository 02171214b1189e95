package com.contractorportal.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.db.CustomerSchema.Column;
import com.contractorportal.leaving.OldValue.Refused;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single values of the old portal. */
class OldValueTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId UTC = ZoneId.of("UTC");

  @ParameterizedTest
  @CsvSource({
    "2024-01-05 10:00:00,             2024-01-05T10:00:00.000000Z",
    "2024-01-05 10:00:00.123456789,   2024-01-05T10:00:00.123456Z",
    "2024-01-05T10:00:00-05:00,       2024-01-05T15:00:00.000000Z",
    "2024-01-05 10:00:00 UTC,         2024-01-05T10:00:00.000000Z",
    "2024-01-05 10:00,                2024-01-05T10:00:00.000000Z",
    "2024-01-05,                      2024-01-05T05:00:00.000000Z",
  })
  void times_are_utc_and_days_begin_at_the_company(String old, String is) throws Exception {
    assertThat(value("datetime", "datetime(6)", rule(), old)).isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource({"0000-00-00 00:00:00", "2024-02-30", "yesterday", "05/01/2024", "0024-01-05"})
  void other_times_are_refused(String old) {
    assertThatThrownBy(() -> value("datetime", "datetime(6)", rule(), old))
        .isInstanceOf(Refused.class);
  }

  @Test
  void numbers_have_the_columns_scale_and_lie_in_their_range() throws Exception {
    OldMapping.Column inches = rule(Optional.of(new BigDecimal("2.54")), "0", "1000");

    assertThat(value("decimal", "decimal(5,1)", inches, "2")).isEqualTo("5.1");
    assertThat(value("decimal", "decimal(9,6)", rule(), "44.5")).isEqualTo("44.500000");
    assertThat(value("int", "int(11)", rule(), "3.0")).isEqualTo("3");
    assertThatThrownBy(() -> value("decimal", "decimal(5,1)", inches, "-1"))
        .hasMessage("is not from 0 to 1000");
    assertThatThrownBy(() -> value("decimal", "decimal(5,1)", rule(), "123456"))
        .hasMessage("is too large");
    assertThatThrownBy(() -> value("decimal", "decimal(5,1)", inches, "2\""))
        .hasMessage("is no number");
  }

  @Test
  void texts_keep_to_one_line_and_their_length() throws Exception {
    assertThat(value("varchar", "varchar(12)", rule(), "Gate 4 \r\n left"))
        .isEqualTo("Gate 4 left");
    assertThat(value("varchar", "varchar(2)", rule(), "❄\uD83D\uDE9C")).hasSize(3);
    assertThatThrownBy(() -> value("varchar", "varchar(2)", rule(), "abc"))
        .hasMessage("is longer than 2 characters");
  }

  private static String value(String type, String fullType, OldMapping.Column rule, String old)
      throws Refused {
    return new OldValue(new Column("it", type, fullType, true, false), rule).of(old, UTC, NEW_YORK);
  }

  private static OldMapping.Column rule() {
    return rule(Optional.empty());
  }

  private static OldMapping.Column rule(Optional<BigDecimal> times, String... range) {
    return new OldMapping.Column(
        List.of("it"),
        Optional.empty(),
        false,
        Map.of(),
        times,
        List.of(range).stream().map(BigDecimal::new).toList(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
