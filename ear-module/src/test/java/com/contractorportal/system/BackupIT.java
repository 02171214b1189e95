package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.contractorportal.db.DatabaseAccount;
import com.contractorportal.db.EmbeddedDatabase;
import com.contractorportal.db.TestDatabase;
import com.contractorportal.launch.PortalServer;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts that operators back up and restore with: a backup is made while a manager writes, and
 * restored into a new schema and a new store.
 */
@ExtendWith(PortalExtension.class)
@Tag("drill")
class BackupIT {

  private static final Path SCRIPTS = Path.of("..", "deploy").toAbsolutePath().normalize();
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String WRITTEN = "Written during the backup";

  /** What a property that is being written touches. */
  private static final Set<String> WRITTEN_TABLES = Set.of("property", "audit_entry", "audit_seal");

  /** What nodes write of their own every few seconds, and what goes as soon as it is sealed. */
  private static final Set<String> PASSING_TABLES =
      Set.of("audit_unsealed", "audit_turn", "usage_month", "rate_bucket");

  private PortalSystem portal;
  private NewCompany company;
  private TestDatabase target;
  private Path targetStore;
  @TempDir private Path folder;

  @BeforeEach
  void a_company_with_a_report_and_an_empty_target(PortalSystem running) throws Exception {
    portal = running;
    try (Connection connection = portal.database()) {
      assumeFalse(
          dumpProgram().contains("MariaDB")
              && !connection.getMetaData().getDatabaseProductVersion().contains("MariaDB"),
          "This is MySQL, and its own mysqldump is not installed: deploy/backup refuses.");
    }
    company = NewCompany.in(portal);
    PortalClient operator = portal.login("root@portal.example");
    String night =
        operator
            .post(
                "/api/platform/report-runs",
                "{\"customerId\":\"%s\"}".formatted(company.customerId()))
            .location();
    Instant limit = Instant.now().plus(LIMIT);
    while (!operator.get(night).json().getString("status").equals("COMPLETED")) {
      assertThat(Instant.now()).as("time to report").isBefore(limit);
      Thread.sleep(100);
    }
    target = TestDatabase.createEmpty();
    targetStore = folder.resolve("store");
  }

  @AfterEach
  void gone_again() {
    if (target != null) {
      target.close();
    }
  }

