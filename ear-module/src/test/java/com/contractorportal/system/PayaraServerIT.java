package com.contractorportal.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.db.TestDatabase;
import com.contractorportal.launch.DemoData;
import com.contractorportal.launch.PortalServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The enterprise archive on Payara Server does what the web archive does on Payara Micro. */
@Tag("drill")
class PayaraServerIT {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static PayaraDomain domain;

  @BeforeAll
  static void a_domain_with_the_portal() throws Exception {
    database = TestDatabase.create();
    new DemoData(
            new PortalServer.Database(database.jdbcUrl(), database.user(), database.password()),
            Instant.now().minus(Duration.ofDays(1))) // No night before they are customers.
        .load(PortalSystem.PASSWORD);
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("PORTAL_DB_URL", database.jdbcUrl());
    settings.put("PORTAL_DB_USER", database.user());
    settings.put("PORTAL_DB_PASSWORD", database.password());
    settings.put("PORTAL_KEYS_DIR", folder.resolve("keys").toString());
    settings.put("PORTAL_STORE_DIR", Files.createDirectory(folder.resolve("store")).toString());
    settings.put("PORTAL_COOKIE_SECURE", "false");
    settings.put("PORTAL_SUPER_ADMIN_SECOND_FACTOR", "optional");
    settings.put("PORTAL_METRICS_TOKEN", PortalSystem.METRICS_TOKEN);
    // Due whenever this is run: then the recurring tasks start a night.
    settings.put("PORTAL_REPORT_NIGHTLY_AT", "00:00");
    domain = new PayaraDomain(Path.of("target", "payara6"), folder, settings);
    domain.create();
    domain.install(
        Path.of("target", "portal", "bin", "install-on-payara-server"),
        Path.of("target", "contractor-portal.ear"));
  }

  @AfterAll
  static void nothing_is_left() throws Exception {
    Optional<ProcessHandle> server = domain.process();
    domain.close();
    database.close();
    assertThat(server).isPresent();
    assertThat(server.get().isAlive()).isFalse();
  }

  @Test
  void everything_of_the_web_archive_is_there() throws Exception {
    awaitReady();

    assertThat(client().get("/api/ui-config").header("X-Request-Id")).isPresent();
    assertThat(client().get("/api-docs/index.html").status()).isEqualTo(200);
    assertThat(figures("root:" + PortalSystem.METRICS_TOKEN).status()).isEqualTo(401);
    assertThat(figures("metrics:" + PortalSystem.METRICS_TOKEN).body())
        .contains("portal_requests_total{operation=\"GET /api/ui-config\",status=\"200\"}");
    assertThat(domain.log()).doesNotContain("Exception starting filter", "NoClassDefFoundError");
  }

  private Answer figures(String credentials) {
    return client()
        .get(
            "/metrics",
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
  }

  @Test
  void people_sign_in_and_see_their_properties() throws Exception {
    awaitReady();
    PortalClient manager = login("manager@vermont.example");

    Answer properties = manager.get("/api/properties?limit=5&total=true");

    assertThat(properties.items()).hasSize(5);
    assertThat(properties.json().getInt("total")).isGreaterThanOrEqualTo(175); // Imports add some.
    assertThat(client().get("/").body()).contains("<title>Contractor Portal</title>");
    assertThat(client().get("/api/properties").status()).isEqualTo(401);
  }

  @Test
  void the_night_that_is_due_is_reported_and_a_restart_changes_nothing() throws Exception {
    awaitReady();
    JsonObject run = nightlyRun(login("manager@vermont.example"));
    JsonObject file = run.getJsonArray("files").getJsonObject(0);
    String path =
        "/api/report-runs/%s/files/%s".formatted(run.getString("id"), file.getString("name"));
    Answer download = login("manager@vermont.example").get(path);
    assertThat(download.status()).as(download.toString()).isEqualTo(200);
    assertThat(download.bytes()).hasSize(file.getInt("byteCount"));

    domain.restart();
    awaitReady();

    assertThat(login("manager@vermont.example").get(path).bytes()).isEqualTo(download.bytes());
  }

  @Test
  void imports_are_worked_off() throws Exception {
    awaitReady();
    PortalClient manager = login("manager@vermont.example");

    Answer accepted =
        manager.send(
            "POST", "/api/properties/imports", "text/csv", "name,street\nDepot,1 Salt Street\n");

    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
    await(
        "the import",
        () -> manager.get(accepted.location()).json().getString("status").equals("COMPLETED"));
    assertThat(manager.get(accepted.location()).json().getInt("rowsAccepted")).isEqualTo(1);
  }

  private JsonObject nightlyRun(PortalClient manager) throws Exception {
    await("the nightly run", () -> completedNightly(manager).isPresent());
    return completedNightly(manager).orElseThrow();
  }

  private static Optional<JsonObject> completedNightly(PortalClient manager) {
    return manager.get("/api/report-runs").items().stream()
        .filter(run -> run.getString("origin").equals("NIGHTLY"))
        .filter(run -> run.getString("status").equals("COMPLETED"))
        .findFirst();
  }

  private PortalClient login(String email) {
    Answer answer =
        client()
            .post(
                "/api/auth/login",
                Json.createObjectBuilder()
                    .add("email", email)
                    .add("password", PortalSystem.PASSWORD)
                    .build()
                    .toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return client().use(answer);
  }

  private PortalClient client() {
    return new PortalClient(http, domain.address());
  }

  private void awaitReady() throws Exception {
    await("ready", () -> client().get("/health/ready").status() == 200);
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (!condition.call()) {
      if (Instant.now().isAfter(limit)) {
        throw new AssertionError("Not seen: " + what + ". The log: " + domain.log());
      }
      Thread.sleep(200);
    }
  }
}
