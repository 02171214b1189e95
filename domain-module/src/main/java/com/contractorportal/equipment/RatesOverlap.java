package com.contractorportal.equipment;

import com.contractorportal.rule.Conflict;

/** An equipment has at most one rate on a day. */
public final class RatesOverlap extends Conflict {

  private static final long serialVersionUID = 1L;

  RatesOverlap(EquipmentRateView other) {
    super(
        "rates-overlap",
        "%s has a rate from %s %s. Let one end before the other begins."
            .formatted(
                other.equipment(),
                other.validFrom(),
                other.validTo().map(day -> "to " + day).orElse("on")));
  }
}
