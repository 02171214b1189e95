package com.contractorportal.equipment;

import com.contractorportal.rule.Conflict;

/** An equipment has at most one rate on a day. */
public final class RatesOverlap extends Conflict {

  private static final long serialVersionUID = 1L;

  RatesOverlap(EquipmentRateView other) {
    super(
        "rates-overlap",
        other.validTo().isPresent()
            ? "%s has a rate from %s to %s. Let one end before the other begins."
            : "%s has a rate from %s on. Let one end before the other begins.",
        other.equipment(),
        other.validFrom(),
        other.validTo().orElse(null));
  }
}
