package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.contractorportal.db.DatabaseConnection;
import com.contractorportal.db.EmbeddedDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the build gives to operators, started as they start it, on a database of theirs: in another
 * time zone, with passwords of all kinds of characters, and only over TLS.
 */
@Tag("own-database")
@Tag("drill")
class ExistingDatabaseIT {

  private static final String PASSWORD = "a:b=c,d $e{f} 'g' \"h\" \\i;j";
  private static final String OWNER_PASSWORD = "o:p=q,r $s{t} 'u' \"v\" \\w;x%y";
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  @TempDir private static Path folder;

  private static CertificateAuthority trusted;
  private static CertificateAuthority other;
  private static EmbeddedDatabase database;

  private Process portal;
  private final int port = PortalSystem.freePort();

  @BeforeAll
  static void a_database_that_insists_on_tls() throws Exception {
    trusted = new CertificateAuthority(folder.resolve("trusted"));
    other = new CertificateAuthority(folder.resolve("other"));
    trusted.certify("localhost", certificate(), key());
    database =
        EmbeddedDatabase.startTemporary(
            "--ssl",
            "--ssl-cert=" + certificate(),
            "--ssl-key=" + key(),
            "--default-time-zone=-05:00");
    alter(database.application().user(), PASSWORD);
    alter(database.owner().user(), OWNER_PASSWORD);
    asAdministrator("GRANT SHOW VIEW ON portal.* TO " + database.application().user());
  }

  @AfterAll
  static void database_ends() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void a_database_with_the_trusted_certificate_is_accepted() throws Exception {
    assertThat(check(settings())).isEqualTo(new Check(0, ""));
  }

  @Test
  void a_certificate_of_another_authority_is_refused() throws Exception {
    Map<String, String> settings = settings();
    settings.put("PORTAL_DB_URL", url("localhost", other));

    Check check = check(settings);

    assertThat(check.status()).isEqualTo(78);
    assertThat(check.said())
        .contains("does not let portal (PORTAL_DB_USER) in: ", "does not chain");
    assertThat(check.said()).hasLineCount(2); // the owner is not let in either
  }

  @Test
  void a_certificate_for_another_host_is_refused() throws Exception {
    Map<String, String> settings = settings();
    settings.put("PORTAL_DB_URL", url("127.0.0.1", trusted));

    Check check = check(settings);

    assertThat(check.status()).isEqualTo(78);
    assertThat(check.said()).contains("does not let portal (PORTAL_DB_USER) in: ", "127.0.0.1");
    assertThat(check.said()).hasLineCount(2);
  }

  @Test
  void without_tls_the_accounts_are_of_no_use() throws Exception {
    Map<String, String> settings = settings();
    settings.put(
        "PORTAL_DB_URL",
        "jdbc:mysql://localhost:%d/portal?sslMode=DISABLED&allowPublicKeyRetrieval=true"
            .formatted(database.port()));

    Check check = check(settings);

    assertThat(check.status()).isEqualTo(78);
    assertThat(check.said().lines())
        .hasSize(2)
        .allSatisfy(sentence -> assertThat(sentence).contains("Access denied"));
  }

  @Test
  void a_database_that_does_not_answer_may_do_so_later() throws Exception {
    Map<String, String> settings = settings();
    settings.put(
        "PORTAL_DB_URL", "jdbc:mysql://localhost:%d/portal".formatted(PortalSystem.freePort()));

    Check check = check(settings);

    assertThat(check.status()).isEqualTo(75);
    assertThat(check.said()).contains("does not answer yet: ").hasLineCount(1);
  }

  @Test
  void an_account_that_may_not_enter_the_schema_is_told_so() throws Exception {
    asAdministrator("CREATE DATABASE untouched");
    Map<String, String> settings = withoutOwner();
    settings.compute("PORTAL_DB_URL", (name, url) -> url.replace("/portal?", "/untouched?"));

    Check check = check(settings);

    assertThat(check.status()).isEqualTo(75);
    assertThat(check.said()).contains("no right on this schema").hasLineCount(1);
  }