  private static String dumpProgram() throws IOException {
    Process asked = new ProcessBuilder("mysqldump", "--version").redirectErrorStream(true).start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void what_is_backed_up_while_people_write_is_restored_whole() throws Exception {
    PortalClient manager = portal.login(company.manager());
    int before;
    int after;
    Path backup;
    try (Writer writer = new Writer(manager)) {
      before = writer.awaitAcknowledged(1);
      backup = backUp();
      after = writer.awaitAcknowledged(before + 1);
    }

    assertThat(restore(backup, "--keep-sessions").code).isZero();

    try (Connection source = portal.database();
        Connection restored = target.connectAsOwner()) {
      assertThat(tables(restored)).isEqualTo(tables(source)).contains("housekeeping");
      for (String table : tables(source)) {
        Map<String, String> was = rows(source, table);
        Map<String, String> is = rows(restored, table);
        if (PASSING_TABLES.contains(table)) {
          continue;
        }
        if (WRITTEN_TABLES.contains(table)) {
          assertThat(was.keySet()).as(table).containsAll(is.keySet());
        } else {
          assertThat(is.keySet()).as(table).isEqualTo(was.keySet());
        }
      }
      List<Integer> written = writtenIn(restored);
      assertThat(written.size()).isBetween(before, after);
      assertThat(written).as("the first ones, none left out").isEqualTo(upTo(written.size()));
      assertThat(
              number(
                  restored,
                  "SELECT COUNT(*) FROM property p WHERE name LIKE '"
                      + WRITTEN
                      + "%' AND NOT EXISTS"
                      + " (SELECT 1 FROM audit_entry a WHERE a.customer_id = p.customer_id"
                      + " AND REPLACE(a.entity_id, '-', '') = LOWER(HEX(p.id)))"))
          .as("rows of one transaction that were parted")
          .isZero();
    }
    // Not all that is in the store: servers before this one may have left files that nobody knows.
    assertThat(reports(targetStore)).isEqualTo(named()).isNotEmpty();
    assertThat(reports(portal.server().store())).containsAllEntriesOf(reports(targetStore));
    execute("GRANT SHOW VIEW ON %s.* TO '%s'@'%%'".formatted(target.schema(), target.user()));
    the_portal_works_on_it();
  }

  /** With the owner's account, which grants the application's its rights, and with new keys. */
  private void the_portal_works_on_it() throws Exception {
    Path home = Path.of("target", "portal-restored");
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PORTAL_DB_OWNER_USER", target.owner().user());
    environment.put("PORTAL_DB_OWNER_PASSWORD", target.owner().password());
    environment.put("PORTAL_STORE_DIR", targetStore.toString());
    environment.put("PORTAL_REPORT_NIGHTLY_AT", "off");
    try (PortalServer server =
        new PortalServer(
            new PortalServer.Settings(
                home,
                "127.0.0.1",
                PortalSystem.freePort(),
                new PortalServer.Database(target.jdbcUrl(), target.user(), target.password()),
                List.of(),
                environment))) {
      server.start();
      PortalClient stranger = new PortalClient(HttpClient.newHttpClient(), server.address());
      Answer login =
          stranger.post(
              "/api/auth/login",
              "{\"email\":\"%s\",\"password\":\"%s\"}"
                  .formatted(company.manager(), PortalSystem.PASSWORD));
      assertThat(login.status()).isEqualTo(200);
      PortalClient manager = stranger.use(login);
      assertThat(manager.get("/api/properties?q=" + WRITTEN.split(" ")[0]).items()).isNotEmpty();
      JsonObject run = manager.get("/api/report-runs").items().get(0);
      JsonObject file = run.getJsonArray("files").getJsonObject(0);
      Answer content =
          manager.get(
              "/api/report-runs/" + run.getString("id") + "/files/" + file.getString("name"));
      assertThat(sha256(content.bytes())).isEqualTo(file.getString("sha256"));
    }
  }

  @Test
  void a_target_that_is_not_empty_is_replaced_only_when_told_so() throws Exception {
    portal.login(company.manager());
    Path backup = backUp();
    assertThat(restore(backup).code).isZero();
    execute("DELETE FROM property_import_error");
    execute("DELETE FROM property_import");
    execute("CREATE TABLE left_over (id INT)");

    Outcome refused = restore(backup);

    assertThat(refused.code).isEqualTo(1);
    assertThat(refused.said).contains("is not empty; nothing has been changed");
    try (Connection restored = target.connectAsOwner()) {
      assertThat(tables(restored)).contains("left_over");
    }

    Path younger = targetStore.resolve("reports/ABCDEFGHJ/younger.csv");
    Files.createDirectories(younger.getParent());
    Files.writeString(younger, "x");
    assertThat(restore(backup, "--replace").code).isZero();

    assertThat(younger).doesNotExist();
    try (Connection restored = target.connectAsOwner()) {
      assertThat(tables(restored)).doesNotContain("left_over");
      assertThat(number(restored, "SELECT COUNT(*) FROM account_session")).isPositive();
      assertThat(number(restored, "SELECT COUNT(*) FROM account_session WHERE revoked_at IS NULL"))
          .isZero();
    }
  }

  @Test
  void a_store_that_is_not_empty_is_left_alone() throws Exception {
    Path backup = backUp();
    Path other = targetStore.resolve("reports/other.csv");
    Files.createDirectories(other.getParent());
    Files.writeString(other, "x");

    Outcome refused = restore(backup);

    assertThat(refused.code).isEqualTo(1);
    assertThat(refused.said).contains("store", "is not empty; nothing has been changed");
    assertThat(other).exists();
  }

  @Test
  void a_damaged_backup_changes_nothing() throws Exception {
    Path backup = backUp();
    Path dump = backup.resolve("database.sql.gz");
    byte[] bytes = Files.readAllBytes(dump);
    bytes[bytes.length / 2] ^= 1;
    Files.write(dump, bytes);

    Outcome refused = restore(backup);

    assertThat(refused.code).isEqualTo(1);
    assertThat(refused.said).contains("is damaged; nothing has been changed");
    try (Connection untouched = target.connectAsOwner()) {
      assertThat(tables(untouched)).isEmpty();
    }
  }

  @Test
  void files_that_are_missing_or_unnamed_are_told_apart() throws Exception {
    Path backup = backUp();
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
    run(
        Map.of(),
        "tar",
        "-C",
        unpacked.toString(),
        "-xzf",
        backup.resolve("store.tar.gz").toString());
    Path lost = reportFiles(unpacked.resolve("reports").resolve(company.customerId())).get(0);
    Files.delete(lost);
    Path younger = lost.resolveSibling("younger.csv");
    Files.writeString(younger, "x");
    run(
        Map.of(),
        "tar",
        "-C",
        unpacked.toString(),
        "-czf",
        backup.resolve("store.tar.gz").toString(),
        ".");
    run(Map.of(), "sh", "-c", "cd '%s' && sha256sum *.gz >SHA256SUMS".formatted(backup));

    Outcome partly = restore(backup);

    assertThat(partly.code).isEqualTo(3);
    assertThat(partly.said).contains(unpacked.relativize(lost).toString(), "missing or damaged");
    assertThat(targetStore.resolve(unpacked.relativize(younger))).doesNotExist();
    assertThat(reports(targetStore)).isNotEmpty();
  }

  @Test
  void a_file_of_passwords_that_others_can_read_is_refused() throws Exception {
    Map<String, String> settings = settings(portal.schema(), portal.server().store());
    Files.setPosixFilePermissions(
        Path.of(settings.get("PORTAL_DB_DEFAULTS_FILE")),
        PosixFilePermissions.fromString("rw-r--r--"));

    Outcome refused = run(settings, script("backup"), folder.resolve("backups").toString());

    assertThat(refused.code).isEqualTo(1);
    assertThat(refused.said).contains("others can read it: chmod 600").doesNotContain("password=");
  }

  private Path backUp() throws Exception {
    Outcome made =
        run(
            settings(portal.schema(), portal.server().store()),
            script("backup"),
            folder.resolve("backups").toString());
    assertThat(made.code).as(made.said).isZero();
    Path backup = Path.of(made.out.strip());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(backup)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("SHA256SUMS", "database.sql.gz", "store.tar.gz");
    }
    return backup;
  }

