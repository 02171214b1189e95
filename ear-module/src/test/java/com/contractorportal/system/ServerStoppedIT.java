package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server is asked to stop while it has a night, an import and an upload under way. */
@ExtendWith(PortalExtension.class)
@Tag("drill")
class ServerStoppedIT {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int ROWS = 30_000;

  private PortalSystem portal;
  private ManyCustomers customers;
  private NewCompany company;
  private PortalClient manager;

  @BeforeEach
  void many_customers_and_a_manager(PortalSystem running) throws SQLException, IOException {
    portal = running;
    customers = ManyCustomers.in(portal);
    company = NewCompany.in(portal);
    manager = portal.login(company.manager());
  }

  @AfterEach
  void gone_again() throws Exception {
    portal.server().start(); // If a failure has left it down.
    customers.close();
  }

  @Test
  void it_answers_what_is_under_way_and_leaves_the_rest_to_others() throws Exception {
    String first = importOf("Site", ROWS);
    awaitImport(first, view -> view.getInt("rowsRead") > 0);
    String night = customers.startNight();
    customers.await(night, seen -> seen.getJsonObject("counts").getInt("completed") > 0);
    try (RawConnection upload = new RawConnection(portal.address())) {
      String file = "name,address\n" + "Late,1 Main St\n".repeat(100);
      upload.send(
          "POST /api/properties/imports?fileName=late.csv HTTP/1.1\r\nHost: portal\r\n"
              + "Authorization: Bearer "
              + manager.token()
              + "\r\nContent-Type: text/csv\r\nContent-Length: "
              + file.length()
              + "\r\n\r\n"
              + file.substring(0, 100));

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(portal.server()::stop);
      awaitNotReady();
      String meanwhile = answerTo("GET /api/ui-config HTTP/1.1\r\nHost: portal\r\n\r\n");
      upload.send(file.substring(100));
      String answer = upload.answerUntil("QUEUED");
      stopped.join();

      assertThat(answer).startsWith("HTTP/1.1 202 ");
      assertThat(meanwhile).startsWith("HTTP/1.1 200 ").contains("Connection: close");
    }
    assertThat(portal.server().isRunning()).isFalse();
    assertThat(count("SELECT COUNT(*) FROM import_task WHERE customer_id = ?"))
        .as("imports to be done")
        .isEqualTo(2);
    assertThat(
            count(
                "SELECT COUNT(*) FROM import_task WHERE customer_id = ?"
                    + " AND (lease_until IS NOT NULL OR attempts > 0)"))
        .as("imports that others would have to wait for")
        .isZero();
    assertThat(count("SELECT COUNT(*) FROM property WHERE customer_id = ?"))
        .as("rows before the stop")
        .isBetween(1L, ROWS - 1L);
    assertThat(resultsOfNight("PENDING")).as("customers to be reported").isPositive();
    assertThat(resultsOfNight("RUNNING")).as("customers to be waited for").isZero();

    portal.server().start();

    manager = portal.login(company.manager());
    assertThat(awaitImport(first, ServerStoppedIT::isOver).getInt("rowsAccepted")).isEqualTo(ROWS);
    String late =
        manager.get("/api/properties/imports?sort=-createdAt").items().get(0).getString("id");
    assertThat(
            awaitImport("/api/properties/imports/" + late, ServerStoppedIT::isOver)
                .getInt("rowsAccepted"))
        .isEqualTo(100);
    assertThat(count("SELECT COUNT(*) FROM property WHERE customer_id = ?")).isEqualTo(ROWS + 100);
    assertThat(count("SELECT COUNT(DISTINCT name) FROM property WHERE customer_id = ?"))
        .isEqualTo(ROWS + 1);
    customers.await(night, seen -> seen.getString("status").equals("COMPLETED"));
    customers.assertEachReportedOnce();
  }

  private String answerTo(String request) throws IOException {
    try (RawConnection connection = new RawConnection(portal.address())) {
      return connection.send(request).answer();
    }
  }

  private String importOf(String name, int rows) {
    StringBuilder csv = new StringBuilder("name,address\n");
    for (int i = 0; i < rows; i++) {
      csv.append(name).append(' ').append(i).append(",1 Main St\n");
    }
    Answer sent =
        manager.send(
            "POST",
            "/api/properties/imports?fileName=sites.csv",
            "text/csv",
            BodyPublishers.ofByteArray(csv.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
    return sent.location();
  }

  private JsonObject awaitImport(String location, Predicate<JsonObject> condition)
      throws InterruptedException {
    Instant limit = Instant.now().plus(LIMIT);
    while (true) {
      JsonObject seen = manager.get(location).json();
      if (condition.test(seen)) {
        return seen;
      }
      assertThat(Instant.now()).as("import %s", seen).isBefore(limit);
      Thread.sleep(50);
    }
  }

  private static boolean isOver(JsonObject view) {
    return List.of("COMPLETED", "FAILED").contains(view.getString("status"));
  }

  /** Load balancers learn at once that the node is going, while it still answers. */
  private void awaitNotReady() throws InterruptedException {
    Instant limit = Instant.now().plus(PortalSystem.SHUTDOWN_GRACE);
    while (portal.stranger().get("/health/ready").status() != 503) {
      assertThat(Instant.now()).isBefore(limit);
      Thread.sleep(50);
    }
  }

  private long resultsOfNight(String status) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement query =
            connection.prepareStatement("SELECT COUNT(*) FROM report_result WHERE status = ?")) {
      query.setString(1, status);
      return only(query);
    }
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, company.customerId());
      return only(query);
    }
  }

  private static long only(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
