package com.contractorportal.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Material that was given in different units, brought together: what is weighed in kilograms, what
 * is poured in litres, bags as they are. The factors are exact (NIST Handbook 44, Appendix C); a
 * TON is the short one.
 */
final class MaterialSums {

  private static final Map<String, BigDecimal> KILOGRAMS =
      Map.of(
          "KG",
          BigDecimal.ONE,
          "T",
          BigDecimal.valueOf(1000),
          "LB",
          new BigDecimal("0.45359237"),
          "TON",
          new BigDecimal("907.18474"));

  private static final Map<String, BigDecimal> LITRES =
      Map.of(
          "L",
          BigDecimal.ONE,
          "GAL",
          new BigDecimal("3.785411784"),
          "M3",
          BigDecimal.valueOf(1000),
          "YD3",
          new BigDecimal("764.554857984"));

  private final List<String> materials = new ArrayList<>();
  private BigDecimal massKg;
  private BigDecimal volumeL;
  private BigDecimal bags;

  MaterialSums add(WorkRepository.Material spread) {
    materials.add(
        "%s %s %s".formatted(spread.material(), spread.quantity().toPlainString(), spread.unit()));
    if (KILOGRAMS.containsKey(spread.unit())) {
      massKg = plus(massKg, spread.quantity().multiply(KILOGRAMS.get(spread.unit())));
    } else if (LITRES.containsKey(spread.unit())) {
      volumeL = plus(volumeL, spread.quantity().multiply(LITRES.get(spread.unit())));
    } else {
      bags = plus(bags, spread.quantity());
    }
    return this;
  }

  private static BigDecimal plus(BigDecimal sum, BigDecimal more) {
    return sum == null ? more : sum.add(more);
  }

  /** {@code Sand 2.00 T, Salt 120.00 KG}; null if there is none. */
  String text() {
    return materials.isEmpty() ? null : String.join(", ", materials);
  }

  /** Null if nothing was weighed; so are the others. */
  BigDecimal massKg() {
    return massKg;
  }

  BigDecimal volumeL() {
    return volumeL;
  }

  BigDecimal bags() {
    return bags;
  }
}
