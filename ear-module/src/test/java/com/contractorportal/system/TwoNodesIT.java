package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.contractorportal.launch.LaunchFailure;
import com.contractorportal.launch.PortalServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A second node on the database, keys and store of the first, and a proxy before both. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("any-database")
class TwoNodesIT {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private PortalSystem portal;
  private PortalServer second;
  private Optional<Proxy> proxy = Optional.empty();

  @BeforeAll
  void two_nodes(PortalSystem running, @TempDir Path folder) throws Exception {
    portal = running;
    second = portal.anotherNode(Map.of("PORTAL_SUPER_ADMIN_SECOND_FACTOR", "required"));
    second.start();
    if (Proxy.program().isPresent()) {
      proxy = Optional.of(Proxy.start(folder, portal.address(), second.address()));
    }
  }

  @BeforeEach
  void both_run() throws LaunchFailure {
    second.start(); // If a test before has killed it.
  }

  @AfterAll
  void one_again() {
    proxy.ifPresent(Proxy::close);
    second.close();
  }

  @Test
  void what_one_signs_and_stores_the_other_knows() throws SQLException {
    PortalClient manager = portal.login(NewCompany.in(portal).manager());

    Answer created = onSecond(manager).post("/api/properties", property());

    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    Answer read = manager.get(created.location());
    assertThat(read.status()).as(read.toString()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(onSecond(manager).get(created.location()).body());
    assertThat(onSecond(manager).get("/.well-known/jwks.json").body())
        .isEqualTo(manager.get("/.well-known/jwks.json").body());
  }

  @Test
  void a_session_of_one_is_renewed_and_ended_by_the_other() throws SQLException {
    PortalClient manager = portal.login(NewCompany.in(portal).manager());
    PortalClient elsewhere = onSecond(manager);

    Answer renewed = elsewhere.post("/api/auth/refresh", "{}");
    assertThat(renewed.status()).as(renewed.toString()).isEqualTo(200);
    assertThat(manager.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(elsewhere.post("/api/auth/logout").status()).isEqualTo(204);

    assertThat(manager.get("/api/auth/me").status()).isEqualTo(401);
  }

  @Test
  void a_customer_suspended_by_one_is_refused_by_the_other_on_the_next_request() {
    NewCompany company = NewCompany.in(portal);
    PortalClient manager = portal.login(company.manager());
    assertThat(manager.get("/api/properties").status()).isEqualTo(200);
    assertThat(onSecond(manager).get("/api/properties").status()).isEqualTo(200);

    change(company, "suspend", "{\"reason\":\"The invoice is not paid.\"}");

    for (PortalClient asked : new PortalClient[] {onSecond(manager), manager}) {
      Answer refused = asked.get("/api/properties");
      assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
      assertThat(refused.json().getString("type")).isEqualTo("/problems/customer-suspended");
    }
    change(company, "activate", "{}");
    assertThat(onSecond(manager).get("/api/properties").status()).isEqualTo(200);
  }

  @Test
  void a_limit_of_requests_holds_over_both_give_or_take_a_lease() throws Exception {
    int limit = 100;
    int lease = limit / 20;
    NewCompany company = NewCompany.in(portal).allowed(portal, limit);
    PortalClient manager = portal.login(company.manager());
    List<PortalClient> nodes = List.of(manager, onSecond(manager));

    // As many requests as would be let through twice, by two threads to each node.
    AtomicInteger turns = new AtomicInteger(2 * limit);
    Instant start = Instant.now();
    List<Answer> answers =
        inParallel(
            4,
            thread -> {
              List<Answer> got = new ArrayList<>();
              while (turns.getAndDecrement() > 0) {
                got.add(nodes.get(thread % 2).get("/api/auth/me"));
              }
              return got;
            });
    Duration took = Duration.between(start, Instant.now());

    assertThat(answers).extracting(Answer::status).containsOnly(200, 429);
    long through = answers.stream().filter(answer -> answer.status() == 200).count();
    long refilled = took.toMillis() * limit / 60_000 + 1;
    assertThat(through)
        .as("let through in %s, of %d", took, answers.size())
        .isBetween((long) limit - lease, limit + refilled + lease);
    Answer refused =
        answers.stream().filter(answer -> answer.status() == 429).findFirst().orElseThrow();
    assertThat(refused.json().getString("type")).isEqualTo("/problems/too-many-requests");
    assertThat(refused.header("Retry-After")).contains("1");
    assertThat(refused.header("RateLimit-Policy")).contains("\"customer\";q=100;w=60");
    assertThat(refused.header("RateLimit").orElse("")).startsWith("\"customer\";r=0;t=");
  }

  @Test
  void where_a_second_factor_is_required_operators_do_nothing_before_they_have_one()
      throws SQLException {
    String customer = "/api/platform/customers/" + NewCompany.in(portal).customerId();
    PortalClient operator = portal.login(anOperator());
    assertThat(operator.get(customer).status()).as("where it is optional").isEqualTo(200);
    PortalClient there = onSecond(operator);

    for (Answer refused :
        List.of(
            there.get(customer),
            there.post("/api/platform/report-runs", "{}"),
            there.post(customer + "/support-access", "{\"reason\":\"A look\",\"minutes\":5}"))) {
      assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
      assertThat(refused.json().getString("type")).isEqualTo("/problems/second-factor-required");
    }
    assertThat(there.get("/api/auth/me").status()).isEqualTo(200);

    Authenticator.setUp(there);
    assertThat(there.get(customer).status()).isEqualTo(200);
  }

  /** Somebody else than the operator of all other tests, who has no second factor. */
  private String anOperator() throws SQLException {
    String address = UUID.randomUUID() + "@portal.example";
    try (Connection connection = portal.database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO account (id, email, password_hash, display_name, super_admin, failed_logins,"
              + " created_at, updated_at) SELECT UNHEX(REPLACE(UUID(), '-', '')), '%1$s', password_hash,"
                  .formatted(address)
              + " 'Another operator', TRUE, 0, UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM account"
              + " WHERE email = 'root@portal.example'");
    }
    return address;
  }

  private interface Turn {
    List<Answer> take(int thread) throws Exception;
  }

  private static List<Answer> inParallel(int threads, Turn turn) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<Answer>>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        parts.add(pool.submit(() -> turn.take(thread)));
      }
      List<Answer> all = new ArrayList<>();
      for (Future<List<Answer>> part : parts) {
        all.addAll(part.get());
      }
      return all;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void a_night_is_shared_and_outlives_one_of_them() throws Exception {
    try (ManyCustomers customers = ManyCustomers.in(portal)) {
      PortalClient operator = portal.login(anOperator());
      Authenticator.setUp(operator); // The second node asks for it.
      String key = UUID.randomUUID().toString();
      String night = startNight(operator, key);
      assertThat(startNight(onSecond(operator), key))
          .as("the same request, sent again")
          .isEqualTo(night);
      String id = night.substring(night.lastIndexOf('/') + 1);
      await("both at work", () -> hasSaid(portal.server(), id) && hasSaid(second, id));

      JsonObject counts =
          customers
              .await(night, seen -> seen.getJsonObject("counts").getInt("completed") >= 20)
              .getJsonObject("counts");
      second.kill();
      assertThat(counts.getInt("pending")).as("customers left when one was killed").isPositive();

      for (Proxy before : proxy.stream().toList()) {
        Answer asked = before.stranger().withToken(operator.token()).get(night);
        assertThat(asked.status()).as("by the proxy: " + asked).isEqualTo(200);
      }
      JsonObject ended =
          customers.await(night, seen -> seen.getString("status").equals("COMPLETED"));
      assertThat(ended.getJsonObject("counts").getInt("failed")).isZero();
      customers.assertEachReportedOnce();
    }
  }

  @Test
  void a_proxy_speaks_for_both() throws Exception {
    assumeTrue(proxy.isPresent(), "HAProxy is not installed (apt-get install haproxy): skipped");
    NewCompany company = NewCompany.in(portal);
    PortalClient manager = portal.login(company.manager());
    PortalClient outside = proxy.get().stranger().withToken(manager.token());

    Answer created =
        outside.post(
            "/api/properties",
            property(),
            "X-Forwarded-Proto",
            "ftp",
            "X-Forwarded-Host",
            "elsewhere.example",
            "X-Forwarded-For",
            "192.0.2.1");

    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    assertThat(created.header("Location"))
        .as("a path: the portal does not know, nor believes, what the proxy is called")
        .contains("/api/properties/" + created.json().getString("id"));
    assertThat(outside.get("/health/ready").status()).as("for operators only").isEqualTo(404);
    Answer plain = proxy.get().plainStranger().get("/login");
    assertThat(plain.status()).isEqualTo(308);
    assertThat(plain.header("Location").orElse("")).startsWith("https://");
    Answer upload =
        outside.send(
            "POST",
            "/api/properties/imports?fileName=large.csv&dryRun=true",
            "text/csv",
            "name,address\n" + "Site,1 Main St\n".repeat(100_000));
    assertThat(upload.status()).as("a file larger than the proxy's buffer").isEqualTo(202);
  }

  private static String startNight(PortalClient operator, String key) {
    Answer started = operator.post("/api/platform/report-runs", "{}", "Idempotency-Key", key);
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    return started.location();
  }

  /** Whether a node's workers have taken part in a night. */
  private static boolean hasSaid(PortalServer node, String night) throws IOException {
    return Files.readString(node.log()).contains("Night " + night + ": 2 workers of this node");
  }

  /** The same person, talking to the second node. */
  private PortalClient onSecond(PortalClient person) {
    return person.at(second.address());
  }

  /** By an operator, on the first node. */
  private void change(NewCompany company, String verb, String body) {
    PortalClient operator = portal.login("root@portal.example");
    String customer = "/api/platform/customers/" + company.customerId();
    Answer changed =
        operator.post(customer + "/" + verb, body, "If-Match", operator.get(customer).etag());
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
  }

  private static String property() {
    return "{\"name\":\"Two nodes %s\",\"street\":\"1 Main St\",\"kind\":\"COMMERCIAL\",\"status\":\"ACTIVE\"}"
        .formatted(UUID.randomUUID());
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (!condition.call()) {
      assertThat(Instant.now()).as(what).isBefore(limit);
      Thread.sleep(50);
    }
  }
}
