package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.db.EmbeddedDatabase;
import com.contractorportal.db.SchemaMigration;
import com.contractorportal.launch.DemoData;
import com.contractorportal.launch.PortalServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * What befalls servers: each fault ends in a clear state and a line in the log, and the portal goes
 * on by itself when the fault has gone. Takes minutes: {@code mvn verify -Pdrills}.
 */
@Tag("drill")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {

  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Path FOLDER = Path.of("target", "faults").toAbsolutePath();
  private static final int WRITERS = 6;

  /** As proxies talk: over HTTP/2, Grizzly ends a connection after 30 silent seconds. */
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private EmbeddedDatabase database;
  private DatabaseProcess databaseProcess;
  private PortalServer.Database application;
  private PortalServer server;

  @BeforeAll
  void a_node_on_a_database_that_keeps_its_word() throws Exception {
    // Not a temporary one: those are quick because they may forget the last second.
    database = EmbeddedDatabase.startIn(FOLDER.resolve("database"));
    databaseProcess = new DatabaseProcess(database);
    SchemaMigration.migrate(
        database.jdbcUrl(),
        database.owner().user(),
        database.owner().password(),
        database.application().user());
    application =
        new PortalServer.Database(
            database.jdbcUrl(), database.application().user(), database.application().password());
    DemoData demo = new DemoData(application, Instant.now());
    demo.resetPasswords(PortalSystem.PASSWORD);
    demo.load(PortalSystem.PASSWORD);
    server = node("node", List.of(), Map.of());
    server.start();
  }

  @AfterAll
  void everything_ends() throws Exception {
    if (server != null) {
      server.close();
    }
    databaseProcess.close();
    database.close();
  }

  @Test
  void a_killed_database_costs_nothing_that_was_acknowledged() throws Exception {
    try (Writers writers = new Writers(manager(), WRITERS)) {
      writers.awaitAcknowledged(30);

      databaseProcess.kill();
      writers.awaitRefused(2);
      awaitReady(503, "database");
      databaseProcess.startAgain();

      writers.awaitAcknowledged(30);
      awaitReady(200, "database");
      eachIsThereOnce(writers.finish());
    }
  }

  @Test
  void a_storm_goes_on_when_its_database_is_killed_in_the_middle() throws Exception {
    PortalClient admin = login("admin@vermont.example");
    List<CrewStorm.Crew> crews = new ArrayList<>();
    for (int i = 0; i < CrewStormIT.CREWS; i++) {
      crews.add(CrewStorm.Crew.hire(admin, new PortalClient(http, server.address())));
    }
    List<String> properties = CrewStorm.inService(admin);
    CrewStorm storm = new CrewStorm(admin, crews, properties);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<CrewStorm.Figures> raging = thread.submit(storm::rage);
      await("half of it", () -> storm.done() > properties.size() / 2 || raging.isDone());

      databaseProcess.kill();
      awaitReady(503, "database");
      databaseProcess.startAgain();

      CrewStorm.Figures figures = raging.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertThat(figures.refused()).isPositive();
      System.out.println(figures);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void nobody_waits_for_ever_for_a_database_that_hangs() throws Exception {
    try (Writers writers = new Writers(manager(), WRITERS)) {
      writers.awaitAcknowledged(30);

      databaseProcess.freeze();
      try {
        writers.awaitRefused(2);
        awaitReady(503, "database");
      } finally {
        databaseProcess.thaw();
      }

      writers.awaitAcknowledged(30);
      awaitReady(200, "database");
      eachIsThereOnce(writers.finish());
    }
  }

  @Test
  void a_full_store_takes_no_files_and_says_so() throws Exception {
    PortalClient manager = manager();
    try (SmallStore small = SmallStore.mountedOn(server.store())) {
      small.fill();

      awaitReady(503, "store");
      Answer refused = upload(manager);
      assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
      assertThat(refused.json().getString("type")).isEqualTo("/problems/store-unavailable");
      assertThat(manager.get("/api/properties").status()).as("the rest goes on").isEqualTo(200);
      awaitLog("The store (PORTAL_STORE_DIR) cannot be written: ");
      JsonObject night = night();
      assertThat(night.getJsonObject("counts").getInt("failed"))
          .isEqualTo(night.getJsonObject("counts").getInt("total"));
      assertThat(reasonsOf(night))
          .containsOnly("The report file could not be written to the store.");

      small.makeRoom();

      awaitReady(200, "store");
      assertThat(upload(manager).status()).isEqualTo(202);
      JsonObject next = night();
      assertThat(next.getJsonObject("counts").getInt("completed"))
          .isEqualTo(next.getJsonObject("counts").getInt("total"));
    }
  }

  @Test
  void without_its_keys_a_node_is_not_ready_and_sends_nobody_to_sign_in_again() throws Exception {
    PortalClient manager = manager();
    Path away = server.keys().resolveSibling("keys-away");
    Files.move(server.keys(), away);
    try {
      awaitReady(503, "keys");
      await(
          "what was read before is forgotten",
          () -> {
            Answer answer = manager.get("/api/properties");
            assertThat(answer.status()).as(answer.toString()).isIn(200, 503);
            return answer.status() == 503;
          });
    } finally {
      Files.move(away, server.keys());
    }

    awaitReady(200, "keys");
    assertThat(manager().get("/api/properties").status()).isEqualTo(200);
  }

  @Test
  void a_node_that_runs_out_of_memory_ends_and_leaves_the_rest_to_its_supervisor()
      throws Exception {
    try (PortalServer small = node("small-node", List.of("-Xmx200m"), Map.of())) {
      small.start();
      String pidFile = Files.readString(FOLDER.resolve("small-node").resolve("server.pid"));
      long process = Long.parseLong(pidFile.split(" ")[0]);

      MemoryEater.enter(process);

      small.awaitEnd();

      assertThat(Files.readString(small.log()))
          .contains("Terminating due to java.lang.OutOfMemoryError");
      assertThat(manager().get("/api/properties").status()).as("the other node").isEqualTo(200);
      small.start();
      assertThat(new PortalClient(http, small.address()).get("/health/ready").status())
          .isEqualTo(200);
    }
  }

  @Test
  void a_node_whose_clock_is_not_the_databases_is_not_ready() throws Exception {
    asAdministrator("SET GLOBAL init_connect = 'SET timestamp = UNIX_TIMESTAMP() - 3600'");
    try {
      awaitReady(503, "clock");
      awaitLog("This node's clock is 36");
    } finally {
      asAdministrator("SET GLOBAL init_connect = ''");
    }

    awaitReady(200, "clock");
  }

  /** Does something on the database's server, and ends the portal's connections to it. */
  private void asAdministrator(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(),
                database.administrator().user(),
                database.administrator().password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      statement.execute("KILL USER " + application.user());
    }
  }

  private PortalServer node(String name, List<String> options, Map<String, String> further) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PORTAL_COOKIE_SECURE", "false");
    environment.put("PORTAL_SUPER_ADMIN_SECOND_FACTOR", "optional");
    environment.put("PORTAL_MAP_TILE_URL", "");
    environment.put("PORTAL_REPORT_NIGHTLY_AT", "off");
    environment.put("PORTAL_KEYS_DIR", FOLDER.resolve("node").resolve("keys").toString());
    environment.putAll(further);
    return new PortalServer(
        new PortalServer.Settings(
            FOLDER.resolve(name),
            "127.0.0.1",
            PortalSystem.freePort(),
            application,
            options,
            environment));
  }

  private PortalClient manager() {
    return login("manager@vermont.example");
  }

  private PortalClient login(String email) {
    PortalClient client = new PortalClient(http, server.address());
    Answer answer =
        client.post(
            "/api/auth/login",
            Json.createObjectBuilder()
                .add("email", email)
                .add("password", PortalSystem.PASSWORD)
                .build()
                .toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return client.use(answer);
  }

  private static Answer upload(PortalClient manager) {
    return manager.send(
        "POST",
        "/api/properties/imports?fileName=sites.csv&dryRun=true",
        "text/csv",
        "name,address\n" + "Site,1 Main St\n".repeat(1000));
  }

  /** Runs a night to its end. */
  private JsonObject night() throws Exception {
    PortalClient operator = login("root@portal.example");
    String night = operator.post("/api/platform/report-runs", "{}").location();
    await(
        "the night's end",
        () -> operator.get(night).json().getString("status").equals("COMPLETED"));
    return operator.get(night).json();
  }

  private List<String> reasonsOf(JsonObject night) {
    return login("root@portal.example")
        .get("/api/platform/report-runs/" + night.getString("id") + "/results")
        .items()
        .stream()
        .map(result -> result.getString("error", ""))
        .toList();
  }

  /** Every name that was acknowledged has one row, with the id that was told; no other has. */
  private void eachIsThereOnce(Map<String, String> acknowledged) throws SQLException {
    Map<String, String> stored = new LinkedHashMap<>();
    int rows = 0;
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), application.user(), application.password());
        Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "SELECT name, LOWER(HEX(id)) FROM property WHERE name LIKE 'Written %'")) {
      while (row.next()) {
        rows++;
        stored.put(row.getString(1), row.getString(2));
      }
    }
    Map<String, String> expected = new LinkedHashMap<>();
    acknowledged.forEach((name, id) -> expected.put(name, id.replace("-", "")));
    assertThat(stored).containsAllEntriesOf(expected);
    assertThat(rows).as("rows of all names").isEqualTo(stored.size());
  }

  private void awaitReady(int status, String part) throws Exception {
    awaitReady(server, status, part);
  }

  /** Waits until a node is ready, or is not because of this part. */
  private void awaitReady(PortalServer node, int status, String part) throws Exception {
    PortalClient client = new PortalClient(http, node.address());
    await(
        part + " at " + status,
        () -> {
          Answer answer;
          try {
            answer = client.get("/health/ready");
          } catch (UncheckedIOException doesNotListenYet) {
            return false;
          }
          return answer.status() == status
              && answer.json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                  .filter(check -> check.getString("name").equals(part))
                  .allMatch(
                      check -> check.getString("status").equals(status == 200 ? "UP" : "DOWN"));
        });
  }

  private void awaitLog(String line) throws Exception {
    await(line, () -> Files.readString(server.log()).contains(line));
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (!condition.call()) {
      assertThat(Instant.now()).as(what).isBefore(limit);
      Thread.sleep(200);
    }
  }
}
