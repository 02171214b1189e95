package com.contractorportal.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.audit.AuditSealService;
import com.contractorportal.audit.AuditVerification;
import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.customer.CustomerLifeService;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.customer.ReasonDraft;
import com.contractorportal.db.CustomerSchema;
import com.contractorportal.db.CustomerSchema.Column;
import com.contractorportal.db.CustomerSchema.Table;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.AgelessIds;
import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.OwnerDatabase;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two companies with something of much; one of them takes its data along, and leaves. */
@ExtendWith(ArquillianExtension.class)
class LeavingIT {

  /** Whoever has such a column lets somebody in, or might. */
  private static final String SECRETS = ".*(hash|secret|token|password).*";

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private CustomerId ours;
  private CustomerId theirs;
  private UUID admin;
  private UUID both;

  @BeforeEach
  void two_companies() throws Exception {
    given = new Fixture();
    ours = given.customer("Ours");
    theirs = given.customer("Theirs");
    admin = given.account("no hash", false);
    both = given.account("no hash", false);
    for (CustomerId company : new CustomerId[] {ours, theirs}) {
      given.member(both, company, Role.CONTRACTOR);
      furnish(company);
    }
    given.member(admin, ours, Role.ADMIN);
    given.run(
        "INSERT INTO account_session (id, family_id, account_id, token_hash, created_at,"
            + " expires_at) VALUES (?, ?, ?, UNHEX(SHA2(?, 256)), ?, ?)",
        Ids.next(),
        Ids.next(),
        admin,
        admin.toString(),
        Instant.now(),
        Instant.now());
  }

  /** A row here and there, one that refers to its like, and files. */
  private void furnish(CustomerId company) throws Exception {
    UUID property = Ids.next();
    given.run(
        "INSERT INTO property (customer_id, id, name, street, kind, latitude, site_notes, status,"
            + " created_at, updated_at) VALUES (?, ?, '=Hall ❄', '1 \"Main\" St', 'OTHER', 44.1,"
            + " 'a\\n"
            + "b, c', 'ACTIVE', ?, ?)",
        company.value(),
        property,
        Instant.now(),
        Instant.now());
    UUID route = Ids.next();
    given.run(
        "INSERT INTO route (customer_id, id, name, created_at, updated_at) VALUES (?, ?, 'R', ?,"
            + " ?)",
        company.value(),
        route,
        Instant.now(),
        Instant.now());
    given.run(
        "INSERT INTO route_stop (customer_id, id, route_id, property_id, position)"
            + " VALUES (?, ?, ?, ?, 1)",
        company.value(),
        Ids.next(),
        route,
        property);
    given.run(
        "INSERT INTO audit_entry (customer_id, id, at, actor_id, actor_name, action, entity,"
            + " entity_id, after_state) VALUES (?, ?, ?, ?, 'Pat', 'create', 'route', 'x',"
            + " '{\"a\":1}')",
        company.value(),
        Ids.next(),
        Instant.now(),
        both);
    for (String file : new String[] {"reports/%s/run/season.csv", "photos/%s/a.jpg"}) {
      Path path = store().resolve(file.formatted(company.value()));
      Files.createDirectories(path.getParent());
      Files.writeString(path, "of " + company);
    }
    Path removed = store().resolve("photos/" + company.value() + "/removed/b.jpg");
    Files.createDirectories(removed.getParent());
    Files.writeString(removed, "gone");
  }

  @Test
  void a_bundle_has_every_table_of_a_customer_even_one_that_nobody_thought_of() throws Exception {
    owner(
        "CREATE TABLE truck (customer_id CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,"
            + " id BINARY(16) NOT NULL, plate VARCHAR(9), version INT NOT NULL DEFAULT 0,"
            + " PRIMARY KEY (customer_id, id),"
            + " FOREIGN KEY (customer_id) REFERENCES customer (customer_id))");
    try {
      owner("GRANT SELECT, INSERT ON truck TO `%s`".formatted(applicationUser()));
      given.run(
          "INSERT INTO truck (customer_id, id, plate) VALUES (?, ?, 'VT 1')",
          ours.value(),
          Ids.next());

      Map<String, byte[]> bundle = bundle(ours);

      assertThat(text(bundle, "tables/truck.ndjson")).contains("\"plate\":\"VT 1\"");
      assertThat(text(bundle, "tables/truck.csv")).startsWith("id,plate,version");
      Set<String> leftOut = BundleContent.leftOut().keySet();
      for (Table table : schema().customerTables()) {
        boolean in = bundle.containsKey("tables/" + table.name() + ".ndjson");
        assertThat(in).as(table.name()).isNotEqualTo(leftOut.contains(table.name()));
      }
      confirmed(ours);
      eraser().erase(ours);
      assertThat(rowsOf(ours)).as("even there").isEmpty();
    } finally {
      owner("DROP TABLE truck");
    }
  }