  private Outcome restore(Path backup, String... options) throws Exception {
    return run(
        settings(target, targetStore),
        Stream.of(Stream.of(script("restore")), Stream.of(options), Stream.of(backup.toString()))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  private static String script(String name) {
    return SCRIPTS.resolve(name).toString();
  }

  private Map<String, String> settings(TestDatabase database, Path store) throws IOException {
    Matcher address = Pattern.compile("//([^:/]+):(\\d+)/").matcher(database.jdbcUrl());
    assertThat(address.find()).isTrue();
    DatabaseAccount owner = database.owner();
    Path options = folder.resolve(database.schema() + ".cnf");
    Files.deleteIfExists(options);
    Files.createFile(
        options,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        options,
        """
        [client]
        host=%s
        port=%s
        user=%s
        password=%s
        loose-skip-ssl
        loose-ssl-mode=DISABLED
        loose-get-server-public-key
        """
            .formatted(address.group(1), address.group(2), owner.user(), owner.password()));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("PORTAL_DB_SCHEMA", database.schema());
    settings.put("PORTAL_DB_DEFAULTS_FILE", options.toString());
    settings.put("PORTAL_STORE_DIR", store.toString());
    return settings;
  }

  /**
   * @param code how the program ended
   * @param out what it wrote
   * @param said what it wrote and complained about
   */
  private record Outcome(int code, String out, String said) {}

  private Outcome run(Map<String, String> settings, String... command) throws Exception {
    Path out = Files.createTempFile(folder, "output", ".txt");
    Path complaints = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(complaints.toFile());
    builder.environment().putAll(settings);
    // The system's own client programs, if there are any, go before those of the embedded server.
    String programs = EmbeddedDatabase.programs().toString();
    builder.environment().merge("PATH", programs, (path, more) -> path + File.pathSeparator + more);
    Process process = builder.start();
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
    String wrote = Files.readString(out);
    return new Outcome(process.exitValue(), wrote, wrote + Files.readString(complaints));
  }

  private List<Integer> writtenIn(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT CAST(SUBSTRING(name, ?) AS UNSIGNED) FROM property"
                + " WHERE name LIKE ? ORDER BY 1")) {
      query.setInt(1, WRITTEN.length() + 1);
      query.setString(2, WRITTEN + "%");
      try (ResultSet rows = query.executeQuery()) {
        List<Integer> numbers = new ArrayList<>();
        while (rows.next()) {
          numbers.add(rows.getInt(1));
        }
        return numbers;
      }
    }
  }

