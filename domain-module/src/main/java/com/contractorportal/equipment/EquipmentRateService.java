package com.contractorportal.equipment;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What the customer's equipment costs, and when. The periods of one equipment stay apart. */
@ApplicationScoped
@Transactional
public class EquipmentRateService implements EquipmentRates {

  private static final String ENTITY = "equipment rate";

  @Inject private EquipmentRateRepository rates;
  @Inject private AuditTrail audit;
  @Inject private Idempotency idempotency;

  /**
   * One page of the rates by equipment.
   *
   * @param equipment keep to this one's, in any letter case, if given
   */
  public Page<EquipmentRateView> list(Optional<String> equipment, PageRequest request) {
    return rates.page(equipment.map(String::strip), request).map(EquipmentRate::view);
  }

  /**
   * @throws NotFound if there is none
   */
  public EquipmentRateView get(UUID id) {
    return find(id).view();
  }

  @Override
  public Optional<Rate> at(String equipment, LocalDate day) {
    return rates.at(equipment.strip(), day).map(EquipmentRate::rate);
  }

  /**
   * Sets a rate, once for one request key.
   *
   * @throws InvalidField if a value cannot be
   * @throws RatesOverlap if the equipment has a rate in the period already
   * @throws RatesAreChanging if somebody else is writing the equipment's first rate
   */
  public EquipmentRateView create(EquipmentRateDraft draft, Optional<RequestKey> key) {
    UUID id =
        idempotency.once(
            key,
            () -> {
              EquipmentRate rate = new EquipmentRate(draft);
              rates.lock(rate.equipment());
              checkApart(rate, draft);
              rates.add(rate);
              rates.flush();
              audit.created(ENTITY, rate.id(), rate.view());
              return rate.id();
            });
    return find(id).view();
  }

  /**
   * Makes a rate what the draft says.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   * @throws InvalidField if it names another equipment
   * @throws RatesOverlap if the equipment has another rate in the period
   */
  public EquipmentRateView update(UUID id, int version, EquipmentRateDraft draft) {
    EquipmentRate rate = find(id);
    StaleVersion.check(version, rate.version());
    if (!rate.equipment().equalsIgnoreCase(draft.equipment().strip())) {
      throw new InvalidField(
          "equipment", "A rate stays with its equipment. Delete it, and set one for the other.");
    }
    rates.lock(rate.equipment());
    checkApart(rate, draft);
    EquipmentRateView before = rate.view();
    rate.describe(draft);
    rates.flush();
    audit.changed("update", ENTITY, id, before, rate.view());
    return rate.view();
  }

  /**
   * Deletes a rate. Work logs keep what they were opened with.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   */
  public void delete(UUID id, int version) {
    EquipmentRate rate = find(id);
    StaleVersion.check(version, rate.version());
    audit.deleted(ENTITY, id, rate.view());
    rates.remove(rate);
    rates.flush();
  }

  private void checkApart(EquipmentRate rate, EquipmentRateDraft draft) {
    rates
        .within(rate.equipment(), draft.validFrom(), draft.validTo())
        .filter(other -> !other.id().equals(rate.id()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new RatesOverlap(other.view());
            });
  }

  private EquipmentRate find(UUID id) {
    return rates.find(id).orElseThrow(() -> new NotFound(ENTITY));
  }
}
