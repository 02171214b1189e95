package com.contractorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.audit.AuditVerification.Break;
import com.contractorportal.audit.AuditVerification.Kind;
import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Transaction;
import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.OwnerDatabase;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.spi.CDI;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever changes a trail past the portal, with all rights on the database, is found out. */
@ExtendWith(ArquillianExtension.class)
class SealIT {

  private static final int ENTRIES = 7;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  /** Whatever has an audit trail. */
  public record Thing(String name) {}

  private Fixture given;
  private Sealer sealer;
  private CustomerId company;
  private List<UUID> entries;

  @BeforeEach
  void a_sealed_trail() throws Exception {
    given = new Fixture();
    sealer = CDI.current().select(Sealer.class).get();
    company = given.customer("Snow and Sons");
    write(company, ENTRIES);
    sealer.seal(company);
    entries =
        given.ids(
            "SELECT entry_id FROM audit_seal WHERE customer_id = ? ORDER BY sequence",
            company.value());
  }

  @Test
  void a_trail_that_nobody_touched_is_intact() throws Exception {
    AuditVerification found = verify(company);

    assertThat(found.firstBroken()).isEmpty();
    assertThat(found.intact()).isTrue();
    assertThat(found.links()).isEqualTo(ENTRIES);
    assertThat(found.entries()).isEqualTo(ENTRIES);
    assertThat(found.waiting()).isZero();
    assertThat(entries).hasSize(ENTRIES).isSorted();
    assertThat(Files.readString(heads(company)))
        .startsWith(ENTRIES + " " + found.head().orElseThrow());
  }

  @Test
  void a_trail_is_intact_while_entries_wait_for_their_seals() throws Exception {
    write(company, 3);

    AuditVerification found = verify(company);

    assertThat(found.intact()).isTrue();
    assertThat(found.waiting()).isEqualTo(3);
    sealer.seal(company);
    assertThat(verify(company).links()).isEqualTo(ENTRIES + 3);
  }

  @Test
  void whichever_column_of_an_entry_is_altered_the_entry_is_named() throws Exception {
    List<String> columns = columns();
    assertThat(columns).contains("before_state", "on_behalf_of", "actor_name");
    for (String column : columns) {
      CustomerId victim = given.customer("Altered " + column);
      write(victim, ENTRIES);
      sealer.seal(victim);
      UUID entry =
          given
              .ids(
                  "SELECT entry_id FROM audit_seal WHERE customer_id = ? AND sequence = 4",
                  victim.value())
              .get(0);

      owner(
          "UPDATE audit_entry SET %s = %s WHERE customer_id = '%s' AND id = %s"
              .formatted(column, another(column), victim.value(), hex(entry)));

      Break broken = verify(victim).firstBroken().orElseThrow();
      assertThat(broken.entryId()).as(column).contains(entry);
      assertThat(broken.sequence()).as(column).contains(4L);
      assertThat(broken.kind())
          .as(column)
          .isEqualTo(column.equals("id") ? Kind.ENTRY_MISSING : Kind.ENTRY_CHANGED);
    }
    assertThat(verify(company).intact()).as("another customer's").isTrue();
  }

