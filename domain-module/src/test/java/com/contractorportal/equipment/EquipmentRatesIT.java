package com.contractorportal.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.RuleViolation;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class EquipmentRatesIT {

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private EquipmentRateService rates;
  private CustomerId company;
  private Actor manager;

  @BeforeEach
  void a_manager() {
    given = new Fixture();
    rates = CDI.current().select(EquipmentRateService.class).get();
    company = given.customer("Snow and Sons");
    UUID account = given.account("no hash", false);
    given.member(account, company, Role.MANAGER);
    manager = Actor.person(account, Fixture.email(account), Role.MANAGER, "test");
  }

  @Test
  void an_hour_costs_what_the_rate_of_that_day_says() throws Exception {
    set("Plow truck", "95.00", "2025-11-01", "2026-01-31");
    set("Plow truck", "99.50", "2026-02-01", null);

    assertThat(costs("Plow truck", "2025-10-31")).isEmpty();
    assertThat(costs("Plow truck", "2025-11-01")).contains("95.00");
    assertThat(costs(" PLOW truck ", "2026-01-31")).contains("95.00");
    assertThat(costs("Plow truck", "2026-02-01")).contains("99.50");
    assertThat(costs("Plow truck", "2031-02-01")).contains("99.50");
    assertThat(costs("Loader", "2026-02-01")).isEmpty();
  }

  @Test
  void another_company_has_rates_of_its_own() throws Exception {
    set("Loader", "120", "2026-01-01", null);
    CustomerId other = given.customer("Ice Ltd");

    assertThat(
            CurrentCustomer.callAs(
                other, manager, () -> rates.at("Loader", LocalDate.parse("2026-01-01"))))
        .isEmpty();
  }

  @Test
  void two_rates_of_one_equipment_never_hold_on_the_same_day() throws Exception {
    EquipmentRateView winter = set("Loader", "120", "2026-01-01", "2026-03-31");

    for (String[] period :
        new String[][] {
          {"2026-03-31", "2026-04-30"},
          {"2025-12-01", "2026-01-01"},
          {"2026-02-01", "2026-02-01"},
          {"2025-01-01", null},
          {"2026-01-01", null}
        }) {
      assertThatThrownBy(() -> set("LOADER", "130", period[0], period[1]))
          .isInstanceOf(RatesOverlap.class)
          .hasMessageStartingWith("Loader has a rate from 2026-01-01 to 2026-03-31.");
    }
    EquipmentRateView spring = set("Loader", "130", "2026-04-01", null);
    assertThatThrownBy(
            () ->
                as(
                    () ->
                        rates.update(
                            spring.id(),
                            spring.version(),
                            draft("Loader", "130", "2026-03-31", null))))
        .isInstanceOf(RatesOverlap.class);
    assertThatThrownBy(() -> set("Loader", "130", "2027-01-01", null))
        .isInstanceOf(RatesOverlap.class)
        .hasMessageStartingWith("Loader has a rate from 2026-04-01 on.");
    set("Shovel", "1", "2026-01-01", "2026-03-31");

    as(
        () ->
            rates.update(
                winter.id(), winter.version(), draft("Loader", "121", "2026-01-15", "2026-03-15")));
    set("Loader", "125", "2026-03-16", "2026-03-31");
  }

  @Test
  void a_rate_changes_only_as_its_author_saw_it() throws Exception {
    EquipmentRateView rate = set("Loader", "120", "2026-01-01", null);
    as(() -> rates.update(rate.id(), rate.version(), draft("Loader", "121", "2026-01-01", null)));

    assertThatThrownBy(
            () ->
                as(
                    () ->
                        rates.update(
                            rate.id(), rate.version(), draft("Loader", "9", "2026-01-01", null))))
        .isInstanceOf(StaleVersion.class);
    assertThatThrownBy(
            () ->
                as(
                    () ->
                        rates.update(
                            rate.id(), rate.version() + 1, draft("Plow", "9", "2026-01-01", null))))
        .isInstanceOf(InvalidField.class);
    assertThatThrownBy(
            () ->
                as(
                    () -> {
                      rates.delete(rate.id(), rate.version());
                      return null;
                    }))
        .isInstanceOf(StaleVersion.class);
    assertThat(costs("Loader", "2026-01-01")).contains("121.00");
  }

  @Test
  void a_period_and_a_currency_must_be_ones() {
    assertThatThrownBy(() -> set("Loader", "1", "2026-02-01", "2026-01-31"))
        .isInstanceOf(InvalidField.class)
        .hasMessage("A rate ends on the day it begins, or later.");
    assertThatThrownBy(() -> set("Loader", "1", "+12026-02-01", null))
        .isInstanceOf(InvalidField.class);
    assertThatThrownBy(
            () ->
                as(
                    () ->
                        rates.create(
                            new EquipmentRateDraft(
                                "Loader", BigDecimal.ONE, "ZZZ", LocalDate.EPOCH, null),
                            Optional.empty())))
        .isInstanceOf(InvalidField.class);
  }

  /** The first rates of an equipment, and further ones: two ways to the one lock. */
  @Test
  void of_many_overlapping_rates_set_at_once_one_is_kept() throws Exception {
    for (int round = 0; round < 5; round++) {
      String equipment = "Loader " + round;
      if (round % 2 == 1) {
        set(equipment, "80", "2020-01-01", "2020-12-31");
      }

      List<Optional<RuleViolation>> ends =
          atOnce(4, number -> set(equipment, "120", "2026-01-0" + (number + 1), null));

      assertThat(ends).filteredOn(Optional::isEmpty).as("those that were kept").hasSize(1);
      assertThat(ends)
          .flatExtracting(end -> end.stream().toList())
          .as("what the others were told")
          .hasSize(3)
          .allSatisfy(
              end -> assertThat(end).isInstanceOfAny(RatesOverlap.class, RatesAreChanging.class));
      assertThat(as(() -> rates.list(Optional.of(equipment), PageRequest.first(50))).items())
          .filteredOn(rate -> rate.validTo().isEmpty())
          .hasSize(1);
    }
  }

  /** Each is far from the other as it stands, and both want the days between. */
  @Test
  void of_two_rates_that_grow_into_each_other_one_does() throws Exception {
    EquipmentRateView january = set("Loader", "1", "2026-01-01", "2026-01-31");
    EquipmentRateView march = set("Loader", "3", "2026-03-01", "2026-03-31");

    List<Optional<RuleViolation>> ends =
        atOnce(
            2,
            number ->
                as(
                    () ->
                        number == 0
                            ? rates.update(
                                january.id(),
                                january.version(),
                                draft("Loader", "1", "2026-01-01", "2026-02-20"))
                            : rates.update(
                                march.id(),
                                march.version(),
                                draft("Loader", "3", "2026-02-10", "2026-03-31"))));

    assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
    assertThat(ends)
        .flatExtracting(end -> end.stream().toList())
        .singleElement()
        .isInstanceOf(RatesOverlap.class);
  }

  private interface Change {
    Object make(int number) throws Exception;
  }

  /** What each was told, if it was refused. */
  private static List<Optional<RuleViolation>> atOnce(int times, Change change) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    CyclicBarrier start = new CyclicBarrier(times);
    try {
      List<Callable<Optional<RuleViolation>>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        all.add(
            () -> {
              start.await();
              try {
                change.make(number);
                return Optional.empty();
              } catch (RuleViolation refused) {
                return Optional.of(refused);
              }
            });
      }
      List<Optional<RuleViolation>> ends = new ArrayList<>();
      for (Future<Optional<RuleViolation>> end : threads.invokeAll(all)) {
        ends.add(end.get());
      }
      return ends;
    } finally {
      threads.shutdownNow();
    }
  }

  private EquipmentRateView set(String equipment, String rate, String from, String to)
      throws Exception {
    return as(() -> rates.create(draft(equipment, rate, from, to), Optional.empty()));
  }

  private static EquipmentRateDraft draft(String equipment, String rate, String from, String to) {
    return new EquipmentRateDraft(
        equipment,
        new BigDecimal(rate),
        "USD",
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to));
  }

  private Optional<String> costs(String equipment, String day) throws Exception {
    return as(() -> rates.at(equipment, LocalDate.parse(day)))
        .map(rate -> rate.hourlyRate().toPlainString());
  }

  private <T> T as(Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(company, manager, work);
  }
}
