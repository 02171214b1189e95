package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.idempotency.IdempotencyKeyReused;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a customer may ask for; nobody here makes it. */
@ExtendWith(ArquillianExtension.class)
class OnDemandIT {

  private static final String SEASON = "SEASON_SUMMARY";

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private ReportService reports;
  private NightService nights;
  private CustomerId customer;
  private Actor admin;

  @BeforeEach
  void a_customer() {
    given = new Fixture();
    reports = CDI.current().select(ReportService.class).get();
    nights = CDI.current().select(NightService.class).get();
    customer = given.customer("Snow and Sons");
    UUID account = given.account("no hash", false);
    given.member(account, customer, Role.ADMIN);
    admin = Actor.person(account, Fixture.email(account), Role.ADMIN, "test");
  }

  @AfterEach
  void nothing_is_left_to_do() {
    given.run("UPDATE report_result SET status = 'SKIPPED' WHERE status = 'PENDING'");
    given.run("UPDATE report_night SET status = 'CANCELLED', slot = NULL WHERE slot IS NOT NULL");
  }

  @Test
  void what_is_asked_for_waits_for_a_worker_with_all_that_was_asked_for() throws Exception {
    UUID event = event(customer);
    Wishes wishes =
        new Wishes(
            List.of("EVENT_REPORT"),
            List.of("csv"),
            Optional.of(LocalDate.of(2026, 1, 2)),
            Optional.of(LocalDate.of(2026, 1, 3)),
            Optional.of(event),
            Optional.empty());

    ReportRunView run = ask(wishes, Optional.empty());

    assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(run.origin()).isEqualTo(RunOrigin.ON_DEMAND);
    Lease lease = nights.lease(round(run), "test").orElseThrow();
    assertThat(lease.wishes()).isEqualTo(wishes);
    assertThat(lease.customer()).isEqualTo(customer);
    assertThat(lease.asOf()).isEqualTo(run.asOf());
    assertThat(nights.unfinished()).as("of nights").doesNotContain(round(run));
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND entity = 'report-run'"
                    + " AND action = 'create' AND actor_id = ? AND after_state LIKE '%2026-01-03%'",
                customer.value(), admin.accountId().orElseThrow()))
        .isEqualTo(1);
  }

  @Test
  void a_repeated_request_asks_once() throws Exception {
    RequestKey key = new RequestKey("once", new byte[32]);
    Wishes wishes = wishes(SEASON, List.of(), null, null);

    ReportRunView first = ask(wishes, Optional.of(key));

    assertThat(ask(wishes, Optional.of(key))).isEqualTo(first);
    assertThat(runs()).isEqualTo(1);
    assertThatThrownBy(() -> ask(wishes, Optional.of(new RequestKey("once", new byte[] {1}))))
        .isInstanceOf(IdempotencyKeyReused.class);
  }

  @Test
  void only_so_many_are_open_however_many_ask_at_once() throws Exception {
    List<Boolean> taken =
        atOnce(
            8,
            () -> {
              try {
                ask(wishes(SEASON, List.of(), null, null), Optional.empty());
                return true;
              } catch (TooManyOpenReports full) {
                return false;
              }
            });

    assertThat(taken).filteredOn(Boolean::booleanValue).hasSize(ReportNight.SLOTS);
    assertThat(runs()).isEqualTo(ReportNight.SLOTS);
    CustomerId full = customer;
    a_customer();
    ask(wishes(SEASON, List.of(), null, null), Optional.empty());
    UUID open = given.ids("SELECT id FROM report_night WHERE customer_id = ?", full.value()).get(0);
    given.run("UPDATE report_result SET status = 'COMPLETED' WHERE night_id = ?", open);
    nights.closeIfDone(open);
    customer = full;
    ask(wishes(SEASON, List.of(), null, null), Optional.empty());
  }

  @Test
  void what_no_report_can_be_limited_to_is_refused_by_field() {
    UUID theirs = event(given.customer("Another"));
    LocalDate day = LocalDate.of(2026, 1, 2);

    assertRefused("eventId", wishes("EVENT_REPORT", theirs, null));
    assertRefused("eventId", wishes("EVENT_REPORT", Ids.next(), null));
    assertRefused("propertyId", wishes("EVENT_REPORT", null, Ids.next()));
    assertRefused("propertyId", wishes(SEASON, null, Ids.next()));
    assertRefused("to", wishes(SEASON, List.of(), day, day.minusDays(1)));
    assertRefused("from", wishes(SEASON, List.of(), LocalDate.of(1999, 1, 1), day));
    assertRefused("to", wishes(SEASON, List.of(), day, LocalDate.of(9999, 1, 1)));
    assertRefused("formats", wishes(SEASON, List.of("exe"), null, null));
    assertThatThrownBy(() -> ask(wishes("NO_SUCH_KIND", List.of(), null, null), Optional.empty()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void who_may_not_read_a_report_cannot_have_it_made() throws Exception {
    Wishes hours = wishes("CONTRACTOR_HOURS", List.of(), null, null);
    ask(hours, Optional.empty());
    admin = Actor.person(Ids.next(), "viewer@company.example", Role.VIEWER, "test");
    assertThatThrownBy(() -> ask(hours, Optional.empty())).isInstanceOf(NotFound.class);
  }

  private void assertRefused(String field, Wishes wishes) {
    assertThatThrownBy(() -> ask(wishes, Optional.empty()))
        .isInstanceOfSatisfying(
            InvalidField.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  private static Wishes wishes(String kind, List<String> formats, LocalDate from, LocalDate to) {
    return new Wishes(
        List.of(kind),
        formats,
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        Optional.empty(),
        Optional.empty());
  }

  private static Wishes wishes(String kind, UUID event, UUID property) {
    return new Wishes(
        List.of(kind),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(event),
        Optional.ofNullable(property));
  }

  private UUID event(CustomerId of) {
    UUID id = Ids.next();
    given.run(
        "INSERT INTO winter_event (customer_id, id, name, kind, status, starts_at, created_at,"
            + " updated_at) VALUES (?, ?, 'Storm', 'SNOW', 'PLANNED', ?, ?, ?)",
        of.value(),
        id,
        Instant.now(),
        Instant.now(),
        Instant.now());
    return id;
  }

  private ReportRunView ask(Wishes wishes, Optional<RequestKey> key) throws Exception {
    return CurrentCustomer.callAs(
        customer, admin, () -> reports.start(wishes.kinds().get(0), wishes, key));
  }

  private UUID round(ReportRunView run) {
    return given.ids("SELECT night_id FROM report_run WHERE id = ?", run.id()).get(0);
  }

  private int runs() throws Exception {
    return CurrentCustomer.callAs(
        customer, admin, () -> reports.list(PageRequest.first(100)).items().size());
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
