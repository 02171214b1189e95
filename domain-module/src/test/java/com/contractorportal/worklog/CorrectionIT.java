package com.contractorportal.worklog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import com.contractorportal.winterevent.Work;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A log and its correction point to each other, and one of the two counts. */
@ExtendWith(ArquillianExtension.class)
class CorrectionIT {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private WorkLogService logs;
  private ProgressService progress;
  private CustomerId company;
  private Actor manager;
  private UUID event;
  private UUID wrong;

  @BeforeEach
  void an_approved_log() {
    Fixture given = new Fixture();
    logs = CDI.current().select(WorkLogService.class).get();
    progress = CDI.current().select(ProgressService.class).get();
    company = given.customer("Snow and Sons");
    UUID account = given.account("no hash", false);
    UUID member = given.member(account, company, Role.MANAGER);
    manager = Actor.person(account, Fixture.email(account), Role.MANAGER, "test");
    event = Ids.next();
    given.run(
        "INSERT INTO winter_event (customer_id, id, name, kind, status, starts_at, activated_at,"
            + " created_at, updated_at) VALUES (?, ?, 'Storm', 'SNOW', 'ACTIVE', ?, ?, ?, ?)",
        company.value(),
        event,
        START,
        START,
        START,
        START);
    UUID property = Ids.next();
    given.run(
        "INSERT INTO property (customer_id, id, name, street, kind, status, created_at, updated_at)"
            + " VALUES (?, ?, 'Site', '1 Main St', 'OTHER', 'ACTIVE', ?, ?)",
        company.value(),
        property,
        START,
        START);
    wrong = Ids.next();
    given.run(
        "INSERT INTO winter_ops_log (customer_id, id, event_id, property_id, member_id, work,"
            + " status, started_at, ended_at, captured_at, received_at, late, created_at,"
            + " updated_at) VALUES (?, ?, ?, ?, ?, 'PLOW', 'APPROVED', ?, ?, ?, ?, FALSE, ?, ?)",
        company.value(),
        wrong,
        event,
        property,
        member,
        START,
        START.plusSeconds(3_600),
        START,
        START,
        START,
        START);
  }

  @Test
  void a_corrected_log_names_its_correction_and_is_of_the_same_version() throws Exception {
    WorkLogView before = as(() -> logs.get(wrong));

    WorkLogView right = correct(7_200);

    WorkLogView now = as(() -> logs.get(wrong));
    assertThat(right.corrects()).contains(wrong);
    assertThat(now.correctedBy()).contains(right.id());
    assertThat(now).usingRecursiveComparison().ignoringFields("correctedBy").isEqualTo(before);
    assertThatThrownBy(() -> correct(1_800))
        .isInstanceOfSatisfying(
            LogIsCorrected.class,
            failure -> assertThat(failure.related().get(0).id()).isEqualTo(right.id()));
  }

  @Test
  void a_correction_counts_in_place_of_the_log_unless_it_is_rejected() throws Exception {
    assertThat(minutes()).isEqualTo(60);

    WorkLogView right = correct(7_200);
    assertThat(minutes()).isEqualTo(120);

    WorkLogView rejected =
        as(() -> logs.reject(right.id(), right.version(), "Nobody stays that long."));
    assertThat(minutes()).isEqualTo(60);
    assertThat(as(() -> logs.get(wrong)).correctedBy()).contains(right.id());

    as(
        () ->
            logs.complete(right.id(), rejected.version(), WorkLogCompletion.NOW, Optional.empty()));
    assertThat(minutes()).isEqualTo(120);
  }

  private long minutes() throws Exception {
    return as(() -> progress.of(event)).minutes();
  }

  private WorkLogView correct(int seconds) throws Exception {
    WorkLogContents contents =
        new WorkLogContents(
            Work.PLOW, null, START, START.plusSeconds(seconds), null, null, null, null, null, null);
    return as(() -> logs.correct(wrong, 0, contents, Optional.empty()));
  }

  private <T> T as(Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(company, manager, work);
  }
}
