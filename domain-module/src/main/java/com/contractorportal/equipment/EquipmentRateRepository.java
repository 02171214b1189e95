package com.contractorportal.equipment;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.UniqueKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class EquipmentRateRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  void add(EquipmentRate rate) {
    em.persist(rate);
  }

  void remove(EquipmentRate rate) {
    em.remove(rate);
  }

  /** Writes what has changed now, so that the version in the answer is the stored one. */
  void flush() {
    em.flush();
  }

  Optional<EquipmentRate> find(UUID id) {
    return Optional.ofNullable(em.find(EquipmentRate.class, id));
  }

  /**
   * Lets nobody else change the rates of an equipment until this transaction ends.
   *
   * @throws RatesAreChanging if somebody else is writing the equipment's first rate
   */
  void lock(String equipment) {
    Optional<UUID> known =
        em.createQuery("SELECT e.id FROM Equipment e WHERE e.name = :name", UUID.class)
            .setParameter("name", equipment)
            .getResultStream()
            .findFirst();
    if (known.isPresent()) {
      em.find(Equipment.class, known.get(), LockModeType.PESSIMISTIC_WRITE);
      return;
    }
    em.persist(new Equipment(equipment));
    try {
      em.flush();
    } catch (PersistenceException failure) {
      throw UniqueKey.isTaken(failure, "uq_equipment_name") ? new RatesAreChanging() : failure;
    }
  }

  /**
   * The rates of a locked equipment that hold on one of these days at least. They are read with a
   * lock, too, as only such a query sees what others have written since this transaction began.
   *
   * @param last without end if null
   */
  Stream<EquipmentRate> within(String equipment, LocalDate first, LocalDate last) {
    return em.createQuery(
            "SELECT r FROM EquipmentRate r WHERE r.equipment = :equipment"
                + " AND r.validFrom <= :last AND (r.validTo IS NULL OR r.validTo >= :first)",
            EquipmentRate.class)
        .setParameter("equipment", equipment)
        .setParameter("first", first)
        .setParameter("last", last == null ? EquipmentRate.LATEST : last)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream();
  }

  Optional<EquipmentRate> at(String equipment, LocalDate day) {
    return em.createQuery(
            "SELECT r FROM EquipmentRate r WHERE r.equipment = :equipment"
                + " AND r.validFrom <= :day AND (r.validTo IS NULL OR r.validTo >= :day)",
            EquipmentRate.class)
        .setParameter("equipment", equipment)
        .setParameter("day", day)
        .getResultStream()
        .findFirst();
  }

  Page<EquipmentRate> page(Optional<String> equipment, PageRequest request) {
    return new KeyedQuery<>(em, EquipmentRate.class, EquipmentRate::id)
        .sort("equipment", EquipmentRate::equipment)
        .whereIf(equipment, "e.equipment = :equipment", "equipment")
        .page(request);
  }
}