  private static List<Integer> upTo(int last) {
    return Stream.iterate(1, i -> i + 1).limit(last).toList();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = target.connectAsOwner();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Set<String> tables(Connection connection) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE()");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /** Digests of the rows, each with how often there is such a row. */
  private static Map<String, String> rows(Connection connection, String table) throws Exception {
    Map<String, Integer> digests = new TreeMap<>();
    try (PreparedStatement query = connection.prepareStatement("SELECT * FROM `" + table + "`");
        ResultSet rows = query.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 1; i <= columns; i++) {
          byte[] value = rows.getBytes(i);
          digest.update(value == null ? new byte[] {0} : ("" + value.length + ':').getBytes());
          digest.update(value == null ? new byte[0] : value);
        }
        digests.merge(HexFormat.of().formatHex(digest.digest()), 1, Integer::sum);
      }
    }
    return digests.entrySet().stream()
        .collect(Collectors.toMap(row -> row.getKey() + " x " + row.getValue(), row -> table));
  }

  /** The report files that the portal's database names, by path, with their digests. */
  private Map<String, String> named() throws SQLException {
    Map<String, String> digests = new TreeMap<>();
    try (Connection connection = portal.database();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT customer_id, run_id, name, sha256 FROM report_file");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        ByteBuffer id = ByteBuffer.wrap(rows.getBytes(2));
        UUID run = new UUID(id.getLong(), id.getLong());
        digests.put(
            "reports/%s/%s/%s".formatted(rows.getString(1), run, rows.getString(3)),
            rows.getString(4));
      }
    }
    return digests;
  }

  /** The report files of a store, by path, with their digests. */
  private static Map<String, String> reports(Path store) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : reportFiles(store.resolve("reports"))) {
      digests.put(store.relativize(file).toString(), sha256(Files.readAllBytes(file)));
    }
    return digests;
  }

  private static List<Path> reportFiles(Path reports) throws IOException {
    try (Stream<Path> files = Files.walk(reports)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".part"))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** A manager who creates one property after the other, numbered, until told to stop. */
  private static final class Writer implements AutoCloseable {

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Thread thread;

    Writer(PortalClient manager) {
      thread = new Thread(() -> write(manager), "writer");
      thread.start();
    }

    private void write(PortalClient manager) {
      while (!enough.get()) {
        String name = WRITTEN + " " + (acknowledged.get() + 1);
        Answer answer =
            manager.post(
                "/api/properties",
                "{\"name\":\"%s\",\"street\":\"1 Main St\",\"kind\":\"OTHER\",\"status\":\"ACTIVE\"}"
                    .formatted(name));
        if (answer.status() != 201) {
          throw new AssertionError("Not written: " + answer);
        }
        acknowledged.incrementAndGet();
      }
    }

    /** Waits until at least so many are written, and tells how many are by then. */
    int awaitAcknowledged(int least) throws InterruptedException {
      Instant limit = Instant.now().plus(LIMIT);
      while (acknowledged.get() < least) {
        assertThat(thread.isAlive()).as("the writer writes").isTrue();
        assertThat(Instant.now()).as("time to write").isBefore(limit);
        Thread.sleep(20);
      }
      return acknowledged.get();
    }

    @Override
    public void close() {
      enough.set(true);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
