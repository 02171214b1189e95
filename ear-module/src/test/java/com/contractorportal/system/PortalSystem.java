package com.contractorportal.system;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.contractorportal.db.TestDatabase;
import com.contractorportal.launch.DemoData;
import com.contractorportal.launch.LaunchFailure;
import com.contractorportal.launch.PortalServer;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The whole portal as its users meet it: a server on a free port over a fresh database with the
 * companies of the demonstration. Tests talk to it only from outside.
 */
public final class PortalSystem implements AutoCloseable {

  /** The password of every account. */
  public static final String PASSWORD = "frost-salt-plow-42";

  /** How long requests under way may take when the server is stopped. */
  static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(15);

  /** Whoever knows it may read the figures. */
  static final String METRICS_TOKEN = UUID.randomUUID().toString();

  private static final Path FOLDER = Path.of("target", "portal-system");

  private final TestDatabase database;
  private final SqlLog sqlLog;
  private final PortalServer.Database application;
  private final PortalServer server;
  private final TraceReceiver traces;
  private final GreenMail mails;
  private final WireMockServer weather;
  private final FakeProvider provider;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private PortalSystem(
      TestDatabase database,
      SqlLog sqlLog,
      PortalServer.Database application,
      PortalServer server,
      TraceReceiver traces,
      GreenMail mails,
      WireMockServer weather,
      FakeProvider provider) {
    this.database = database;
    this.sqlLog = sqlLog;
    this.application = application;
    this.server = server;
    this.traces = traces;
    this.mails = mails;
    this.weather = weather;
    this.provider = provider;
  }

  static PortalSystem start() {
    TestDatabase database = TestDatabase.create();
    TraceReceiver traces = new TraceReceiver();
    GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    WireMockServer weather = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    weather.start();
    FakeProvider provider = new FakeProvider();
    try {
      SqlLog log = SqlLog.start(database);
      PortalServer.Database application =
          new PortalServer.Database(database.jdbcUrl(), database.user(), database.password());
      new DemoData(application, Instant.now()).load(PASSWORD);
      int port = freePort();
      PortalServer server =
          new PortalServer(
              new PortalServer.Settings(
                  newFolder(),
                  "127.0.0.1",
                  port,
                  application,
                  List.of(
                      // Far from UTC: nothing may depend on the server's own time zone.
                      "-Duser.timezone=Pacific/Auckland",
                      "-Dfish.payara.shutdowngrace=" + SHUTDOWN_GRACE.toMillis()),
                  environment(traces, mails, weather, provider, port)));
      server.start();
      return new PortalSystem(database, log, application, server, traces, mails, weather, provider);
    } catch (LaunchFailure | SQLException | IOException e) {
      traces.close();
      mails.stop();
      weather.stop();
      provider.close();
      database.close();
      throw new IllegalStateException("The portal under test did not start: " + e.getMessage(), e);
    }
  }

  /** Without the files of the run before: their customers' ids come again in a new database. */
  private static Path newFolder() throws IOException {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> files = Files.walk(FOLDER)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(FOLDER);
  }

  private static Map<String, String> environment(
      TraceReceiver traces,
      GreenMail mails,
      WireMockServer weather,
      FakeProvider provider,
      int port) {
    Map<String, String> environment = new LinkedHashMap<>(traces.environment());
    environment.put("PORTAL_COOKIE_SECURE", "false");
    environment.put("PORTAL_SUPER_ADMIN_SECOND_FACTOR", "optional");
    environment.put("PORTAL_MAP_TILE_URL", "");
    environment.put("PORTAL_LOG_FORMAT", "json");
    environment.put("PORTAL_METRICS_TOKEN", METRICS_TOKEN);
    environment.put("PORTAL_FIGURES_PAUSE", "PT2S");
    // Nights are run by the tests that want one, and short leases let others take over soon.
    environment.put("PORTAL_REPORT_NIGHTLY_AT", "off");
    environment.put("PORTAL_REPORT_LEASE", "PT10S");
    environment.put("PORTAL_IMPORT_LEASE", "PT10S");
    environment.put("PORTAL_SMTP_HOST", "127.0.0.1");
    environment.put("PORTAL_SMTP_PORT", String.valueOf(mails.getSmtp().getPort()));
    environment.put("PORTAL_SMTP_SECURITY", "none");
    environment.put("PORTAL_MAIL_FROM", "portal@portal.example");
    environment.put("PORTAL_PUBLIC_URL", "http://127.0.0.1:" + port);
    environment.put("PORTAL_FORECAST_URL", weather.baseUrl());
    environment.put("PORTAL_OIDC_ISSUER", provider.issuer());
    environment.put("PORTAL_OIDC_CLIENT_ID", FakeProvider.CLIENT);
    environment.put("PORTAL_OIDC_CLIENT_SECRET", FakeProvider.SECRET);
    environment.put("PORTAL_OIDC_NAME", "Example ID");
    environment.put("PORTAL_OIDC_EMAIL_DOMAINS", "other.example,portal.example");
    return environment;
  }

