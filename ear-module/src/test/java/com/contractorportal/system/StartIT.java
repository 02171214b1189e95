package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.db.SchemaMigration;
import com.contractorportal.db.TestDatabase;
import com.contractorportal.launch.PortalServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node is started while it cannot work yet, and becomes fit to work by itself. */
@Tag("drill")
class StartIT {

  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final String OPERATOR = "first@portal.example";
  private static final String NOT_FIT = "This node is not fit to work yet";

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  @TempDir private Path folder;
  private TestDatabase database;
  private DatabaseLink link;
  private PortalServer server;

  @AfterEach
  void everything_ends() {
    server.close();
    link.close();
    database.close();
  }

  @Test
  void while_its_database_is_stopped_and_with_an_empty_schema() throws Exception {
    database = TestDatabase.createEmpty();
    begin(
        Map.of(
            "PORTAL_DB_OWNER_USER", database.owner().user(),
            "PORTAL_DB_OWNER_PASSWORD", database.owner().password()));

    await("the obstacle in the log", () -> !obstacles().isEmpty());
    isNotReady();
    turnsRequestsAway();

    link.open();

    isFitBy("the owner's account");
    assertThat(obstacles()).as("said once, however often it was tried").hasSize(1);
  }

  @Test
  void while_its_database_is_stopped_and_then_lacks_a_change() throws Exception {
    database = TestDatabase.create();
    lackAChange();
    begin(Map.of());
    await("the obstacle in the log", () -> !obstacles().isEmpty());
    isNotReady();

    link.open();

    await("the missing change in the log", () -> obstacles().size() == 2);
    assertThat(obstacles().get(1)).contains("lacks 1 changes").contains("0004_create_report_file");
    isNotReady();
    turnsRequestsAway();

    SchemaMigration.migrate(
        database.jdbcUrl(), database.owner().user(), database.owner().password(), database.user());

    isFitBy("another node");
  }

  private void begin(Map<String, String> owner) throws Exception {
    link = new DatabaseLink(database.jdbcUrl());
    Map<String, String> environment = new LinkedHashMap<>(owner);
    environment.put("PORTAL_COOKIE_SECURE", "false");
    environment.put("PORTAL_SETUP_FILE", setupFile().toString());
    // Due whenever this is run: looking for nights is what recurs soonest.
    environment.put("PORTAL_REPORT_NIGHTLY_AT", "00:00");
    server =
        new PortalServer(
            new PortalServer.Settings(
                folder,
                "127.0.0.1",
                PortalSystem.freePort(),
                new PortalServer.Database(link.jdbcUrl(), database.user(), database.password()),
                List.of(),
                environment));
    server.begin();
    await("alive", () -> client().get("/health/live").status() == 200);
  }

  private Path setupFile() throws IOException {
    Path file = folder.resolve("first-operator");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file,
        "email=%s\ndisplayName=First\npassword=%s\n".formatted(OPERATOR, PortalSystem.PASSWORD));
  }

  /** As a database that an older release made. */
  private void lackAChange() throws SQLException {
    try (Connection connection = database.connectAsOwner();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE report_file");
      statement.execute(
          "DELETE FROM DATABASECHANGELOG WHERE FILENAME LIKE '%0004_create_report_file.xml'");
    }
  }

  private void isNotReady() {
    Answer live = client().get("/health/live");
    assertThat(live.status()).as(live.toString()).isEqualTo(200);
    Answer ready = client().get("/health/ready");
    assertThat(ready.status()).as(ready.toString()).isEqualTo(503);
    assertThat(ready.json().getString("status")).isEqualTo("DOWN");
  }

  private void turnsRequestsAway() {
    for (Answer answer :
        List.of(login(), client().get("/api/properties"), client().get("/.well-known/jwks.json"))) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
      assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
      assertThat(answer.header("Retry-After")).contains("30");
      assertThat(answer.header("X-Request-Id")).contains(answer.json().getString("requestId"));
      assertThat(answer.json().getString("type")).isEqualTo("/problems/unavailable");
    }
    assertThat(client().get("/").status()).as("the frontend").isEqualTo(200);
  }

  /** Schema, keys, set-up file and recurring tasks: by themselves, without a restart. */
  private void isFitBy(String who) throws Exception {
    await("ready, by " + who, () -> client().get("/health/ready").status() == 200);
    Answer signIn = login();
    assertThat(signIn.status()).as(signIn.toString()).isEqualTo(200);
    assertThat(folder.resolve("first-operator")).doesNotExist();
    PortalClient operator = client().use(signIn);
    assertThat(signIn.json().getBoolean("mustSetUpSecondFactor")).isTrue();
    assertThat(operator.get("/api/platform/report-runs").status()).isEqualTo(403);
    Authenticator.setUp(operator);
    haveACustomer();
    await(
        "the night of today",
        () ->
            operator.get("/api/platform/report-runs").items().stream()
                .map((JsonObject night) -> night.getString("kind") + night.getString("status"))
                .toList()
                .equals(List.of("NIGHTLYCOMPLETED")));
  }

  /** Since yesterday, so that today's night is this customer's, too. */
  private void haveACustomer() throws SQLException {
    try (Connection connection = database.connectAsOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO customer (customer_id, name, status, plan, time_zone, locale, currency,"
              + " created_at, updated_at) VALUES ('LEGACY001', 'First', 'ACTIVE', 'SEASON', 'UTC',"
              + " 'en-US', 'USD', UTC_TIMESTAMP() - INTERVAL 1 DAY, UTC_TIMESTAMP())");
    }
  }

  private Answer login() {
    return client()
        .post(
            "/api/auth/login",
            Json.createObjectBuilder()
                .add("email", OPERATOR)
                .add("password", PortalSystem.PASSWORD)
                .build()
                .toString());
  }

  private PortalClient client() {
    return new PortalClient(http, server.address());
  }

  private List<String> obstacles() throws IOException {
    return Files.readAllLines(server.log()).stream()
        .filter(line -> line.contains(NOT_FIT))
        .toList();
  }

  private void await(String what, Callable<Boolean> condition) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (!isSo(condition)) {
      if (Instant.now().isAfter(limit) || !server.isRunning()) {
        throw new AssertionError(
            "Not seen: " + what + ". The log: " + Files.readString(server.log()));
      }
      Thread.sleep(200);
    }
  }

  /** A server that does not listen yet answers nothing. */
  private static boolean isSo(Callable<Boolean> condition) throws Exception {
    try {
      return condition.call();
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }
}
