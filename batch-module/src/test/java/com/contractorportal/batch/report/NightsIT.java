package com.contractorportal.batch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Transaction;
import com.contractorportal.idempotency.IdempotencyKeyReused;
import com.contractorportal.idempotency.RequestKey;
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
import com.contractorportal.report.RunOrigin;
import com.contractorportal.report.RunStatus;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class NightsIT {

  /** Reports that are made, each in two formats, and those that are put on paper, too. */
  private static final int KINDS = 6;

  private static final Set<String> ON_PAPER = Set.of("EVENT_REPORT", "SERVICE_HISTORY");

  /** Of one customer in a night. */
  private static final int FILES = KINDS * 2 + ON_PAPER.size();

  private static final Actor OPERATOR = Actor.portal("operator", "test");
  private static final Actor PORTAL = Actor.portal("nightly report", "test");

  @Deployment
  static WebArchive portal() {
    return PortalArchive.without(NightSchedule.class); // Nobody but the test starts work.
  }

  private NightService nights;
  private NightLauncher launcher;
  private ReportRunner runner;
  private ReportService reports;

  private NightFixture given;

  @BeforeEach
  void nothing_exists() {
    nights = CDI.current().select(NightService.class).get();
    launcher = CDI.current().select(NightLauncher.class).get();
    runner = CDI.current().select(ReportRunner.class).get();
    reports = CDI.current().select(ReportService.class).get();
    given = new NightFixture();
    given.nothingExists();
  }

  @Test
  void a_night_reports_every_customer_in_service_once_and_skips_the_others() throws Exception {
    CustomerId vermont = given.customer("ACTIVE");
    CustomerId trial = given.customer("TRIAL");
    CustomerId suspended = given.customer("SUSPENDED");
    CustomerId closed = given.customer("CLOSED");
    given.event(vermont, "First snow");
    given.event(vermont, "=HYPERLINK(\"evil\")");
    given.event(trial, "Another customer's storm");

    NightView night = completed(start(Optional.empty()));

    assertThat(night.counts()).isEqualTo(new NightView.Counts(4, 0, 0, 2, 0, 2));
    assertThat(results(night))
        .extracting(NightResultView::customerId, NightResultView::status)
        .contains(
            tuple(suspended.value(), ResultStatus.SKIPPED),
            tuple(closed.value(), ResultStatus.SKIPPED));
    NightResultView result = result(night, vermont);
    assertThat(result.attempts()).isEqualTo(1);
    assertThat(result.rowCount()).contains(2L);
    assertThat(result.error()).isEmpty();

    assertThat(runs(vermont))
        .allSatisfy(
            run -> {
              assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
              assertThat(run.origin()).isEqualTo(RunOrigin.ON_DEMAND);
            });
    assertThat(season(vermont).rowCount()).isEqualTo(2);
    String content = seasonOf(vermont);
    assertThat(content)
        .startsWith("event,kind,status,starts,")
        .contains("First snow,SNOW,PLANNED,", "\"'=HYPERLINK(\"\"evil\"\")\"")
        .doesNotContain("Another customer's storm");
    assertThat(result.byteCount())
        .contains(
            runs(vermont).stream()
                .flatMap(run -> run.files().stream())
                .mapToLong(ReportFileView::byteCount)
                .sum());
    assertThat(seasonOf(trial)).contains("Another customer's storm");
    assertThat(NightFixture.files(suspended)).isEmpty();
    eventually(() -> executions(vermont, "COMPLETED", " AND item_count = 2") == 1);
    assertThat(executions(suspended, "COMPLETED", "")).isZero();
  }

  private long executions(CustomerId customer, String status, String more) {
    return given.count(
        "SELECT COUNT(*) FROM execution_log WHERE customer_id = ? AND kind = 'REPORT_ON_DEMAND'"
            + " AND status = ?"
            + more,
        customer.value(),
        status);
  }

  @Test
  void a_worker_that_reports_many_customers_never_mixes_them_up() throws Exception {
    List<CustomerId> customers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      CustomerId customer = given.customer("ACTIVE");
      given.event(customer, "Snow at " + customer);
      customers.add(customer);
    }

    completed(start(Optional.empty()));

    for (CustomerId customer : customers) {
      assertThat(seasonOf(customer).lines().skip(1))
          .singleElement()
          .asString()
          .startsWith("Snow at " + customer + ",");
    }
  }

  @Test
  void a_persistence_context_left_open_is_of_no_use_to_the_next_customer() throws Exception {
    CustomerId first = given.customer("ACTIVE");
    CustomerId second = given.customer("ACTIVE");
    given.event(first, "Only the first one's");
    EntityManager em = CDI.current().select(OpenContext.class).get().em();
    Callable<List<?>> names =
        () -> em.createQuery("SELECT e.name FROM WinterEvent e").getResultList();

    Transaction.undone(
        () -> {
          assertThat(CurrentCustomer.callAs(first, PORTAL, names)).hasSize(1);
          assertThatThrownBy(() -> CurrentCustomer.callAs(second, PORTAL, names))
              .hasStackTraceContaining("opened for another customer");
          assertThatThrownBy(names::call).hasStackTraceContaining("No customer is bound");
          return null;
        });
  }

  @Test
  void one_failing_customer_leaves_the_others_untouched() throws Exception {
    CustomerId before = given.customer("ACTIVE");
    CustomerId unknownZone = given.customer("ACTIVE", "Vermont/Nowhere");
    CustomerId noFolder = given.customer("ACTIVE");
    CustomerId after = given.customer("ACTIVE");
    Files.createDirectories(NightFixture.store());
    Files.writeString(NightFixture.store().resolve(noFolder.value()), "in the way");
    try {
      NightView night = retried(start(Optional.empty()));

      assertThat(night.counts()).isEqualTo(new NightView.Counts(4, 0, 0, 2, 2, 0));
      assertThat(result(night, unknownZone).error())
          .contains("The customer's time zone or units are not known.");
      assertThat(result(night, noFolder).error())
          .contains("The report file could not be written to the store.");
      assertThat(result(night, noFolder).attempts()).isEqualTo(Lease.ATTEMPTS);
      assertThat(runs(noFolder))
          .hasSize(KINDS)
          .allSatisfy(
              run -> {
                assertThat(run.status()).isEqualTo(RunStatus.FAILED);
                assertThat(run.files()).isEmpty();
              });
      eventually(() -> executions(noFolder, "FAILED", "") == Lease.ATTEMPTS);
      seasonOf(before);
      seasonOf(after);
    } finally {
      Files.delete(NightFixture.store().resolve(noFolder.value()));
    }
  }

  @Test
  void the_lease_of_a_dead_worker_is_taken_over_and_ends_in_one_file() throws Exception {
    CustomerId customer = given.customer("ACTIVE");
    NightView night = startWithoutWorkers();
    Lease dead = nights.lease(night.id(), "dead").orElseThrow();
    assertThat(nights.hasClaimable(night.id())).isFalse();
    leaseEnds(customer);
    Lease taken = nights.lease(night.id(), "second").orElseThrow();
    as(customer, () -> runner.report(taken));
    nights.closeIfDone(night.id());

    NightResultView result = result(night, customer);
    assertThat(result.status()).isEqualTo(ResultStatus.COMPLETED);
    assertThat(result.attempts()).isEqualTo(2);
    String content = seasonOf(customer);
    List<ReportRunView> made = runs(customer);

    // The first worker was not dead after all, only slow. It finds the customer's data changed.
    given.event(customer, "Too late");
    as(customer, () -> runner.report(dead));
    assertThat(seasonOf(customer)).isEqualTo(content);
    assertThat(runs(customer)).isEqualTo(made);
    assertThat(result(night, customer)).isEqualTo(result);
  }

  @Test
  void a_run_that_was_killed_half_way_is_taken_on_by_the_next_worker() throws Exception {
    CustomerId customer = given.customer("ACTIVE");
    NightView night = startWithoutWorkers();
    nights.lease(night.id(), "killed").orElseThrow();
    UUID run = UUID.fromString("01900000-0000-7000-8000-000000000001");
    given.run(
        "INSERT INTO report_run (customer_id, id, kind, origin, night_id, as_of, status,"
            + " started_at, row_count)"
            + " VALUES (?, ?, 'SEASON_SUMMARY', 'ON_DEMAND', ?, ?, 'RUNNING', ?, 0)",
        customer.value(),
        run,
        night.id(),
        night.asOf(),
        Instant.now());
    Path folder = NightFixture.store().resolve(customer.value()).resolve(run.toString());
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("season-summary-x.csv.0.part"), "event,ki");
    leaseEnds(customer);

    launcher.takePart(night.id());
    completed(night);

    assertThat(season(customer).id()).isEqualTo(run);
    seasonOf(customer);
  }

  @Test
  void a_report_that_was_completed_before_the_worker_died_is_not_made_again() throws Exception {
    CustomerId customer = given.customer("ACTIVE");
    given.event(customer, "First snow");
    NightView night = startWithoutWorkers();
    Lease first = nights.lease(night.id(), "killed").orElseThrow();
    as(customer, () -> runner.report(first));
    List<ReportRunView> made = runs(customer);
    UUID lost = season(customer).id();
    given.run("DELETE FROM report_file WHERE run_id = ?", lost);
    given.run("UPDATE report_run SET status = 'RUNNING', ended_at = NULL WHERE id = ?", lost);
    given.run("UPDATE report_result SET status = 'RUNNING', lease_owner = 'killed'");
    leaseEnds(customer);
    given.event(customer, "Told by what is made again only");

    Lease second = nights.lease(night.id(), "second").orElseThrow();
    as(customer, () -> runner.report(second));

    assertThat(seasonOf(customer)).contains("Told by what is made again only");
    assertThat(runs(customer))
        .filteredOn(run -> !run.id().equals(lost))
        .hasSize(KINDS - 1)
        .isSubsetOf(made);
    assertThat(result(night, customer).rowCount()).contains(2L);
  }

  @Test
  void a_customer_whose_workers_all_die_fails_in_the_end() throws Exception {
    CustomerId customer = given.customer("ACTIVE");
    NightView night = startWithoutWorkers();
    for (int attempt = 1; attempt <= Lease.INTERRUPTIONS; attempt++) {
      nights.lease(night.id(), "killed " + attempt).orElseThrow();
      leaseEnds(customer);
    }

    launcher.takePart(night.id());
    completed(night);

    assertThat(result(night, customer).status()).isEqualTo(ResultStatus.FAILED);
    assertThat(runs(customer))
        .hasSize(KINDS)
        .extracting(ReportRunView::error)
        .containsOnly(Optional.of("The portal was interrupted each time it made this report."));
  }

  @Test
  void a_failed_customer_is_tried_again_after_a_pause_that_doubles_and_keeps_no_worker()
      throws Exception {
    CustomerId customer = given.customer("ACTIVE", "Vermont/Nowhere");
    NightView night = startWithoutWorkers();
    for (int failure = 1; failure < Lease.ATTEMPTS; failure++) {
      Instant before = Instant.now();
      int attempts = failure;
      eventually(
          () -> {
            launcher.takePart(night.id());
            return result(night, customer).attempts() == attempts
                && result(night, customer).status() == ResultStatus.PENDING;
          });

      assertThat(nights.hasClaimable(night.id())).isFalse();
      assertThat(nights.lease(night.id(), "too early")).isEmpty();
      assertThat(nights.closeIfDone(night.id())).as("it waits for the next attempt").isFalse();
      long pause = 60L << (failure - 1);
      assertThat(
              given.count(
                  "SELECT COUNT(*) FROM report_result WHERE not_before >= ?", at(before, pause)))
          .isEqualTo(1);
      assertThat(
              given.count(
                  "SELECT COUNT(*) FROM report_result WHERE not_before <= ?",
                  at(Instant.now(), pause)))
          .isEqualTo(1);
      pausesEnd();
    }

    assertThat(retried(night).counts().failed()).isEqualTo(1);
    assertThat(result(night, customer).attempts()).isEqualTo(Lease.ATTEMPTS);
  }

  private static Instant at(Instant from, long seconds) {
    return from.plusSeconds(seconds);
  }

  @Test
  void a_worker_that_is_long_with_one_customer_keeps_nobody_from_those_who_come_later()
      throws Exception {
    CustomerId giant = given.customer("ACTIVE");
    NightView night = startWithoutWorkers();
    CustomerId later;
    try (Connection locked = ownConnection();
        Statement statement = locked.createStatement()) {
      locked.setAutoCommit(false);
      statement.execute(
          "SELECT name FROM customer WHERE customer_id = '%s' FOR UPDATE".formatted(giant.value()));
      launcher.takePart(night.id());
      eventually(() -> result(night, giant).status() == ResultStatus.RUNNING);
      later = given.customer("ACTIVE");
      given.run(
          "INSERT INTO report_result (night_id, customer_id, status, attempts)"
              + " VALUES (?, ?, 'PENDING', 0)",
          night.id(),
          later.value());

      eventually(
          () -> {
            launcher.takePart(night.id());
            return result(night, later).status() == ResultStatus.COMPLETED;
          });

      assertThat(result(night, giant).status()).isEqualTo(ResultStatus.RUNNING);
      locked.rollback();
    }
    assertThat(completed(night).counts().completed()).isEqualTo(2);
    seasonOf(giant);
    seasonOf(later);
  }

  /** One of the server's pool would take part in the transactions of all that is called here. */
  private static Connection ownConnection() throws SQLException {
    return DriverManager.getConnection(
        System.getProperty("portal.db.url"),
        System.getProperty("portal.db.owner.user"),
        System.getProperty("portal.db.owner.password"));
  }

  @Test
  void interruptions_are_no_failures() throws Exception {
    CustomerId customer = given.customer("ACTIVE");
    NightView night = startWithoutWorkers();
    for (int attempt = 1; attempt < Lease.INTERRUPTIONS; attempt++) {
      nights.lease(night.id(), "killed " + attempt).orElseThrow();
      leaseEnds(customer);
    }

    launcher.takePart(night.id());

    assertThat(completed(night).counts().completed()).isEqualTo(1);
    assertThat(result(night, customer).attempts()).isEqualTo(Lease.INTERRUPTIONS);
  }

  @Test
  void who_is_over_the_budget_keeps_what_is_made_and_is_not_tried_again() throws Exception {
    CustomerId slow = given.customer("ACTIVE");
    CustomerId large = given.customer("ACTIVE");
    CustomerId other = given.customer("ACTIVE");
    NightView night = startWithoutWorkers();
    launcher.takePart(night.id());
    completed(night);
    given.run("UPDATE report_night SET status = 'RUNNING', ended_at = NULL");
    given.run("UPDATE report_result SET status = 'PENDING', attempts = 0");
    given.run(
        "DELETE FROM report_file WHERE run_id IN (SELECT id FROM report_run WHERE kind = 'SEASON_SUMMARY')");
    given.run("UPDATE report_run SET status = 'RUNNING' WHERE kind = 'SEASON_SUMMARY'");
    given.run(
        "UPDATE report_result SET worked_ms = ? WHERE customer_id = ?",
        31 * 60 * 1000,
        slow.value());
    given.run(
        "UPDATE report_file SET byte_count = 3000000000 WHERE customer_id = ? LIMIT 1",
        large.value());

    launcher.takePart(night.id());
    NightView ended = completed(night);

    assertThat(ended.counts()).isEqualTo(new NightView.Counts(3, 0, 0, 1, 2, 0));
    assertThat(result(night, slow).error())
        .contains("The reports took longer than a customer has in one night (30m).");
    assertThat(result(night, large).error())
        .contains("The reports are larger than a customer's may be in one night (2G bytes).");
    for (CustomerId over : List.of(slow, large)) {
      assertThat(result(night, over).attempts()).isEqualTo(1);
      assertThat(runs(over))
          .allSatisfy(
              run -> {
                boolean lost = run.kind().equals("SEASON_SUMMARY");
                assertThat(run.status()).isEqualTo(lost ? RunStatus.FAILED : RunStatus.COMPLETED);
                assertThat(run.error())
                    .isEqualTo(lost ? result(night, over).error() : Optional.empty());
                assertThat(run.files()).hasSize(lost ? 0 : formats(run));
              });
    }
    seasonOf(other);
  }

  /** What one customer suffers, no other notices: their files are the same byte by byte. */
  @Test
  void a_poisoned_row_a_suspension_and_a_read_only_folder_change_nobody_elses_files()
      throws Exception {
    List<CustomerId> untouched = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      untouched.add(withSeason());
    }
    CustomerId poisoned = withSeason();
    CustomerId suspended = withSeason();
    CustomerId readOnly = withSeason();
    Instant asOf = Instant.parse("2026-12-01T07:00:00Z");
    NightView calm = nightAsOf(asOf);
    launcher.takePart(calm.id());
    assertThat(completed(calm).counts().completed()).isEqualTo(9);

    given.poisonAnEvent(poisoned);
    Closeable writableAgain = NightFixture.readOnly(readOnly);
    try {
      NightView night = nightAsOf(asOf);
      Lease first = nights.lease(night.id(), "first").orElseThrow();
      as(first.customer(), () -> runner.report(first));
      given.run(
          "UPDATE customer SET status = 'SUSPENDED' WHERE customer_id = ?", suspended.value());
      NightView ended = retried(night);

      assertThat(ended.counts()).isEqualTo(new NightView.Counts(9, 0, 0, 6, 2, 1));
      for (CustomerId customer : untouched) {
        assertThat(digests(customer, night)).hasSize(FILES).isEqualTo(digests(customer, calm));
      }
      assertThat(result(night, poisoned).error())
          .contains(
              "A row of the customer's data cannot be read; the server's log tells which report.");
      assertThat(digests(poisoned, night)).as("reports without that row").isNotEmpty();
      assertThat(result(night, readOnly).error())
          .contains("The report file could not be written: the store is read-only there.");
      assertThat(result(night, suspended).status()).isEqualTo(ResultStatus.SKIPPED);
      assertThat(result(night, poisoned).attempts()).isEqualTo(Lease.ATTEMPTS);
      eventually(() -> executions(poisoned, "FAILED", "") == Lease.ATTEMPTS);
      eventually(() -> executions(readOnly, "FAILED", "") == Lease.ATTEMPTS);
      assertThat(
              given.count(
                  "SELECT COUNT(DISTINCT customer_id) FROM execution_log WHERE status = 'FAILED'"))
          .isEqualTo(2);
    } finally {
      writableAgain.close();
    }
  }

  private CustomerId withSeason() {
    CustomerId customer = given.customer("ACTIVE");
    for (int i = 0; i < 3; i++) {
      given.event(customer, "Snow " + i + " at " + customer);
    }
    return customer;
  }

  /** A night of everybody; nobody works on it. */
  private NightView nightAsOf(Instant asOf) {
    UUID id = Ids.next();
    given.run(
        "INSERT INTO report_night (id, kind, as_of, status, customers, started_at)"
            + " SELECT ?, 'MANUAL', ?, 'RUNNING', COUNT(*), ? FROM customer",
        id,
        asOf,
        Instant.now());
    given.run(
        "INSERT INTO report_result (night_id, customer_id, status, attempts)"
            + " SELECT ?, customer_id, 'PENDING', 0 FROM customer",
        id);
    return nights.get(id);
  }

  /** The digest of each file that a night made of a customer, by kind and name. */
  private Map<String, String> digests(CustomerId customer, NightView night) throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (ReportRunView run : runs(customer)) {
      if (given.count(
              "SELECT COUNT(*) FROM report_run WHERE id = ? AND night_id = ?", run.id(), night.id())
          == 1) {
        for (ReportFileView file : run.files()) {
          byte[] bytes = content(customer, run, file);
          String digest =
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
          assertThat(digest).isEqualTo(file.sha256());
          found.put(run.kind() + "/" + file.name(), digest);
        }
      }
    }
    return found;
  }

  /** A night in which nobody has to wait for the next attempt. */
  private NightView retried(NightView night) throws InterruptedException {
    eventually(
        () -> {
          pausesEnd();
          launcher.takePart(night.id());
          return nights.get(night.id()).status() == NightStatus.COMPLETED;
        });
    return nights.get(night.id());
  }

  private void pausesEnd() {
    given.run(
        "UPDATE report_result SET not_before = ? WHERE not_before IS NOT NULL",
        Instant.now().minusSeconds(1));
  }

  @Test
  void workers_never_lease_the_same_customer() throws Exception {
    int customers = 200;
    for (int i = 0; i < customers; i++) {
      given.customer("ACTIVE");
    }
    NightView night = startWithoutWorkers();

    List<String> leased = new ArrayList<>();
    for (List<String> mine :
        atOnce(
            8,
            () -> {
              List<String> own = new ArrayList<>();
              while (nights.hasClaimable(night.id())) {
                nights
                    .lease(night.id(), UUID.randomUUID().toString())
                    .ifPresent(lease -> own.add(lease.customer().value()));
              }
              return own;
            })) {
      leased.addAll(mine);
    }

    assertThat(leased).hasSize(customers).doesNotHaveDuplicates();
    assertThat(nights.get(night.id()).counts().running()).isEqualTo(customers);
  }

  @Test
  void a_customer_suspended_after_the_night_began_is_skipped() throws Exception {
    CustomerId customer = given.customer("ACTIVE");
    NightView night = startWithoutWorkers();
    given.run("UPDATE customer SET status = 'SUSPENDED'");

    launcher.takePart(night.id());
    completed(night);

    assertThat(result(night, customer).status()).isEqualTo(ResultStatus.SKIPPED);
    assertThat(result(night, customer).error()).contains("The customer is suspended.");
  }

  @Test
  void one_customer_can_be_reported_alone() throws Exception {
    CustomerId wanted = given.customer("ACTIVE");
    CustomerId other = given.customer("ACTIVE");

    NightView night = completed(start(Optional.of(wanted)));

    assertThat(night.customerId()).contains(wanted.value());
    assertThat(night.counts()).isEqualTo(new NightView.Counts(1, 0, 0, 1, 0, 0));
    seasonOf(wanted);
    assertThat(NightFixture.files(other)).isEmpty();
    assertThatThrownBy(() -> start(Optional.of(CustomerId.LEGACY))).isInstanceOf(NotFound.class);
    assertThat(nights.list(PageRequest.first(10)).items()).hasSize(1);
  }

  @Test
  void however_many_nodes_try_a_date_has_one_night() throws Exception {
    CustomerId london = given.oldCustomer("Europe/London");
    CustomerId newYork = given.oldCustomer("America/New_York");
    Instant now = Instant.parse("2026-01-02T12:00:00Z");

    atOnce(8, () -> due(now));

    NightView night = theOnlyNight();
    assertThat(night.nightDate()).contains(LocalDate.of(2026, 1, 2));
    assertThat(night.asOf()).isEqualTo(Instant.parse("2026-01-02T02:00:00Z"));
    assertThat(night.counts()).isEqualTo(new NightView.Counts(2, 2, 0, 0, 0, 0));
    assertThat(asOf(night, london)).isEqualTo(Instant.parse("2026-01-02T02:00:00Z"));
    assertThat(asOf(night, newYork)).isEqualTo(Instant.parse("2026-01-02T07:00:00Z"));
    assertThat(nights.unfinished()).hasSize(1);
    assertThat(given.count("SELECT customers FROM report_night")).isEqualTo(2);
  }

  @Test
  void customers_join_the_night_of_a_date_when_it_comes_to_them() throws Exception {
    CustomerId tonga = given.oldCustomer("Pacific/Tongatapu");
    CustomerId india = given.oldCustomer("Asia/Kolkata");
    CustomerId newYork = given.oldCustomer("America/New_York");
    Instant midnight = Instant.parse("2026-01-02T00:00:00Z");

    due(midnight.minusSeconds(11 * 3600)); // 13:00 the day before; in Tonga it is 02:00.

    Map<LocalDate, Set<String>> nightsThen = customersByDate();
    assertThat(nightsThen.get(LocalDate.of(2026, 1, 2))).containsExactly(tonga.value());
    assertThat(nightsThen.get(LocalDate.of(2026, 1, 1)))
        .containsExactlyInAnyOrder(india.value(), newYork.value());

    due(midnight.plusSeconds(7 * 3600 - 1));
    assertThat(customersByDate().get(LocalDate.of(2026, 1, 2)))
        .containsExactlyInAnyOrder(tonga.value(), india.value());
    due(midnight.plusSeconds(7 * 3600));
    assertThat(customersByDate().get(LocalDate.of(2026, 1, 2)))
        .containsExactlyInAnyOrder(tonga.value(), india.value(), newYork.value());
  }

  @Test
  void the_reports_of_a_date_are_as_of_the_customers_own_night() throws Exception {
    CustomerId newYork = given.oldCustomer("America/New_York");
    Instant night = Instant.parse("2026-03-08T07:00:00Z"); // Clocks go from 02:00 to 03:00.
    due(night.minusSeconds(1));
    assertThat(theOnlyNight().nightDate()).contains(LocalDate.of(2026, 3, 7));
    given.run("DELETE FROM report_result");
    given.run("DELETE FROM report_night");

    due(night);
    launcher.takePart(theOnlyNight().id());
    completed(theOnlyNight());

    assertThat(runs(newYork))
        .hasSize(KINDS)
        .allSatisfy(
            run -> {
              assertThat(run.asOf()).isEqualTo(night);
              assertThat(run.origin()).isEqualTo(RunOrigin.NIGHTLY);
              assertThat(run.files()).allMatch(file -> file.name().contains("-2026-03-08."));
            });
  }

  @Test
  void after_a_long_stop_the_last_night_is_made_up_for() throws Exception {
    given.oldCustomer("Europe/London");
    due(Instant.parse("2026-01-02T12:00:00Z"));

    due(Instant.parse("2026-01-20T01:59:00Z"));

    assertThat(customersByDate())
        .containsOnlyKeys(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 19));
  }

  @Test
  void whoever_became_a_customer_after_its_night_begins_with_the_next() throws Exception {
    CustomerId old = given.oldCustomer("Europe/London");
    CustomerId late =
        given.customer("ACTIVE", "Europe/London", Instant.parse("2026-01-02T02:00:01Z"));
    CustomerId alone =
        given.customer("ACTIVE", "Europe/Paris", Instant.parse("2026-01-02T02:00:01Z"));

    due(Instant.parse("2026-01-02T12:00:00Z"));
    assertThat(customersByDate()).containsOnlyKeys(LocalDate.of(2026, 1, 2));
    assertThat(customersByDate().get(LocalDate.of(2026, 1, 2))).containsExactly(old.value());

    due(Instant.parse("2026-01-03T12:00:00Z"));
    assertThat(customersByDate().get(LocalDate.of(2026, 1, 3)))
        .containsExactlyInAnyOrder(old.value(), late.value(), alone.value());
  }

  @Test
  void whoever_moves_to_another_time_zone_is_reported_once_a_date() throws Exception {
    CustomerId customer = given.oldCustomer("Pacific/Auckland");
    Instant now = Instant.parse("2026-01-01T14:00:00Z"); // 03:00 on the 2nd in Auckland.
    due(now);
    given.run("UPDATE customer SET time_zone = 'America/Los_Angeles'");
    due(now);
    due(now.plusSeconds(24 * 3600)); // 06:00 on the 2nd in Los Angeles.

    assertThat(customersByDate())
        .containsOnlyKeys(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2))
        .allSatisfy((date, of) -> assertThat(of).containsExactly(customer.value()));
    assertThat(given.count("SELECT COUNT(*) FROM report_result")).isEqualTo(2);
  }

  /** The test's own time is the real one here: between these zones it is never the same date. */
  @Test
  void a_night_ends_when_it_has_come_to_everybody_and_opens_again_for_who_was_not_there()
      throws Exception {
    CustomerId early = given.oldCustomer("Pacific/Kiritimati");
    CustomerId late = given.oldCustomer("Etc/GMT+12");
    due(Instant.now());
    LocalDate newest = customersByDate().keySet().stream().max(LocalDate::compareTo).orElseThrow();
    for (UUID night : nights.unfinished()) {
      launcher.takePart(night);
    }
    eventually(() -> given.count("SELECT COUNT(*) FROM report_result WHERE ended_at IS NULL") == 0);
    nights.unfinished();

    assertThat(nights.list(PageRequest.first(10)).items())
        .hasSize(2)
        .allSatisfy(
            night ->
                assertThat(night.status())
                    .as("night of %s", night.nightDate())
                    .isEqualTo(
                        night.nightDate().equals(Optional.of(newest))
                            ? NightStatus.RUNNING
                            : NightStatus.COMPLETED));

    given.run("UPDATE customer SET time_zone = 'Pacific/Kiritimati'");
    given.oldCustomer("Pacific/Kiritimati");
    nights.unfinished();
    assertThat(nightOf(newest).status()).as("some are missing").isEqualTo(NightStatus.RUNNING);
    due(Instant.now());
    launcher.takePart(nightOf(newest).id());
    eventually(() -> given.count("SELECT COUNT(*) FROM report_result WHERE ended_at IS NULL") == 0);
    completed(nightOf(newest));
    assertThat(customersByDate().get(newest)).hasSize(3).contains(early.value(), late.value());

    given.oldCustomer("Pacific/Kiritimati");
    due(Instant.now());
    assertThat(nightOf(newest).status()).isEqualTo(NightStatus.RUNNING);
    assertThat(nightOf(newest).endedAt()).isEmpty();
    launcher.takePart(nightOf(newest).id());
    assertThat(completed(nightOf(newest)).counts().completed()).isEqualTo(4);
  }

  private Void due(Instant now) {
    nights.addDue(now);
    return null;
  }

  private NightView nightOf(LocalDate date) {
    return nights.list(PageRequest.first(10)).items().stream()
        .filter(night -> night.nightDate().equals(Optional.of(date)))
        .findFirst()
        .orElseThrow();
  }

  private NightView theOnlyNight() {
    List<NightView> all = nights.list(PageRequest.first(10)).items();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private Instant asOf(NightView night, CustomerId customer) {
    return result(night, customer).asOf().orElseThrow();
  }

  /** Who is in the night of each date. */
  private Map<LocalDate, Set<String>> customersByDate() {
    Map<LocalDate, Set<String>> found = new TreeMap<>();
    for (NightView night : nights.list(PageRequest.first(50)).items()) {
      found.put(
          night.nightDate().orElseThrow(),
          results(night).stream()
              .map(NightResultView::customerId)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return found;
  }

  @Test
  void a_repeated_request_starts_one_night() throws Exception {
    CustomerId customer = given.customer("ACTIVE");
    RequestKey key = new RequestKey("once", new byte[32]);

    List<NightView> started =
        atOnce(
            4,
            () ->
                asOperator(
                    () -> nights.startManual(Round.of(Optional.of(customer)), Optional.of(key))));

    assertThat(started).extracting(NightView::id).containsOnly(started.get(0).id());
    assertThat(nights.list(PageRequest.first(10)).items()).hasSize(1);
    assertThatThrownBy(
            () ->
                asOperator(() -> nights.startManual(Round.of(Optional.empty()), Optional.of(key))))
        .isInstanceOf(IdempotencyKeyReused.class);
  }

  @Test
  void workers_stop_when_told_to_and_others_finish_the_night() throws Exception {
    for (int i = 0; i < 150; i++) {
      given.customer("ACTIVE");
    }
    NightView night = start(Optional.empty());
    eventually(() -> nights.get(night.id()).counts().completed() > 0);
    launcher.stop();
    eventually(() -> nights.get(night.id()).counts().running() == 0);
    NightView stopped = nights.get(night.id());
    assertThat(stopped.status()).isEqualTo(NightStatus.RUNNING);
    assertThat(stopped.counts().pending()).isPositive();

    launcher.takePart(night.id());

    assertThat(completed(night).counts().completed()).isEqualTo(150);
    assertThat(given.count("SELECT COUNT(*) FROM report_run")).isEqualTo(150 * KINDS);
    assertThat(given.count("SELECT COUNT(*) FROM report_file")).isEqualTo(150 * FILES);
    assertThat(results(night)).extracting(NightResultView::attempts).containsOnly(1);
  }

  @Test
  void jobs_are_remembered_in_the_portals_own_database() throws Exception {
    given.customer("ACTIVE");
    long jobs = given.count("SELECT COUNT(*) FROM batch_JOBINSTANCEDATA");

    completed(start(Optional.empty()));

    assertThat(given.count("SELECT COUNT(*) FROM batch_JOBINSTANCEDATA")).isGreaterThan(jobs);
  }

  @Test
  void a_long_season_is_written_whole() throws Exception {
    CustomerId customer = given.customer("ACTIVE");
    for (int i = 0; i < 1203; i++) {
      given.event(customer, "Event " + i);
    }

    NightView night = completed(start(Optional.of(customer)));

    assertThat(result(night, customer).rowCount()).contains(1203L);
    assertThat(seasonOf(customer).lines().distinct()).hasSize(1204);
  }

  private NightView start(Optional<CustomerId> only) throws Exception {
    return asOperator(() -> launcher.start(Round.of(only), Optional.empty()));
  }

  private NightView startWithoutWorkers() throws Exception {
    return asOperator(() -> nights.startManual(Round.of(Optional.empty()), Optional.empty()));
  }

  private static NightView asOperator(Callable<NightView> work) throws Exception {
    CurrentCustomer.bindOperator(OPERATOR);
    try {
      return work.call();
    } finally {
      CurrentCustomer.clear();
    }
  }

  private static void as(CustomerId customer, Runnable work) throws Exception {
    CurrentCustomer.callAs(
        customer,
        PORTAL,
        () -> {
          work.run();
          return null;
        });
  }

  private NightView completed(NightView night) throws InterruptedException {
    eventually(() -> nights.get(night.id()).status() == NightStatus.COMPLETED);
    return nights.get(night.id());
  }

  private static void eventually(BooleanSupplier condition) throws InterruptedException {
    Instant limit = Instant.now().plusSeconds(180);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("within three minutes").isBefore(limit);
      Thread.sleep(20);
    }
  }

  private void leaseEnds(CustomerId customer) {
    given.run(
        "UPDATE report_result SET lease_until = ? WHERE customer_id = ?",
        Instant.now().minusSeconds(1),
        customer.value());
  }

  private List<NightResultView> results(NightView night) {
    return nights.results(night.id(), Optional.empty(), PageRequest.first(200)).items();
  }

  private NightResultView result(NightView night, CustomerId customer) {
    return results(night).stream()
        .filter(result -> result.customerId().equals(customer.value()))
        .findFirst()
        .orElseThrow();
  }

  private List<ReportRunView> runs(CustomerId customer) throws Exception {
    return CurrentCustomer.callAs(
        customer, PORTAL, () -> reports.list(PageRequest.first(100)).items());
  }

  private ReportRunView season(CustomerId customer) throws Exception {
    return runs(customer).stream()
        .filter(run -> run.kind().equals("SEASON_SUMMARY"))
        .findFirst()
        .orElseThrow();
  }

  private static int formats(ReportRunView run) {
    return ON_PAPER.contains(run.kind()) ? 3 : 2;
  }

  /**
   * The content of a customer's season summary, after making sure that the customer has one run of
   * each report, that every file of them is whole, and that there are no others.
   */
  private String seasonOf(CustomerId customer) throws Exception {
    List<ReportRunView> runs = runs(customer);
    assertThat(runs).extracting(ReportRunView::kind).hasSize(KINDS).doesNotHaveDuplicates();
    List<Path> named = new ArrayList<>();
    String season = "";
    for (ReportRunView run : runs) {
      assertThat(run.files()).hasSize(formats(run));
      for (ReportFileView file : run.files()) {
        named.add(Path.of(customer.value(), run.id().toString(), file.name()));
        byte[] bytes = content(customer, run, file);
        assertThat(file.byteCount()).isEqualTo(bytes.length);
        assertThat(file.sha256())
            .isEqualTo(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        if (run.kind().equals("SEASON_SUMMARY") && file.name().endsWith(".csv")) {
          season = new String(bytes, StandardCharsets.UTF_8);
        }
      }
    }
    assertThat(NightFixture.files(customer))
        .extracting(file -> NightFixture.store().relativize(file))
        .containsExactlyInAnyOrderElementsOf(named);
    return season;
  }

  private byte[] content(CustomerId customer, ReportRunView run, ReportFileView file)
      throws Exception {
    // Downloads stand in the trail, which nobody here could clear.
    return Transaction.undone(
        () ->
            CurrentCustomer.callAs(
                customer,
                PORTAL,
                () -> {
                  ByteArrayOutputStream content = new ByteArrayOutputStream();
                  reports.take(run.id(), file.name()).writeTo(content);
                  return content.toByteArray();
                }));
  }

  private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<T> done = new ArrayList<>();
      for (Future<T> each : executor.invokeAll(Collections.nCopies(threads, work))) {
        done.add(each.get());
      }
      return done;
    } finally {
      executor.shutdownNow();
    }
  }
}