  @Test
  void a_bundle_lets_nobody_in() throws Exception {
    for (Table table : BundleContent.tables(schema())) {
      if (!table.name().equals("audit_seal")) {
        assertThat(BundleContent.columns(table))
            .as(table.name())
            .noneMatch(column -> column.name().matches(SECRETS));
      }
    }
    assertThat(String.join("", bundle(ours).values().stream().map(String::new).toList()))
        .contains(Fixture.email(admin))
        .doesNotContain("no hash");
  }

  @Test
  void a_bundle_does_not_tell_how_old_peoples_accounts_are() throws Exception {
    sealed();
    String all = String.join("", bundle(ours).values().stream().map(String::new).toList());

    assertThat(given.ids("SELECT account_id FROM membership WHERE customer_id = ?", ours.value()))
        .contains(admin, both)
        .allSatisfy(
            account -> {
              UUID shown = AgelessIds.of(ours.value(), account);
              assertThat(shown.version()).isEqualTo(8);
              assertThat(shown).isNotEqualTo(AgelessIds.of(theirs.value(), account));
              assertThat(all).contains(shown.toString());
              // Fixtures give people addresses that have the id in them.
              assertThat(all.replace(Fixture.email(account), ""))
                  .doesNotContain(account.toString());
            });
    assertThat(trail(ours))
        .contains(AgelessIds.of(ours.value(), both).toString())
        .doesNotContain(both.toString());
  }

  /** Whoever adds a column decides whether it names people. */
  @Test
  void each_id_of_a_bundle_is_a_rows_own_or_refers_to_the_customers_rows_or_names_people()
      throws Exception {
    CustomerSchema schema = schema();
    Set<String> others = new TreeSet<>();
    for (Table table : BundleContent.tables(schema)) {
      for (Column column : BundleContent.columns(table)) {
        boolean refers =
            schema.customerTables().stream()
                .anyMatch(
                    to -> schema.columnsTo(table.name(), to.name(), "id").contains(column.name()));
        if (column.fullType().equals("binary(16)")
            && !column.name().equals("id")
            && !BundleContent.namesPeople(column)
            && !refers) {
          others.add(table.name() + "." + column.name());
        }
      }
    }
    assertThat(others)
        .containsExactlyInAnyOrder(
            "audit_entry.on_behalf_of",
            "audit_seal.entry_id",
            "feed_entry.entity_id",
            "feed_entry.event_id",
            "idempotency_key.entity_id",
            "notification.entity_id",
            "report_run.night_id");
  }

  @Test
  void what_is_in_a_bundle_is_told_by_its_manifest_and_is_nobody_elses() throws Exception {
    Map<String, byte[]> bundle = bundle(ours);
    JsonObject manifest =
        Json.createReader(new ByteArrayInputStream(bundle.remove("manifest.json"))).readObject();

    assertThat(manifest.getString("customerId")).isEqualTo(ours.value());
    Map<String, String> digests = new TreeMap<>();
    for (JsonObject part : manifest.getJsonArray("parts").getValuesAs(JsonObject.class)) {
      digests.put(part.getString("name"), part.getString("sha256"));
    }
    Map<String, String> found = new TreeMap<>();
    bundle.forEach((name, bytes) -> found.put(name, sha256(bytes)));
    assertThat(digests).isEqualTo(found);
    assertThat(text(bundle, "files/photos/a.jpg")).isEqualTo("of " + ours);
    assertThat(text(bundle, "files/reports/run/season.csv")).isEqualTo("of " + ours);
    assertThat(bundle).doesNotContainKey("files/photos/removed/b.jpg");
    assertThat(text(bundle, "tables/property.ndjson")).hasLineCount(1).contains("=Hall ❄");
    assertThat(text(bundle, "tables/property.csv")).contains("'=Hall ❄");
    bundle.forEach(
        (name, bytes) ->
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain(theirs.value()));
  }

