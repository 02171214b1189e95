package com.contractorportal.batch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.contractorportal.container.PortalArchive;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.report.Lease;
import com.contractorportal.report.NightResultView;
import com.contractorportal.report.NightService;
import com.contractorportal.report.NightStatus;
import com.contractorportal.report.NightView;
import com.contractorportal.report.ReportFileView;
import com.contractorportal.report.ReportRunView;
import com.contractorportal.report.ReportRunner;
import com.contractorportal.report.ReportService;
import com.contractorportal.report.ResultStatus;
import com.contractorportal.report.Round;
import com.contractorportal.report.RoundIsOver;
import com.contractorportal.report.RunStatus;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators and customers ask for besides the nights. */
@ExtendWith(ArquillianExtension.class)
class RoundsIT {

  private static final Actor OPERATOR = Actor.portal("operator", "test");
  private static final Actor PORTAL = Actor.portal("nightly report", "test");
  private static final String SEASON = "SEASON_SUMMARY";

  @Deployment
  static WebArchive portal() {
    return PortalArchive.without(NightSchedule.class); // Only what is asked for is made.
  }

  private NightService nights;
  private NightLauncher launcher;
  private ReportRunner runner;
  private ReportService reports;

  private NightFixture given;
  private CustomerId customer;
  private int slots;

  @BeforeEach
  void a_customer() {
    nights = CDI.current().select(NightService.class).get();
    launcher = CDI.current().select(NightLauncher.class).get();
    runner = CDI.current().select(ReportRunner.class).get();
    reports = CDI.current().select(ReportService.class).get();
    given = new NightFixture();
    given.nothingExists();
    customer = given.customer("ACTIVE");
  }

  @Test
  void a_round_of_some_kinds_makes_no_others() throws Exception {
    List<String> kinds = List.of("MATERIAL_USAGE", SEASON);

    NightView round = completed(start(new Round(Optional.of(customer), kinds, Optional.empty())));

    assertThat(round.kinds()).isEqualTo(kinds);
    assertThat(runs(customer))
        .extracting(ReportRunView::kind)
        .containsExactlyInAnyOrderElementsOf(kinds);
    assertThatThrownBy(
            () -> start(new Round(Optional.empty(), List.of("NO_SUCH_KIND"), Optional.empty())))
        .isInstanceOf(InvalidField.class)
        .hasMessageContaining(SEASON);
  }

  @Test
  void a_round_of_a_day_is_as_of_its_night_where_each_customer_is() throws Exception {
    CustomerId inParis = given.customer("ACTIVE", "Europe/Paris");
    given.run("UPDATE customer SET created_at = '2020-01-01'");
    LocalDate day = LocalDate.of(2026, 1, 15);

    NightView round = startWithoutWorkers(new Round(Optional.empty(), List.of(), Optional.of(day)));

    assertThat(round.day()).contains(day);
    assertThat(results(round))
        .extracting(NightResultView::customerId, NightResultView::asOf)
        .containsExactlyInAnyOrder(
            tuple(customer.value(), Optional.of(Instant.parse("2026-01-15T07:00:00Z"))),
            tuple(inParis.value(), Optional.of(Instant.parse("2026-01-15T01:00:00Z"))));
    NightView alone =
        startWithoutWorkers(new Round(Optional.of(inParis), List.of(), Optional.of(day)));
    assertThat(alone.asOf()).isEqualTo(Instant.parse("2026-01-15T01:00:00Z"));
  }

  @Test
  void no_round_is_as_of_a_night_to_come() {
    LocalDate tomorrow = LocalDate.now().plusDays(2);
    assertThatThrownBy(
            () -> start(new Round(Optional.of(customer), List.of(), Optional.of(tomorrow))))
        .isInstanceOf(InvalidField.class)
        .hasMessageContaining("still to come");
  }

  @Test
  void what_is_cancelled_is_made_no_further_and_the_customer_sees_it() throws Exception {
    CustomerId waiting = given.customer("ACTIVE");
    NightView round = startWithoutWorkers(Round.of(Optional.empty()));
    Lease held = lease(round, customer);
    UUID run = Ids.next();
    given.run(
        "INSERT INTO report_run (customer_id, id, kind, origin, night_id, as_of, status,"
            + " started_at, row_count) VALUES (?, ?, 'SEASON_SUMMARY', 'ON_DEMAND', ?, ?,"
            + " 'RUNNING', ?, 0)",
        customer.value(),
        run,
        round.id(),
        round.asOf(),
        Instant.now());

    NightView cancelled = asOperator(() -> launcher.cancel(round.id()));

    assertThat(cancelled.status()).isEqualTo(NightStatus.CANCELLED);
    assertThat(results(cancelled))
        .extracting(NightResultView::status, NightResultView::error)
        .containsOnly(tuple(ResultStatus.SKIPPED, Optional.of("The run was cancelled.")));
    assertThat(runs(waiting)).isEmpty();
    assertThat(runs(customer))
        .extracting(ReportRunView::status, ReportRunView::error)
        .containsExactly(tuple(RunStatus.FAILED, Optional.of("The run was cancelled.")));

    CurrentCustomer.callAs(
        customer,
        PORTAL,
        () -> {
          runner.report(held); // The worker does not know yet.
          return null;
        });
    assertThat(NightFixture.files(customer)).isEmpty();
    eventually(
        () ->
            given.count(
                    "SELECT COUNT(*) FROM execution_log WHERE customer_id = ?"
                        + " AND status = 'INTERRUPTED'",
                    customer.value())
                == 1);
    assertThat(nights.hasClaimable(round.id())).isFalse();
    assertThat(asOperator(() -> launcher.cancel(round.id())).status())
        .as("once more")
        .isEqualTo(NightStatus.CANCELLED);
  }

