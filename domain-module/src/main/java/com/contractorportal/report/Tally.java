package com.contractorportal.report;

import com.contractorportal.geo.Position;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is added up over rows for paper: sums, bars and dots; of a bounded number of things. */
final class Tally {

  /** So many bars, and so many dots, are told apart. */
  static final int MOST = 5_000;

  /**
   * A bar of a chart.
   *
   * @param key tells it from others that are called the same
   */
  record Bar(Object key, String label, BigDecimal value) {}

  /** A dot on a map. */
  record Dot(String label, Position at, BigDecimal value) {}

  private final Map<Object, Bar> bars = new LinkedHashMap<>();
  private final Map<Position, Dot> dots = new LinkedHashMap<>();
  private final BigDecimal[] sums;
  private BigDecimal others = BigDecimal.ZERO;
  private boolean dotsLeftOut;
  private long rows;

  Tally(int sums) {
    this.sums = new BigDecimal[sums];
  }

  void countRow() {
    rows++;
  }

  void sum(int which, Object value) {
    if (value != null) {
      BigDecimal more = decimal(value);
      sums[which] = sums[which] == null ? more : sums[which].add(more);
    }
  }

  void bar(Object key, String label, Object value) {
    BigDecimal more = decimal(value);
    if (bars.containsKey(key) || bars.size() < MOST) {
      bars.merge(
          key,
          new Bar(key, label, more),
          (old, added) -> new Bar(key, old.label(), old.value().add(more)));
    } else {
      others = others.add(more);
    }
  }

  void dot(String label, Position at, Object value) {
    BigDecimal more = decimal(value);
    if (dots.containsKey(at) || dots.size() < MOST) {
      dots.merge(
          at,
          new Dot(label, at, more),
          (old, added) -> new Dot(old.label(), at, old.value().add(more)));
    } else {
      dotsLeftOut = true;
    }
  }

  private static BigDecimal decimal(Object value) {
    return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
  }

  long rows() {
    return rows;
  }

  /** Null if there was nothing to add. */
  BigDecimal sum(int which) {
    return sums[which];
  }

  /** In the order in which they were first seen. */
  List<Bar> bars() {
    return List.copyOf(bars.values());
  }

  /** The largest bars, the largest first. */
  List<Bar> largest(int most) {
    return bySize().limit(most).toList();
  }

  /** All that {@link #largest} leaves out. */
  BigDecimal beyond(int most) {
    return bySize().skip(most).map(Bar::value).reduce(others, BigDecimal::add);
  }

  private Stream<Bar> bySize() {
    return bars.values().stream().sorted(Comparator.comparing(Bar::value).reversed());
  }

  List<Dot> dots() {
    return List.copyOf(dots.values());
  }

  /** Whether there were more places than there are dots. */
  boolean leavesOutDots() {
    return dotsLeftOut;
  }
}
