package com.contractorportal.member;

import com.contractorportal.customer.Units;
import java.util.Optional;

/**
 * A member's own settings, and what holds for them.
 *
 * @param units absent: the customer's
 * @param locale absent: the customer's
 * @param timeZone absent: the customer's
 * @param effective what holds: their own, or else the customer's
 */
public record SettingsView(
    Optional<Units> units,
    Optional<String> locale,
    Optional<String> timeZone,
    Effective effective,
    int version) {

  /** What the portal shows to the member. */
  public record Effective(Units units, String locale, String timeZone) {}
}