  @Test
  void an_export_is_asked_for_written_and_taken_by_its_own_customer_only() throws Exception {
    DataExportService exports = CDI.current().select(DataExportService.class).get();
    DataExportView asked = as(ours, admin, exports::start);
    assertThatThrownBy(() -> as(ours, admin, exports::start)).isInstanceOf(ExportUnderWay.class);
    assertThatThrownBy(() -> as(ours, admin, () -> exports.open(asked.id())))
        .isInstanceOf(NotFound.class);

    DataExportView done = ended(asked.id());
    assertThat(done.failure()).isEmpty();
    assertThat(done.status()).isEqualTo(ExportStatus.COMPLETED);
    byte[] bytes =
        as(
            ours,
            admin,
            () -> {
              try (var content = exports.open(asked.id()).content()) {
                return content.readAllBytes();
              }
            });
    assertThat(bytes).hasSize((int) (long) done.byteCount().orElseThrow());
    assertThat(sha256(bytes)).isEqualTo(done.sha256().orElseThrow());
    assertThatThrownBy(() -> as(theirs, both, () -> exports.get(asked.id())))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> as(theirs, both, () -> exports.open(asked.id())))
        .isInstanceOf(NotFound.class);
    assertThat(as(theirs, both, () -> exports.list(PageRequest.first(10))).items()).isEmpty();

