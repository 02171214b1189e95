package com.contractorportal.equipment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Tells what equipment costs. */
public interface EquipmentRates {

  /**
   * What an hour costs.
   *
   * @param currency by its code of ISO 4217
   */
  record Rate(BigDecimal hourlyRate, String currency) {}

  /**
   * The rate of an equipment on a day; none where nobody has set one.
   *
   * @param equipment its name, in any letter case
   */
  Optional<Rate> at(String equipment, LocalDate day);
}