  @Test
  void secrets_can_be_files() throws Exception {
    Path secret = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Map<String, String> settings = settings();
    settings.remove("PORTAL_DB_PASSWORD");
    settings.put("PORTAL_DB_PASSWORD_FILE", secret.toString());

    assertThat(check(settings)).isEqualTo(new Check(0, ""));

    settings.put("PORTAL_DB_PASSWORD_FILE", folder.resolve("absent").toString());
    assertThat(check(settings).status()).isEqualTo(78);
    assertThat(check(settings).said())
        .startsWith("PORTAL_DB_PASSWORD_FILE must name a file that ")
        .hasLineCount(1);
  }

  @Test
  void all_that_is_missing_is_said_before_a_server_starts() throws Exception {
    Process process = start(Map.of(), folder.resolve("empty.log"));

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(78);
    assertThat(Files.readAllLines(folder.resolve("empty.log")))
        .extracting(sentence -> sentence.split(":")[0])
        .containsExactly(
            "PORTAL_DB_URL is missing",
            "PORTAL_DB_USER is missing",
            "PORTAL_DB_PASSWORD is missing",
            "PORTAL_KEYS_DIR is missing",
            "PORTAL_STORE_DIR is missing");
  }

  @Test
  void without_the_owners_account_the_schema_stays_behind_and_with_it_the_portal_works()
      throws Exception {
    Path log = folder.resolve("portal.log");
    try {
      portal = start(withoutOwner(), log);
      JsonObject behind = await(seen -> isDown(seen, "schema"));
      assertThat(behind.getString("status")).isEqualTo("DOWN");
      awaitLine(log, "The database lacks \\d+ changes.* PORTAL_DB_OWNER_USER");
      stop();

      Map<String, String> settings = settings();
      settings.put("PORTAL_SETUP_FILE", setUpFile().toString());
      portal = start(settings, log);
      await(seen -> seen.getString("status").equals("UP") && names(seen).contains("schema"));
      the_first_operator_can_log_in();
      times_are_utc();

      other.certify("localhost", certificate(), key());
      newCertificateForNewConnections();
      await(seen -> isDown(seen, "database"));
      trusted.certify("localhost", certificate(), key());
      newCertificateForNewConnections();
      await(seen -> seen.getString("status").equals("UP"));
      stop();

      Check undo = said(settings, "undo-migration");
      assertThat(undo.said()).startsWith("One migration made this schema");
      assertThat(undo.status()).isEqualTo(78);
    } finally {
      stop();
    }
  }

  private void the_first_operator_can_log_in() {
    PortalClient client = new PortalClient(HTTP, URI.create("http://127.0.0.1:" + port));
    Answer answer =
        client.post(
            "/api/auth/login",
            "{\"email\":\"ops@portal.example\",\"password\":\"frost-salt-plow-42\"}");
    assertThat(answer.status()).isEqualTo(200);
  }

