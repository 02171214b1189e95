package com.contractorportal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.member.MemberInvitation;
import com.contractorportal.member.MemberService;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.property.PropertyDraft;
import com.contractorportal.property.PropertyKind;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyStatus;
import com.contractorportal.property.PropertyView;
import com.contractorportal.report.ReportService;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
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
class PlanLimitsIT {

  /** Of the plan FREE. */
  private static final int MOST_PROPERTIES = 50;

  private static final int MOST_MEMBERS = 5;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private PropertyService properties;
  private CustomerId company;
  private UUID admin;

  @BeforeEach
  void a_company_that_pays_nothing() {
    given = new Fixture();
    properties = CDI.current().select(PropertyService.class).get();
    company = given.customer("Free Riders");
    isOn("FREE");
    admin = given.account("none", false);
    given.member(admin, company, Role.ADMIN);
  }

  @Test
  void of_many_who_take_the_last_place_at_once_one_gets_it() throws Exception {
    has(MOST_PROPERTIES - 1, "ACTIVE");
    int many = 6;
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    List<Future<PropertyView>> attempts = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      attempts.add(
          threads.submit(
              () -> {
                go.await();
                return inCompany(() -> create(draft()));
              }));
    }
    go.countDown();

    List<ReachedLimit> refused = new ArrayList<>();
    for (Future<PropertyView> attempt : attempts) {
      try {
        attempt.get();
      } catch (ExecutionException failure) {
        assertThat(failure).hasCauseInstanceOf(PlanLimitReached.class);
        refused.add(((PlanLimitReached) failure.getCause()).reached());
      }
    }
    threads.shutdown();

    assertThat(refused)
        .hasSize(many - 1)
        .containsOnly(new ReachedLimit(Limit.PROPERTIES, "FREE", MOST_PROPERTIES, MOST_PROPERTIES));
    assertThat(given.number("SELECT COUNT(*) FROM property WHERE customer_id = ?", company.value()))
        .isEqualTo(MOST_PROPERTIES);
  }

  @Test
  void what_is_archived_or_deleted_takes_no_room_until_it_comes_back() throws Exception {
    PropertyView deleted = inCompany(() -> create(draft()));
    inCompany(() -> properties.delete(deleted.id(), deleted.version()));
    PropertyView archived = inCompany(() -> create(draft(PropertyStatus.ARCHIVED)));
    has(MOST_PROPERTIES - 1, "PAUSED");
    PropertyView last = inCompany(() -> create(draft()));

    isRefused(() -> properties.restore(deleted.id()));
    isRefused(() -> properties.update(archived.id(), archived.version(), draft()));

    inCompany(() -> properties.update(last.id(), last.version(), draft(PropertyStatus.ARCHIVED)));
    assertThat(inCompany(() -> properties.restore(deleted.id())).deletedAt()).isEmpty();
  }

  @Test
  void a_larger_plan_helps_at_once_and_a_smaller_one_takes_nothing_away() throws Exception {
    has(MOST_PROPERTIES, "ACTIVE");
    isRefused(() -> create(draft()));

    isOn("ENTERPRISE");
    PropertyView more = inCompany(() -> create(draft()));

    isOn("FREE");
    assertThat(inCompany(() -> properties.update(more.id(), more.version(), draft()))).isNotNull();
    isRefused(() -> create(draft()));
  }

  @Test
  void what_was_created_before_is_told_again_though_there_is_no_room_any_more() throws Exception {
    has(MOST_PROPERTIES - 1, "ACTIVE");
    PropertyDraft draft = draft();
    Optional<RequestKey> key = key(draft);
    PropertyView created = inCompany(() -> properties.create(draft, key));

    assertThat(inCompany(() -> properties.create(draft, key)).id()).isEqualTo(created.id());
  }

  @Test
  void invited_members_take_room() throws Exception {
    MemberService members = CDI.current().select(MemberService.class).get();
    for (int i = 1; i < MOST_MEMBERS; i++) {
      inCompany(() -> members.invite(invitation(), Optional.empty()));
    }

    assertThatExceptionOfType(PlanLimitReached.class)
        .isThrownBy(() -> inCompany(() -> members.invite(invitation(), Optional.empty())))
        .satisfies(
            refusal ->
                assertThat(refusal.reached())
                    .isEqualTo(
                        new ReachedLimit(Limit.MEMBERS, "FREE", MOST_MEMBERS, MOST_MEMBERS)));
  }

  @Test
  void reports_older_than_the_plan_reaches_back_are_out_of_sight() throws Exception {
    ReportService reports = CDI.current().select(ReportService.class).get();
    UUID young = runOf(Duration.ofDays(29));
    UUID old = runOf(Duration.ofDays(31));

    assertThat(inCompany(() -> reports.list(PageRequest.first(10)).items()))
        .extracting("id")
        .containsExactly(young);
    assertThat(inCompany(() -> reports.get(young)).id()).isEqualTo(young);
    assertThatExceptionOfType(PlanLimitReached.class)
        .isThrownBy(() -> inCompany(() -> reports.get(old)))
        .withMessageContaining("30 days of reports");
    assertThatExceptionOfType(PlanLimitReached.class)
        .isThrownBy(() -> inCompany(() -> reports.take(old, "season.csv")));

    isOn("ENTERPRISE");
    assertThat(inCompany(() -> reports.get(old)).id()).isEqualTo(old);
  }

  private UUID runOf(Duration age) {
    UUID id = Ids.next();
    given.run(
        "INSERT INTO report_run (customer_id, id, kind, origin, as_of, status, started_at,"
            + " row_count) VALUES (?, ?, 'SEASON_SUMMARY', 'ON_DEMAND', ?, 'COMPLETED', ?, 0)",
        company.value(),
        id,
        Instant.now().minus(age),
        Instant.now().minus(age));
    return id;
  }

  private void isRefused(Callable<?> work) {
    assertThatExceptionOfType(PlanLimitReached.class)
        .isThrownBy(() -> inCompany(work))
        .withMessageContaining("The plan FREE allows 50 properties");
  }

  private void isOn(String plan) {
    given.run("UPDATE customer SET plan = ? WHERE customer_id = ?", plan, company.value());
  }

  private void has(int many, String status) {
    for (int i = 0; i < many; i++) {
      given.run(
          "INSERT INTO property (customer_id, id, name, street, kind, status, created_at,"
              + " updated_at) VALUES (?, ?, 'Lot', '1 Main St', 'OTHER', ?, ?, ?)",
          company.value(),
          Ids.next(),
          status,
          Instant.now(),
          Instant.now());
    }
  }

  private <T> T inCompany(Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(
        company, Actor.person(admin, Fixture.email(admin), Role.ADMIN, "test"), work);
  }

  /** With a key: what is remembered of requests is read before what there is room for. */
  private PropertyView create(PropertyDraft draft) {
    return properties.create(draft, key(draft));
  }

  private static Optional<RequestKey> key(PropertyDraft draft) {
    return Optional.of(RequestKey.of(UUID.randomUUID().toString(), "create", draft));
  }

  private static MemberInvitation invitation() {
    return new MemberInvitation(
        UUID.randomUUID() + "@portal.example", "Pat Newcomer", Role.VIEWER, null, null, null);
  }

  private static PropertyDraft draft() {
    return draft(PropertyStatus.ACTIVE);
  }

  private static PropertyDraft draft(PropertyStatus status) {
    return new PropertyDraft(
        "Town Hall",
        "39 Main St",
        null,
        null,
        null,
        null,
        null,
        null,
        PropertyKind.MUNICIPAL,
        null,
        null,
        null,
        status,
        null);
  }
}
