package com.contractorportal.equipment;

import com.contractorportal.persistence.Now;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** What an hour of an equipment costs in a period. */
@Entity
@Table(name = "equipment_rate")
class EquipmentRate extends CustomerOwned {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

  private String equipment;

  @Column(name = "hourly_rate")
  private BigDecimal hourlyRate;

  private String currency;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected EquipmentRate() {}

  EquipmentRate(EquipmentRateDraft draft) {
    createdAt = Now.instant();
    equipment = draft.equipment().strip();
    describe(draft);
  }

  /** Makes it what the draft says, but for the equipment: a rate stays with its own. */
  void describe(EquipmentRateDraft draft) {
    check(draft);
    hourlyRate = draft.hourlyRate();
    currency = draft.currency();
    validFrom = draft.validFrom();
    validTo = draft.validTo();
    updatedAt = Now.instant();
  }

  private static void check(EquipmentRateDraft draft) {
    checkDate("validFrom", draft.validFrom());
    checkDate("validTo", draft.validTo());
    if (draft.validTo() != null && draft.validTo().isBefore(draft.validFrom())) {
      throw new InvalidField("validTo", "A rate ends on the day it begins, or later.");
    }
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(draft.currency()))) {
      throw new InvalidField("currency", "Use a currency's code of ISO 4217, USD say.");
    }
  }

  /** Dates know years that no database does. */
  private static void checkDate(String field, LocalDate date) {
    if (date != null && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
      throw new InvalidField(field, "Give a date in the years 1900 to 2999.");
    }
  }

  String equipment() {
    return equipment;
  }

  EquipmentRates.Rate rate() {
    return new EquipmentRates.Rate(hourlyRate, currency);
  }

  EquipmentRateView view() {
    return new EquipmentRateView(
        id(),
        equipment,
        hourlyRate,
        currency,
        validFrom,
        Optional.ofNullable(validTo),
        version(),
        createdAt,
        updatedAt);
  }
}