  /** All columns but those that say whose row it is, and how often the portal wrote it. */
  private List<String> columns() throws Exception {
    List<String> columns = new ArrayList<>();
    try (Connection connection = CDI.current().select(OwnerDatabase.class).get().connect();
        Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "SELECT column_name FROM information_schema.columns WHERE table_name = 'audit_entry'"
                    + " AND table_schema = DATABASE()"
                    + " AND column_name NOT IN ('customer_id', 'version')")) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }

  private static String another(String column) {
    return switch (column) {
      case "at" -> "at + INTERVAL 1 MICROSECOND";
      case "id", "actor_id", "on_behalf_of" -> "UNHEX(REPEAT('0a', 16))";
      default -> "CONCAT(COALESCE(" + column + ", ''), ' ')";
    };
  }

  @Test
  void an_entry_that_is_gone_is_named() throws Exception {
    owner(
        "DELETE FROM audit_entry WHERE customer_id = '%s' AND id = %s"
            .formatted(company.value(), hex(entries.get(2))));

    Break broken = verify(company).firstBroken().orElseThrow();

    assertThat(broken.kind()).isEqualTo(Kind.ENTRY_MISSING);
    assertThat(broken.entryId()).contains(entries.get(2));
    assertThat(broken.sequence()).contains(3L);
  }

  @Test
  void an_entry_that_goes_before_it_is_sealed_is_named() throws Exception {
    write(company, 1);
    UUID young =
        given
            .ids("SELECT entry_id FROM audit_unsealed WHERE customer_id = ?", company.value())
            .get(0);
    owner("DELETE FROM audit_entry WHERE id = " + hex(young));

    sealer.seal(company);

    assertThat(verify(company).firstBroken().orElseThrow().entryId()).contains(young);
  }

  @Test
  void an_entry_that_the_portal_did_not_write_is_named() throws Exception {
    UUID forged = Ids.next();
    given.run(
        "INSERT INTO audit_entry (customer_id, id, at, actor_name, action, entity, entity_id)"
            + " VALUES (?, ?, ?, 'Pat', 'create', 'thing', 'x')",
        company.value(),
        forged,
        Instant.now());

    Break broken = verify(company).firstBroken().orElseThrow();

    assertThat(broken.kind()).isEqualTo(Kind.ENTRY_ADDED);
    assertThat(broken.entryId()).contains(forged);
  }

  @Test
  void a_seal_that_is_changed_or_gone_is_named() throws Exception {
    owner(
        "UPDATE audit_seal SET digest = hash WHERE customer_id = '%s' AND sequence = 5"
            .formatted(company.value()));
    assertThat(verify(company).firstBroken().orElseThrow().kind()).isEqualTo(Kind.SEAL_CHANGED);
    assertThat(verify(company).firstBroken().orElseThrow().sequence()).contains(5L);

    owner(
        "DELETE FROM audit_seal WHERE customer_id = '%s' AND sequence = 3"
            .formatted(company.value()));
    assertThat(verify(company).firstBroken().orElseThrow().kind()).isEqualTo(Kind.SEAL_MISSING);
    assertThat(verify(company).firstBroken().orElseThrow().sequence()).contains(3L);
  }

  @Test
  void a_chain_made_anew_over_altered_entries_differs_from_the_head_in_the_store()
      throws Exception {
    owner("UPDATE audit_entry SET actor_name = 'Sam' WHERE id = " + hex(entries.get(1)));
    owner("DELETE FROM audit_seal WHERE customer_id = '%s'".formatted(company.value()));
    for (UUID entry : entries) {
      given.run(
          "INSERT INTO audit_unsealed (entry_id, customer_id) VALUES (?, ?)",
          entry,
          company.value());
    }
    String noted = Files.readString(heads(company));
    sealer.seal(company);

    assertThat(verify(company).firstBroken().orElseThrow().kind()).isEqualTo(Kind.HEAD_DIFFERS);

    Files.writeString(heads(company), "");
    assertThat(verify(company).intact()).as("what only the store knows").isTrue();
    Files.writeString(heads(company), noted);
  }

  @Test
  void a_trail_whose_end_was_cut_off_is_shorter_than_the_store_remembers() throws Exception {
    owner("DELETE FROM audit_entry WHERE id = " + hex(entries.get(ENTRIES - 1)));
    owner(
        "DELETE FROM audit_seal WHERE customer_id = '%s' AND sequence = %d"
            .formatted(company.value(), ENTRIES));

    Break broken = verify(company).firstBroken().orElseThrow();

    assertThat(broken.kind()).isEqualTo(Kind.SEAL_MISSING);
    assertThat(broken.sequence()).contains((long) ENTRIES);
  }

  @Test
  void what_was_made_earlier_but_committed_later_is_sealed_later() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    ExecutorService threads = threads();
    try {
      Future<UUID> late =
          threads.submit(
              () ->
                  as(
                      company,
                      () -> {
                        Transaction change = Transaction.begin();
                        UUID thing = created();
                        written.countDown();
                        others.await();
                        change.commit();
                        return thing;
                      }));
      written.await();
      write(company, 2);
      sealer.seal(company);
      others.countDown();
      late.get();
      assertThat(verify(company).waiting()).isEqualTo(1);
      sealer.seal(company);

      AuditVerification found = verify(company);
      assertThat(found.intact()).isTrue();
      assertThat(found.entries()).isEqualTo(ENTRIES + 3);
      assertThat(found.waiting()).isZero();
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void several_nodes_that_seal_at_once_make_one_chain() throws Exception {
    ExecutorService threads = threads();
    try {
      for (int round = 0; round < 5; round++) {
        write(company, 20);
        List<Future<?>> nodes = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
          nodes.add(threads.submit(() -> sealer.seal(company)));
        }
        for (Future<?> node : nodes) {
          node.get();
        }
      }
      sealer.seal(company);
    } finally {
      threads.shutdown();
    }

    AuditVerification found = verify(company);

    assertThat(found.firstBroken()).isEmpty();
    assertThat(found.links()).isEqualTo(ENTRIES + 100);
    assertThat(found.waiting()).isZero();
  }

  @Test
  void what_has_served_its_time_goes_visibly() throws Exception {
    CustomerId old = given.customer("Old and Sons");
    write(old, 4);
    sealer.seal(old);
    Instant then = Instant.now();
    write(old, 2);
    sealer.seal(old);
    OldEntries retention = CDI.current().select(OldEntries.class).get();

    int removed = as(old, () -> retention.remove(then, 100));

    assertThat(removed).isEqualTo(4);
    AuditVerification found = verify(old);
    assertThat(found.firstBroken()).isEmpty();
    assertThat(found.entries()).isEqualTo(2);
    assertThat(found.links()).isEqualTo(7);
    assertThat(found.removals()).hasSize(1).allMatch(it -> it.removedThrough() == 4);
    assertThat(as(old, () -> retention.removeSome(then.plus(Duration.ofDays(1)), 100)))
        .as("without the setting")
        .isZero();

    owner(
        "UPDATE audit_seal SET removed_through = 6 WHERE customer_id = '%s' AND kind = 'RETENTION'"
            .formatted(old.value()));
    assertThat(verify(old).firstBroken().orElseThrow().kind()).isEqualTo(Kind.SEAL_CHANGED);
  }

  @Test
  void the_nightly_check_tells_operators_of_a_broken_trail() throws Exception {
    NightlyCheck check = CDI.current().select(NightlyCheck.class).get();
    owner("UPDATE audit_entry SET action = 'x' WHERE id = " + hex(entries.get(0)));

    assertThat(check.checkAll()).startsWith("The audit trails of ");

    assertThat(
            given.number(
                "SELECT COUNT(*) FROM platform_audit WHERE customer_id = ?"
                    + " AND action = 'find-broken'",
                company.value()))
        .isEqualTo(1);
  }

  @Test
  void what_is_exported_has_a_line_for_each_link() throws Exception {
    StringWriter lines = new StringWriter();

    as(
        company,
        () -> {
          CDI.current().select(AuditSealService.class).get().write(lines);
          return null;
        });

    assertThat(lines.toString().lines())
        .hasSize(ENTRIES)
        .allMatch(line -> line.startsWith("{\"sequence\":") && line.contains("\"entry\":{"));
  }

  private void write(CustomerId customer, int count) throws Exception {
    as(
        customer,
        () -> {
          Transaction change = Transaction.begin();
          for (int i = 0; i < count; i++) {
            created();
          }
          change.commit();
          return null;
        });
  }

  private static UUID created() {
    UUID thing = Ids.next();
    CDI.current().select(AuditTrail.class).get().created("thing", thing, new Thing("Schnee ❄"));
    return thing;
  }

  private AuditVerification verify(CustomerId customer) throws Exception {
    return as(customer, () -> CDI.current().select(AuditSealService.class).get().verify());
  }

  private static <T> T as(CustomerId customer, Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(customer, Actor.portal("test", "test"), work);
  }

  private static void owner(String sql) throws Exception {
    try (Connection connection = CDI.current().select(OwnerDatabase.class).get().connect();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    }
  }

  private static String hex(UUID id) {
    return "UNHEX('" + id.toString().replace("-", "") + "')";
  }

  private static Path heads(CustomerId customer) throws Exception {
    Path store = Path.of(ConfigProvider.getConfig().getValue("portal.store.dir", String.class));
    try (var months = Files.list(store.resolve("audit-heads").resolve(customer.value()))) {
      return months.findFirst().orElseThrow();
    }
  }

  private static ExecutorService threads() throws Exception {
    ManagedThreadFactory factory = InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
    return Executors.newFixedThreadPool(4, factory);
  }
}