  private static void times_are_utc() throws SQLException {
    try (Connection connection = administrator();
        Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery("SELECT created_at, @@global.time_zone FROM portal.account")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getObject(1, LocalDateTime.class))
          .isCloseTo(LocalDateTime.now(ZoneOffset.UTC), within(10, ChronoUnit.MINUTES));
      assertThat(row.getString(2)).isEqualTo("-05:00");
    }
  }

  private static void newCertificateForNewConnections() throws SQLException {
    asAdministrator("FLUSH SSL", "KILL USER " + database.application().user());
  }

  private static void alter(String user, String password) throws SQLException {
    String literal = password.replace("\\", "\\\\").replace("'", "''");
    asAdministrator("ALTER USER '%s'@'%%' IDENTIFIED BY '%s' REQUIRE SSL".formatted(user, literal));
  }

  private static void asAdministrator(String... statements) throws SQLException {
    try (Connection connection = administrator();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static Connection administrator() throws SQLException {
    return DatabaseConnection.open(database.jdbcUrl(""), database.administrator());
  }

  private static Map<String, String> settings() throws Exception {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("PORTAL_DB_URL", url("localhost", trusted));
    settings.put("PORTAL_DB_USER", database.application().user());
    settings.put("PORTAL_DB_PASSWORD", PASSWORD);
    settings.put("PORTAL_DB_OWNER_USER", database.owner().user());
    settings.put("PORTAL_DB_OWNER_PASSWORD", OWNER_PASSWORD);
    settings.put("PORTAL_KEYS_DIR", folder.resolve("keys").toString());
    settings.put("PORTAL_STORE_DIR", folder.resolve("store").toString());
    return settings;
  }

  private static Map<String, String> withoutOwner() throws Exception {
    Map<String, String> settings = settings();
    settings.remove("PORTAL_DB_OWNER_USER");
    settings.remove("PORTAL_DB_OWNER_PASSWORD");
    return settings;
  }

  private static String url(String host, CertificateAuthority trustedOne) throws Exception {
    return ("jdbc:mysql://%s:%d/portal?sslMode=VERIFY_IDENTITY"
            + "&trustCertificateKeyStoreUrl=file:%s&trustCertificateKeyStoreType=PKCS12"
            + "&trustCertificateKeyStorePassword=%s")
        .formatted(host, database.port(), trustedOne.trustStore(), CertificateAuthority.PASSWORD);
  }

  private static Path setUpFile() throws IOException {
    Path file =
        Files.createFile(
            folder.resolve("first-operator"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file, "email=ops@portal.example\ndisplayName=Olga Ops\npassword=frost-salt-plow-42\n");
  }

  private static Path certificate() {
    return folder.resolve("database.crt");
  }

  private static Path key() {
    return folder.resolve("database.key");
  }

  private record Check(int status, String said) {}

  private Check check(Map<String, String> settings) throws Exception {
    return said(settings, "check");
  }

  private Check said(Map<String, String> settings, String command) throws Exception {
    Path log = Files.createTempFile(folder, "check-", ".log");
    Process process = start(settings, log, command);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Check(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
  }

  private Process start(Map<String, String> settings, Path log, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("target", "portal", "bin", "portal").toAbsolutePath().toString());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("PORTAL_HTTP_PORT", Integer.toString(port));
    builder.environment().putAll(settings);
    return builder.start();
  }

  private void stop() throws InterruptedException {
    if (portal != null) {
      portal.destroy();
      if (!portal.waitFor(30, TimeUnit.SECONDS)) {
        portal.destroyForcibly().waitFor();
      }
    }
  }

  /** Asks whether the portal is ready until the answer is the wanted one. */
  /** The log may be a moment behind the answer. */
  private static void awaitLine(Path log, String pattern) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    Pattern wanted = Pattern.compile(pattern);
    while (!wanted.matcher(Files.readString(log)).find()) {
      assertThat(Instant.now()).as("time until %s is logged", pattern).isBefore(limit);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private JsonObject await(Predicate<JsonObject> wanted) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    Optional<JsonObject> seen = Optional.empty();
    while (seen.filter(wanted).isEmpty()) {
      assertThat(portal.isAlive()).as("portal").isTrue();
      assertThat(Instant.now()).as("time of %s", seen).isBefore(limit);
      TimeUnit.MILLISECONDS.sleep(200);
      seen = readiness();
    }
    return seen.get();
  }

  private Optional<JsonObject> readiness() throws InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(30))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(question, HttpResponse.BodyHandlers.ofString());
      return answer.body().startsWith("{")
          ? Optional.of(Json.createReader(new StringReader(answer.body())).readObject())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isDown(JsonObject readiness, String name) {
    return readiness.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
        .anyMatch(
            check ->
                check.getString("name").equals(name) && check.getString("status").equals("DOWN"));
  }

  private static List<String> names(JsonObject readiness) {
    return readiness.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
        .map(check -> check.getString("name"))
        .toList();
  }
}