    OldExports old = CDI.current().select(OldExports.class).get();
    assertThat(as(theirs, both, () -> old.removeSome(Instant.now(), 10))).isZero();
    assertThat(as(ours, admin, () -> old.removeSome(Instant.now(), 10))).isEqualTo(1);
    assertThat(Files.exists(store().resolve("exports/" + ours + "/" + asked.id() + ".zip")))
        .isFalse();
  }

  @Test
  void a_customer_that_is_erased_leaves_no_row_and_no_file_and_others_keep_theirs()
      throws Exception {
    Map<String, String> others = digests(theirs);
    assertThat(rowsOf(ours)).isNotEmpty();
    confirmed(ours);

    eraser().erase(ours);

    assertThat(rowsOf(ours)).isEmpty();
    assertThat(folders(ours)).isEmpty();
    assertThat(digests(theirs)).isEqualTo(others).isNotEmpty();
    assertThat(given.number("SELECT COUNT(*) FROM account WHERE id = ?", admin)).isZero();
    assertThat(given.number("SELECT COUNT(*) FROM account WHERE id = ?", both)).isEqualTo(1);
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM platform_audit WHERE customer_id = ? AND action = 'erase'",
                ours.value()))
        .isEqualTo(1);
  }

  @Test
  void a_customer_that_was_erased_comes_back_equal_as_a_new_one() throws Exception {
    sealed();
    Path bundle = Files.createTempFile("bundle", ".zip");
    ExportWorker worker = CDI.current().select(ExportWorker.class).get();
    worker.write(ours, bundle, () -> {});
    Map<String, byte[]> was = bundle(ours);
    confirmed(ours);
    eraser().erase(ours);
    CustomerId back = free();

    ImportedBundle taken = imports().take(bundle, back, "ENTERPRISE");

    assertThat(taken.files()).isEqualTo(2);
    assertThat(taken.rows()).containsEntry("property", 1L).containsEntry("audit_entry", 1L);
    Map<String, byte[]> is = bundle(back);
    was.remove("manifest.json");
    is.remove("manifest.json");
    assertThat(is.keySet()).isEqualTo(was.keySet());
    was.forEach((name, bytes) -> assertThat(is.get(name)).as(name).isEqualTo(bytes));
    assertThat(verified(back).intact()).isTrue();
    assertThat(verified(back).entries()).isEqualTo(1);
    for (UUID person : new UUID[] {admin, both}) {
      assertThat(
              given.number(
                  "SELECT COUNT(*) FROM account WHERE email = ? AND customer_id = ?"
                      + " AND password_hash IS NULL AND everybodys IS NULL",
                  Fixture.email(person),
                  back.value()))
          .as("accounts that are this company's own, and open nothing")
          .isEqualTo(1);
    }
    assertThat(given.number("SELECT COUNT(*) FROM membership WHERE account_id = ?", both))
        .as("who is here already is let in nowhere")
        .isEqualTo(1);
    CustomerId again = free();
    assertThatThrownBy(() -> imports().take(bundle, again, "ENTERPRISE"))
        .isInstanceOf(UnusableBundle.class)
        .hasMessageContaining("taken in before");
    assertThat(rowsOf(again)).isEmpty();
    Files.delete(bundle);
  }

  @Test
  void a_damaged_bundle_becomes_nothing() throws Exception {
    Map<String, byte[]> whole = bundle(ours);
    Map<String, byte[]> damaged = new TreeMap<>(whole);
    damaged.put("tables/property.ndjson", changed(whole, "tables/property.ndjson", "Hall", "Mall"));
    assertRefused(damaged, "ENTERPRISE", "tables/property.ndjson");
    assertRefused(whole, "NO SUCH PLAN", "1452");
  }

  @Test
  void a_bundle_that_somebody_made_up_reaches_nothing_but_its_own_customer() throws Exception {
    Map<String, byte[]> whole = bundle(ours);
    byte[] evil = "evil".getBytes(StandardCharsets.UTF_8);
    for (String place :
        List.of(
            "files/../evil.txt",
            "files/photos/../../photos/" + theirs + "/evil.jpg",
            "files/audit-heads/2026-01.txt",
            "files/exports/evil.zip",
            "files/photos/",
            "files/evil")) {
      Map<String, byte[]> bundle = new TreeMap<>(whole);
      bundle.put(place, evil);
      assertRefused(toldOf(bundle, bytes -> bytes.length), "ENTERPRISE", place);
    }
    assertRefused(
        toldOf(whole, bytes -> 1L << 40), "ENTERPRISE", "would unpack to more than a bundle can");
    assertRefused(toldOf(whole, bytes -> bytes.length / 2), "ENTERPRISE", "damaged");
    assertRefused(toldOf(whole, bytes -> -1), "ENTERPRISE", "more than a bundle can");

    Map<String, byte[]> terms = new TreeMap<>(whole);
    terms.put(
        "tables/customer.ndjson",
        changed(whole, "tables/customer.ndjson", "{", "{\"status_reason\":\"Pays nothing\","));
    Path file = zipped(toldOf(terms, bytes -> bytes.length));
    CustomerId back = free();
    imports().take(file, back, "ENTERPRISE");
    Files.delete(file);
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM customer WHERE customer_id = ? AND status = 'SUSPENDED'"
                    + " AND status_reason IS NULL",
                back.value()))
        .as("how it stands is the operators' word")
        .isEqualTo(1);
  }

  private void assertRefused(Map<String, byte[]> bundle, String plan, String why) throws Exception {
    Path file = zipped(bundle);
    CustomerId nobody = free();
    assertThatThrownBy(() -> imports().take(file, nobody, plan))
        .as(why)
        .isInstanceOf(UnusableBundle.class)
        .hasMessageContaining(why);
    assertThat(rowsOf(nobody)).as(why).isEmpty();
    assertThat(folders(nobody)).as(why).isEmpty();
    Files.delete(file);
  }

  private static byte[] changed(
      Map<String, byte[]> bundle, String part, String what, String byWhat) {
    String text = text(bundle, part);
    assertThat(text).contains(what);
    return text.replace(what, byWhat).getBytes(StandardCharsets.UTF_8);
  }

  /** The bundle with a manifest of what is in it, as whoever made it up would write. */
  private static Map<String, byte[]> toldOf(
      Map<String, byte[]> bundle, ToLongFunction<byte[]> size) {
    Map<String, byte[]> told = new TreeMap<>(bundle);
    JsonObject manifest =
        Json.createReader(new ByteArrayInputStream(told.remove("manifest.json"))).readObject();
    JsonArrayBuilder parts = Json.createArrayBuilder();
    told.forEach(
        (name, bytes) ->
            parts.add(
                Json.createObjectBuilder()
                    .add("name", name)
                    .add("bytes", size.applyAsLong(bytes))
                    .add("sha256", sha256(bytes))));
    told.put(
        "manifest.json",
        Json.createObjectBuilder(manifest)
            .add("parts", parts)
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8));
    return told;
  }

  private static Path zipped(Map<String, byte[]> bundle) throws Exception {
    Path file = Files.createTempFile("bundle", ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> part : bundle.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /** An id that no customer has. */
  private CustomerId free() {
    CustomerId id = given.customer("To be free");
    given.run("DELETE FROM customer WHERE customer_id = ?", id.value());
    return id;
  }

  private static BundleImportService imports() {
    return CDI.current().select(BundleImportService.class).get();
  }

  /** Lets the server's own sealer seal our trail, as if the portal had written it. */
  private void sealed() throws Exception {
    given.run(
        "INSERT INTO audit_unsealed (entry_id, customer_id)"
            + " SELECT id, customer_id FROM audit_entry WHERE customer_id = ?",
        ours.value());
    String turn = "UPDATE audit_turn SET due_at = ? WHERE work = 'SEAL'";
    given.run(turn, Instant.now());
    Instant limit = Instant.now().plus(Duration.ofMinutes(1));
    while (verified(ours).waiting() > 0 && Instant.now().isBefore(limit)) {
      Thread.sleep(200);
    }
    given.run(turn, Instant.parse("2999-01-01T00:00:00Z")); // Other tests seal by themselves.
    assertThat(verified(ours).intact()).isTrue();
  }

  private AuditVerification verified(CustomerId customer) throws Exception {
    return as(customer, admin, CDI.current().select(AuditSealService.class).get()::verify);
  }

  private String trail(CustomerId customer) throws Exception {
    StringWriter lines = new StringWriter();
    as(
        customer,
        admin,
        () -> {
          CDI.current().select(AuditSealService.class).get().write(lines);
          return null;
        });
    return lines.toString();
  }

  @Test
  void who_comes_back_has_a_time_of_grace_again_when_it_leaves_once_more() throws Exception {
    CustomerLifeService life = CDI.current().select(CustomerLifeService.class).get();
    CustomerService customers = CDI.current().select(CustomerService.class).get();
    confirmed(ours);

    operator(() -> life.reopen(ours, customers.get(ours).version()));
    operator(() -> life.close(ours, customers.get(ours).version(), new ReasonDraft("Left again")));
    eraser().erase(ours);

    assertThat(rowsOf(ours)).isNotEmpty();
    ErasureService erasures = CDI.current().select(ErasureService.class).get();
    assertThatThrownBy(() -> erasures.get(ours)).isInstanceOf(NotFound.class);
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM platform_audit WHERE customer_id = ?"
                    + " AND action = 'cancel-erasure'",
                ours.value()))
        .isEqualTo(1);
  }

  @Test
  void nobody_is_erased_who_has_not_left_or_came_back_or_is_not_due() throws Exception {
    ErasureService erasures = CDI.current().select(ErasureService.class).get();
    assertThatThrownBy(() -> operator(() -> erasures.request(ours, new ErasureRequest("left"))))
        .isInstanceOf(CustomerIsNotClosed.class);
    given.run("UPDATE customer SET status = 'CLOSED' WHERE customer_id = ?", ours.value());
    operator(() -> erasures.request(ours, new ErasureRequest("left")));
    eraser().erase(ours);
    assertThat(rowsOf(ours)).as("only asked for").isNotEmpty();
    assertThatThrownBy(
            () -> operator(() -> erasures.confirm(ours, new ErasureConfirmation("Theirs"))))
        .isInstanceOf(InvalidField.class);
    ErasureView view = operator(() -> erasures.confirm(ours, new ErasureConfirmation("Ours")));
    assertThat(view.dueAt().orElseThrow()).isAfter(Instant.now().plus(Duration.ofDays(29)));
    assertThat(erasures.due()).as("in its time of grace").doesNotContain(ours);
    eraser().erase(ours);
    assertThat(rowsOf(ours)).as("in its time of grace").isNotEmpty();
    given.run("UPDATE customer SET status = 'ACTIVE' WHERE customer_id = ?", ours.value());
    given.run(
        "UPDATE customer_erasure SET due_at = ? WHERE customer_id = ?",
        Instant.now().minusSeconds(1),
        ours.value());

    eraser().erase(ours);

    assertThat(rowsOf(ours)).as("came back").isNotEmpty();
    operator(
        () -> {
          erasures.cancel(ours);
          return null;
        });
    assertThatThrownBy(() -> erasures.get(ours)).isInstanceOf(NotFound.class);
  }

  /** Written by the server's own worker. */
  private DataExportView ended(UUID export) throws Exception {
    DataExportService exports = CDI.current().select(DataExportService.class).get();
    Instant limit = Instant.now().plus(Duration.ofMinutes(1));
    DataExportView view = as(ours, admin, () -> exports.get(export));
    while (view.endedAt().isEmpty() && Instant.now().isBefore(limit)) {
      Thread.sleep(200);
      view = as(ours, admin, () -> exports.get(export));
    }
    return view;
  }

  private void confirmed(CustomerId customer) throws Exception {
    ErasureService erasures = CDI.current().select(ErasureService.class).get();
    given.run("UPDATE customer SET status = 'CLOSED' WHERE customer_id = ?", customer.value());
    operator(() -> erasures.request(customer, new ErasureRequest("left")));
    operator(() -> erasures.confirm(customer, new ErasureConfirmation("Ours")));
    given.run(
        "UPDATE customer_erasure SET due_at = ? WHERE customer_id = ?",
        Instant.now().minusSeconds(1),
        customer.value());
    assertThat(erasures.due()).contains(customer);
  }

  private static Eraser eraser() {
    return CDI.current().select(Eraser.class).get();
  }

  /** How many rows a customer has in each table that has any, by the schema. */
  private Map<String, Long> rowsOf(CustomerId customer) throws Exception {
    Map<String, Long> rows = new TreeMap<>();
    for (Table table : schema().customerTables()) {
      long count =
          given.number(
              "SELECT COUNT(*) FROM `%s` WHERE customer_id = ?".formatted(table.name()),
              customer.value());
      if (count > 0 && !table.name().equals("platform_audit")) {
        rows.put(table.name(), count);
      }
    }
    return rows;
  }

  /** Of all that a customer has, by table and by file. */
  private Map<String, String> digests(CustomerId customer) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    try (Connection connection = CDI.current().select(OwnerDatabase.class).get().connect()) {
      for (Table table : CustomerSchema.of(connection).customerTables()) {
        MessageDigest digest = BundleZip.sha256();
        try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT * FROM `%s` WHERE customer_id = ? ORDER BY %s"
                    .formatted(table.name(), String.join(", ", table.primaryKey())))) {
          query.setString(1, customer.value());
          try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              for (int i = 1; i <= table.columns().size(); i++) {
                byte[] value = rows.getBytes(i);
                digest.update(value == null ? new byte[] {0} : value);
                digest.update((byte) 1);
              }
            }
          }
        }
        digests.put(table.name(), HexFormat.of().formatHex(digest.digest()));
      }
    }
    CustomerFiles files = CDI.current().select(CustomerFiles.class).get();
    for (String file : files.toTakeAlong(customer)) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      files.copy(customer, file, content);
      digests.put(file, sha256(content.toByteArray()));
    }
    return digests;
  }

  private Map<String, byte[]> bundle(CustomerId customer) throws Exception {
    Path file = Files.createTempFile("bundle", ".zip");
    try {
      CDI.current().select(ExportWorker.class).get().write(customer, file, () -> {});
      Map<String, byte[]> parts = new TreeMap<>();
      try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          parts.put(entry.getName(), zip.readAllBytes());
        }
      }
      return parts;
    } finally {
      Files.delete(file);
    }
  }

  private static String text(Map<String, byte[]> bundle, String name) {
    assertThat(bundle).containsKey(name);
    return new String(bundle.get(name), StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(BundleZip.sha256().digest(bytes));
  }

  private static CustomerSchema schema() throws Exception {
    try (Connection connection = CDI.current().select(OwnerDatabase.class).get().connect()) {
      return CustomerSchema.of(connection);
    }
  }

  private static void owner(String sql) throws Exception {
    try (Connection connection = CDI.current().select(OwnerDatabase.class).get().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String applicationUser() {
    return ConfigProvider.getConfig().getValue("portal.db.user", String.class);
  }

  /** Every folder of a customer, whatever is in it. */
  private static List<Path> folders(CustomerId customer) throws Exception {
    try (Stream<Path> kinds = Files.list(store())) {
      return kinds.map(kind -> kind.resolve(customer.value())).filter(Files::exists).toList();
    }
  }

  private static Path store() {
    return Path.of(ConfigProvider.getConfig().getValue("portal.store.dir", String.class));
  }

  private static <T> T as(CustomerId customer, UUID account, Callable<T> work) throws Exception {
    Actor person = Actor.person(account, Fixture.email(account), Role.ADMIN, "test");
    return CurrentCustomer.callAs(customer, person, work);
  }

  private static <T> T operator(Callable<T> work) throws Exception {
    CurrentCustomer.bindOperator(Actor.portal("operator", "test"));
    try {
      return work.call();
    } finally {
      CurrentCustomer.clear();
    }
  }
}
