package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NightlyTimeTest {

  @ParameterizedTest
  @CsvSource({
    "02:00, America/New_York,    2026-01-15, 2026-01-15T07:00:00Z",
    "02:00, America/New_York,    2026-07-15, 2026-07-15T06:00:00Z",
    "02:00, Pacific/Kiritimati,  2026-01-15, 2026-01-14T12:00:00Z",
    "02:00, Etc/GMT+12,          2026-01-15, 2026-01-15T14:00:00Z",
    "02:00, Asia/Kolkata,        2026-01-15, 2026-01-14T20:30:00Z",
    "02:00, Asia/Kathmandu,      2026-01-15, 2026-01-14T20:15:00Z",
    "23:30, America/St_Johns,    2026-01-15, 2026-01-16T03:00:00Z",
  })
  void a_date_comes_to_each_time_zone_at_its_own_instant(
      String at, String zone, LocalDate date, Instant expected) {
    assertThat(new NightlyTime(at).of(date, ZoneId.of(zone))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "02:00, America/New_York,   2026-03-08, 2026-03-08T07:00:00Z",
    "02:59, America/New_York,   2026-03-08, 2026-03-08T07:00:00Z",
    "03:00, America/New_York,   2026-03-08, 2026-03-08T07:00:00Z",
    "02:15, Australia/Lord_Howe, 2026-10-04, 2026-10-03T15:30:00Z",
    "00:00, Africa/Cairo,       2026-04-24, 2026-04-23T22:00:00Z",
    "02:00, Pacific/Apia,       2011-12-30, 2011-12-30T10:00:00Z",
  })
  void a_time_that_clocks_skip_is_the_end_of_the_gap(
      String at, String zone, LocalDate date, Instant expected) {
    assertThat(new NightlyTime(at).of(date, ZoneId.of(zone))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "01:30, America/New_York,    2026-11-01, 2026-11-01T05:30:00Z",
    "02:00, America/New_York,    2026-11-01, 2026-11-01T07:00:00Z",
    "01:45, Australia/Lord_Howe, 2026-04-05, 2026-04-04T14:45:00Z",
  })
  void a_time_that_clocks_show_twice_is_the_first_of_the_two(
      String at, String zone, LocalDate date, Instant expected) {
    assertThat(new NightlyTime(at).of(date, ZoneId.of(zone))).isEqualTo(expected);
  }

  /** Cairo's and Havana's clocks change at midnight; Apia had no 30 December 2011. */
  @ParameterizedTest
  @CsvSource({
    "02:00, America/New_York, 2026-01-01",
    "01:30, America/New_York, 2026-01-01",
    "02:30, America/New_York, 2026-01-01",
    "00:00, Africa/Cairo, 2026-01-01",
    "23:30, Africa/Cairo, 2026-01-01",
    "00:30, America/Havana, 2026-01-01",
    "00:00, America/St_Johns, 2006-01-01",
    "02:15, Australia/Lord_Howe, 2026-01-01",
    "02:00, Pacific/Apia, 2011-06-01",
    "02:00, Pacific/Kiritimati, 2026-01-01",
    "02:00, Etc/GMT+12, 2026-01-01",
  })
  void every_date_of_a_year_comes_once_and_in_order(String at, String zoneId, LocalDate first) {
    NightlyTime nightly = new NightlyTime(at);
    ZoneId zone = ZoneId.of(zoneId);
    Instant end = nightly.of(first.plusYears(1), zone);
    LocalDate date = first;

    for (Instant now = nightly.of(first, zone);
        now.isBefore(end);
        now = now.plus(Duration.ofMinutes(5))) {
      LocalDate due = nightly.lastDue(now, zone);
      if (!due.equals(date)) {
        assertThat(due).isEqualTo(date.plusDays(1));
        date = due;
      }
      assertThat(nightly.of(due, zone)).isBeforeOrEqualTo(now);
    }
    assertThat(date).isEqualTo(first.plusYears(1).minusDays(1));
  }

  @Test
  void a_night_comes_at_its_instant_and_not_before() {
    NightlyTime nightly = new NightlyTime("02:00");
    LocalDate date = LocalDate.of(2026, 11, 21);
    Instant night = Instant.parse("2026-11-21T07:00:00Z");
    ZoneId zone = ZoneId.of("America/New_York");

    assertThat(nightly.lastDue(night, zone)).isEqualTo(date);
    assertThat(nightly.lastDue(night.minusNanos(1000), zone)).isEqualTo(date.minusDays(1));
    assertThat(nightly.lastDue(night.plus(Duration.ofDays(9)), zone)).isEqualTo(date.plusDays(9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "OFF"})
  void nights_can_be_off(String setting) {
    assertThat(new NightlyTime(setting).isOff()).isTrue();
    assertThat(new NightlyTime("02:00").isOff()).isFalse();
  }

  @Test
  void a_setting_that_is_no_time_is_refused() {
    assertThatThrownBy(() -> new NightlyTime("25:00")).isInstanceOf(DateTimeException.class);
  }

  @Test
  void a_time_zone_that_nobody_knows_has_the_nights_of_utc() {
    assertThat(NightlyTime.zone("Vermont/Nowhere")).isEqualTo(ZoneOffset.UTC);
    assertThat(NightlyTime.zone("Asia/Kolkata")).isEqualTo(ZoneId.of("Asia/Kolkata"));
  }
}
