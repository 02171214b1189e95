package com.contractorportal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long the reports of one customer may be worked on in one night, and how many bytes they may
 * have, so that a giant does not keep a worker from all others.
 */
@ApplicationScoped
class Budget {

  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,9})([KMGT]?)");

  private static final Map<String, Integer> POWERS =
      Map.of("", 0, "K", 10, "M", 20, "G", 30, "T", 40);

  private final Duration time;
  private final String size;
  private final long bytes;

  /**
   * @param size as {@code 500M} or {@code 2G}, powers of 1024
   */
  @Inject
  Budget(
      @ConfigProperty(name = "portal.report.budget.time", defaultValue = "PT30M") Duration time,
      @ConfigProperty(name = "portal.report.budget.size", defaultValue = "2G") String size) {
    this.time = time;
    this.size = size.toUpperCase(Locale.ROOT);
    this.bytes = bytes(this.size);
  }

  /** For the container's proxy only. */
  protected Budget() {
    time = null;
    size = null;
    bytes = 0;
  }

  private static long bytes(String size) {
    Matcher parts = SIZE.matcher(size);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a size like 500M or 2G: " + size);
    }
    return Math.multiplyExact(Long.parseLong(parts.group(1)), 1L << POWERS.get(parts.group(2)));
  }

  /**
   * @param worked how long in this night, failed attempts included
   * @param made how many bytes all reports of the night have, what is being written included
   * @throws OverBudget if one of them is more than a customer has
   */
  void check(Duration worked, long made) {
    if (worked.compareTo(time) > 0) {
      throw new OverBudget(
          "The reports took longer than a customer has in one night (%s)."
              .formatted(inWords(time)));
    }
    if (made > bytes) {
      throw new OverBudget(
          "The reports are larger than a customer's may be in one night (%s bytes)."
              .formatted(size));
    }
  }

  private static String inWords(Duration time) {
    return time.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  /** More than a customer has in one night; trying again would not help. */
  static final class OverBudget extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OverBudget(String message) {
      super(message);
    }
  }
}
