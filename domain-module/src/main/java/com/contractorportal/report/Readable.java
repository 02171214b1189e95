package com.contractorportal.report;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Figures, times and names of ours as the people of a customer write them. Of one thread. */
final class Readable {

  private static final char NO_BREAK = '\u00a0';

  /** A hyphen would part from its figure at the end of a line. */
  private static final char MINUS = '\u2212';

  private final ReportSetting setting;
  private final Words words;
  private final NumberFormat numbers;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;

  Readable(ReportSetting setting, Words words) {
    Locale locale = setting.locale();
    this.setting = setting;
    this.words = words;
    this.numbers = NumberFormat.getNumberInstance(locale);
    this.date = DateTimeFormatter.ofPattern(datePattern(locale), locale);
    this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
  }

  /** Short dates of a locale, with all digits of the year. */
  static String datePattern(Locale locale) {
    return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)
        .replaceAll("[uy]+", "yyyy");
  }

  /**
   * @param value as {@link Column#shown} gives it, or a sum of such; empty for {@code null}
   */
  String of(Column column, Object value) {
    if (value == null) {
      return "";
    }
    return switch (column.type()) {
      case TEXT -> (String) value;
      case CODE -> words.code((String) value);
      case YES_NO -> words.yesNo((boolean) value);
      case DATE -> date((LocalDate) value);
      case TIME -> time((Instant) value);
      case COUNT, NUMBER, DEGREES, MONEY, MEASURED, HOURS ->
          number((Number) value, column.decimals(setting.units()));
    };
  }

  /** As {@link #of}, with the unit behind it. */
  String withUnit(Column column, Object value) {
    String text = of(column, value);
    return text.isEmpty()
        ? text
        : column.unit(setting.units()).map(unit -> text + NO_BREAK + words.unit(unit)).orElse(text);
  }

  String date(LocalDate day) {
    return date.format(day);
  }

  String time(Instant instant) {
    ZonedDateTime there = instant.atZone(setting.zone());
    return date.format(there) + " " + timeOfDay(there);
  }

  /** The time alone if it is on that day, as somebody says it who has named the day. */
  String timeOn(LocalDate day, Instant instant) {
    ZonedDateTime there = instant.atZone(setting.zone());
    return there.toLocalDate().equals(day) ? timeOfDay(there) : time(instant);
  }

  private String timeOfDay(ZonedDateTime there) {
    return time.format(there).replace(' ', NO_BREAK);
  }

  String number(Number value, int decimals) {
    numbers.setMinimumFractionDigits(decimals);
    numbers.setMaximumFractionDigits(decimals);
    return numbers.format(value).replace('-', MINUS);
  }
}