  @Test
  void what_is_over_cannot_be_cancelled() throws Exception {
    NightView round = completed(start(Round.of(Optional.of(customer))));
    assertThatThrownBy(() -> asOperator(() -> launcher.cancel(round.id())))
        .isInstanceOf(RoundIsOver.class);
    assertThat(runs(customer)).extracting(ReportRunView::status).containsOnly(RunStatus.COMPLETED);
  }

  @Test
  void what_a_customer_asked_for_is_made_beside_a_night_and_no_operator_sees_it() throws Exception {
    NightView night = startWithoutWorkers(Round.of(Optional.empty()));
    Lease held = lease(night, customer);
    given.event(customer, "First snow");
    given.event(given.customer("ACTIVE"), "Another customer's storm");

    UUID round = asked(customer, "csv", Optional.empty());

    eventually(() -> isOver(round));
    assertThat(runs(customer))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.kind()).isEqualTo(SEASON);
              assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
              assertThat(run.rowCount()).isEqualTo(1);
              assertThat(run.files())
                  .extracting(ReportFileView::mediaType)
                  .containsExactly("text/csv");
            });
    assertThat(
            given.count(
                "SELECT COUNT(*) FROM report_night WHERE id = ? AND slot IS NOT NULL", round))
        .as("slots that it holds")
        .isZero();
    nights.renew(held, 0, 0);
    assertThat(nights.list(PageRequest.first(10)).items())
        .extracting(NightView::id)
        .containsExactly(night.id());
    assertThatThrownBy(() -> nights.get(round)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> asOperator(() -> launcher.cancel(round))).isInstanceOf(NotFound.class);
  }

  @Test
  void a_customer_who_asks_for_much_has_one_report_made_at_a_time() throws Exception {
    UUID first = asked(customer, "csv", Optional.of(Instant.now().plusSeconds(600)));
    UUID second = asked(customer, "csv", Optional.empty());
    UUID others = asked(given.customer("ACTIVE"), "csv", Optional.empty());

    eventually(() -> isOver(others));

    assertThat(nights.unfinishedOnDemand()).doesNotContain(second);
    assertThat(isOver(first) || isOver(second)).isFalse();
    given.run("UPDATE report_result SET lease_until = ?", Instant.now().minusSeconds(1));
    eventually(() -> isOver(first) && isOver(second));
  }

  /** As a node would without workers, which leaves the work to others. */
  private UUID asked(CustomerId by, String format, Optional<Instant> leasedUntil) {
    UUID round = Ids.next();
    Instant now = Instant.now();
    given.run(
        "INSERT INTO report_night (id, kind, as_of, status, customer_id, customers, started_at,"
            + " kinds, formats, slot) VALUES (?, 'ON_DEMAND', ?, 'COMPLETED', ?, 1, ?, ?, ?, ?)",
        round,
        now,
        by.value(),
        now,
        SEASON,
        format,
        ++slots);
    given.run(
        "INSERT INTO report_result (night_id, customer_id, status, attempts, as_of, lease_owner,"
            + " lease_until) VALUES (?, ?, ?, 0, ?, 'test', ?)",
        round,
        by.value(),
        leasedUntil.isPresent() ? "RUNNING" : "PENDING",
        now,
        leasedUntil.orElse(now));
    given.run("UPDATE report_night SET status = 'RUNNING' WHERE id = ?", round);
    return round;
  }

  private boolean isOver(UUID round) {
    return given.count(
            "SELECT COUNT(*) FROM report_night WHERE id = ? AND status = 'COMPLETED'", round)
        == 1;
  }

  private Lease lease(NightView round, CustomerId wanted) {
    for (Optional<Lease> lease = nights.lease(round.id(), "test");
        lease.isPresent();
        lease = nights.lease(round.id(), "test")) {
      if (lease.get().customer().equals(wanted)) {
        return lease.get();
      }
    }
    throw new AssertionError("No lease of " + wanted);
  }

  private NightView start(Round round) throws Exception {
    return asOperator(() -> launcher.start(round, Optional.empty()));
  }

  private NightView startWithoutWorkers(Round round) throws Exception {
    return asOperator(() -> nights.startManual(round, Optional.empty()));
  }

  private static NightView asOperator(Callable<NightView> work) throws Exception {
    CurrentCustomer.bindOperator(OPERATOR);
    try {
      return work.call();
    } finally {
      CurrentCustomer.clear();
    }
  }

  private NightView completed(NightView night) throws InterruptedException {
    eventually(() -> nights.get(night.id()).status() == NightStatus.COMPLETED);
    return nights.get(night.id());
  }

  private List<NightResultView> results(NightView night) {
    return nights.results(night.id(), Optional.empty(), PageRequest.first(200)).items();
  }

  private List<ReportRunView> runs(CustomerId of) throws Exception {
    return CurrentCustomer.callAs(of, PORTAL, () -> reports.list(PageRequest.first(100)).items());
  }

  private static void eventually(BooleanSupplier condition) throws InterruptedException {
    Instant limit = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("within a minute").isBefore(limit);
      Thread.sleep(20);
    }
  }
}