  /** The server, for tests that stop, kill or restart it: they leave it running. */
  public PortalServer server() {
    return server;
  }

  /**
   * One more node on the same database, keys and store; whoever starts it stops it.
   *
   * @param settings stronger than what all nodes have
   */
  PortalServer anotherNode(Map<String, String> settings) {
    int port = freePort();
    Map<String, String> environment = environment(traces, mails, weather, provider, port);
    environment.put("PORTAL_KEYS_DIR", server.keys().toString());
    environment.put("PORTAL_STORE_DIR", server.store().toString());
    environment.putAll(settings);
    return new PortalServer(
        new PortalServer.Settings(
            FOLDER.resolve("another-node"),
            "127.0.0.1",
            port,
            application,
            List.of(),
            environment));
  }

  public URI address() {
    return server.address();
  }

  /** Someone who has not logged in. */
  public PortalClient stranger() {
    return new PortalClient(http, address());
  }

  /** Logs in a super admin, or a person with one customer. */
  public PortalClient login(String email) {
    return login(email, null);
  }

  /**
   * Logs in a person at one of their customers.
   *
   * @param customerId {@code null} if the person has only one
   */
  public PortalClient login(String email, String customerId) {
    JsonObjectBuilder body =
        Json.createObjectBuilder().add("email", email).add("password", PASSWORD);
    if (customerId != null) {
      body.add("customerId", customerId);
    }
    PortalClient client = stranger();
    Answer answer = client.post("/api/auth/login", body.build().toString());
    if (answer.status() != 200) {
      throw new AssertionError(email + " cannot log in: " + answer);
    }
    return client.use(answer);
  }

  /** A look into the database past the portal, with the right to change everything. */
  public Connection database() throws SQLException {
    return database.connectAsOwner();
  }

  /** Whether a transaction waits at present for a row that another one holds. */
  boolean somebodyWaits() {
    try (Connection administrator = database.connectAsAdministrator();
        PreparedStatement query =
            administrator.prepareStatement(
                "SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'");
        ResultSet row = query.executeQuery()) {
      return row.next() && row.getLong(2) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The schema, with its accounts, for programs that need more than a connection. */
  TestDatabase schema() {
    return database;
  }

  /** What the portal's account has asked the database since the start. */
  SqlLog sqlLog() {
    return sqlLog;
  }

  /** What the portal tells of its work by OpenTelemetry. */
  TraceReceiver traces() {
    return traces;
  }

  /** The letters that the portal has sent since the start. */
  GreenMail mails() {
    return mails;
  }

  /** The weather service that forecasts are asked of; it says what a test lets it say. */
  WireMockServer weather() {
    return weather;
  }

  /** The provider by which people can sign in; it says what a test lets it say. */
  FakeProvider provider() {
    return provider;
  }

  /** Someone who has not logged in, at another node. */
  PortalClient strangerAt(URI node) {
    return new PortalClient(http, node);
  }

  @Override
  public void close() {
    server.close();
    traces.close();
    mails.stop();
    weather.stop();
    provider.close();
    sqlLog.stop();
    database.close();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
