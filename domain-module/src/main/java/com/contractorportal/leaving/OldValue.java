package com.contractorportal.leaving;

import com.contractorportal.db.CustomerSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of an old value what a column of this portal holds, as bundles write it. */
final class OldValue {

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
              + " ?(Z|UTC|[+-]\\d\\d(?::?\\d\\d)?)?)?");
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern LENGTHS = Pattern.compile("\\w+\\((\\d+)(?:,(\\d+))?\\).*");
  private static final Pattern MAIL =
      Pattern.compile("[!-~&&[^<>()\\[\\],;:\"\\\\@]]+@[A-Za-z0-9.-]+");

  /** That a value cannot be, in words that go on after the column's name. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }
  }

  private final CustomerSchema.Column target;
  private final OldMapping.Column rule;

  OldValue(CustomerSchema.Column target, OldMapping.Column rule) {
    this.target = target;
    this.rule = rule;
  }

  /**
   * The value as a bundle has it.
   *
   * @param timesIn the zone of times that name none
   * @param daysIn where days begin
   */
  String of(String old, ZoneId timesIn, ZoneId daysIn) throws Refused {
    return switch (target.type()) {
      case "char", "varchar", "text", "mediumtext", "longtext" -> text(old);
      case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal" -> number(old);
      case "datetime" -> EXACT.format(time(old, timesIn, daysIn));
      case "date" -> day(old).toString();
      default -> throw new Refused("cannot become " + target.type());
    };
  }

  private String text(String old) throws Refused {
    String text = rule.lines() ? old : old.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    if (rule.check().isPresent()) {
      check(rule.check().get(), text);
    }
    if (text.codePointCount(0, text.length()) > length(1)) {
      throw new Refused("is longer than %d characters".formatted(length(1)));
    }
    return text;
  }

  private static void check(String what, String text) throws Refused {
    boolean right =
        switch (what) {
          case "email" -> MAIL.matcher(text).matches();
          case "zone" -> ZoneId.getAvailableZoneIds().contains(text);
          case "locale" -> isLocale(text);
          case "currency" ->
              Currency.getAvailableCurrencies().stream()
                  .anyMatch(currency -> currency.getCurrencyCode().equals(text));
          default -> throw new UnusableBundle("The mapping checks what is not known: %s", what);
        };
    if (!right) {
      throw new Refused("is no " + what);
    }
  }

  private static boolean isLocale(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException malformed) {
      return false;
    }
  }

  private String number(String old) throws Refused {
    BigDecimal number;
    try {
      number = new BigDecimal(old);
    } catch (NumberFormatException none) {
      throw new Refused("is no number");
    }
    if (rule.times().isPresent()) {
      number = number.multiply(rule.times().get());
    }
    if (!rule.range().isEmpty()
        && (number.compareTo(rule.range().get(0)) < 0
            || number.compareTo(rule.range().get(1)) > 0)) {
      throw new Refused("is not from %s to %s".formatted(rule.range().get(0), rule.range().get(1)));
    }
    boolean whole = !target.type().equals("decimal");
    number = number.setScale(whole ? 0 : length(2), RoundingMode.HALF_UP);
    if (number.precision() > (whole ? 9 : length(1))) {
      throw new Refused("is too large");
    }
    return number.toPlainString();
  }

  private static Instant time(String old, ZoneId timesIn, ZoneId daysIn) throws Refused {
    Matcher parts = TIME.matcher(old);
    if (!parts.matches()) {
      throw new Refused("is no time like 2026-01-05 10:00:00");
    }
    try {
      LocalDate day = LocalDate.parse(parts.group(1));
      if (day.getYear() < 1900 || day.getYear() > 2100) {
        throw new Refused("is not between 1900 and 2100");
      }
      if (parts.group(2) == null) {
        return day.atStartOfDay(daysIn).toInstant();
      }
      String offset = parts.group(3);
      ZoneId zone =
          offset == null ? timesIn : offset.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(offset);
      return LocalDateTime.of(day, LocalTime.parse(parts.group(2))).atZone(zone).toInstant();
    } catch (DateTimeException none) {
      throw new Refused("is no time like 2026-01-05 10:00:00");
    }
  }

  private static LocalDate day(String old) throws Refused {
    Matcher parts = TIME.matcher(old);
    try {
      if (parts.matches()) {
        return LocalDate.parse(parts.group(1));
      }
    } catch (DateTimeException none) {
      throw new Refused("is no day like 2026-01-05");
    }
    throw new Refused("is no day like 2026-01-05");
  }

  /** How many characters or digits the column holds, or (2) how many of them behind the point. */
  private int length(int which) {
    Matcher lengths = LENGTHS.matcher(target.fullType());
    return lengths.matches() && lengths.group(which) != null
        ? Integer.parseInt(lengths.group(which))
        : which == 1 ? Integer.MAX_VALUE : 0;
  }
}
