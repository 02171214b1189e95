package com.contractorportal.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ImportQueueIT {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private ImportQueue queue;
  private CustomerId company;
  private Actor manager;

  @BeforeEach
  void a_manager() {
    given = new Fixture();
    queue = CDI.current().select(ImportQueue.class).get();
    company = given.customer("Snow and Sons");
    UUID account = given.account("no hash", false);
    given.member(account, company, Role.MANAGER);
    manager = Actor.person(account, Fixture.email(account), Role.MANAGER, "test");
  }

  @Test
  void the_imports_of_a_suspended_company_wait_until_it_is_active_again() throws Exception {
    stands("SUSPENDED");
    UUID id = send("address\n1 A St\n\"2\u0085B St\"\n");

    List<CustomerId> offered = new ArrayList<>();
    for (Optional<ImportQueue.Lease> lease = queue.lease("test");
        lease.isPresent();
        lease = queue.lease("test")) {
      offered.add(lease.get().customer());
    }
    assertThat(offered).doesNotContain(company);
    assertThat(get(id).status()).isEqualTo(ImportStatus.QUEUED);

    stands("ACTIVE");
    CDI.current().select(ImportWorker.class).get().wake();
    PropertyImportView done = ended(id);

    assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(done.errors())
        .extracting(PropertyImportView.RowError::field)
        .containsExactly("street");
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND entity = 'import'"
                    + " AND action = 'complete' AND entity_id = ? AND actor_id = ?"
                    + " AND after_state LIKE '%\"rowsAccepted\":1,%'"
                    + " AND after_state LIKE '%\"rowsRejected\":1,%'",
                company.value(), id.toString(), manager.accountId().orElseThrow()))
        .isEqualTo(1);
  }

  @Test
  void a_file_that_breaks_off_ends_in_the_companys_trail_too() throws Exception {
    UUID id = send("address\n1 A St\n\"2 B St\n");

    assertThat(ended(id).status()).isEqualTo(ImportStatus.FAILED);
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND entity = 'import'"
                    + " AND action = 'give-up' AND entity_id = ?",
                company.value(),
                id.toString()))
        .isEqualTo(1);
  }

  @Test
  void who_works_on_an_import_stops_when_its_company_is_suspended() {
    UUID id = Ids.next();
    given.run(
        "INSERT INTO import_task (import_id, customer_id, lease_owner, lease_until, attempts,"
            + " created_at) VALUES (?, ?, 'test', ?, 1, ?)",
        id,
        company.value(),
        Instant.now().plus(LIMIT),
        Instant.now());
    try {
      queue.renew(id, "test");
      stands("SUSPENDED");

      assertThatThrownBy(() -> queue.renew(id, "test")).isInstanceOf(ImportQueue.LeaseLost.class);
    } finally {
      given.run("DELETE FROM import_task WHERE import_id = ?", id);
    }
  }

  private void stands(String status) {
    given.run("UPDATE customer SET status = ? WHERE customer_id = ?", status, company.value());
  }

  private UUID send(String csv) throws Exception {
    return CurrentCustomer.callAs(
        company,
        manager,
        () ->
            CDI.current()
                .select(PropertyImportService.class)
                .get()
                .start(
                    "sites.csv",
                    false,
                    new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))
                .id());
  }

  private PropertyImportView get(UUID id) throws Exception {
    return CurrentCustomer.callAs(
        company, manager, () -> CDI.current().select(PropertyImportService.class).get().get(id));
  }

  private PropertyImportView ended(UUID id) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (get(id).finishedAt().isEmpty() && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
    return get(id);
  }
}
