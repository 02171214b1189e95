package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.system.EventStream.Event;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports that people ask for, and rounds of operators, over HTTP. */
@ExtendWith(PortalExtension.class)
class ReportRunsIT {

  private static final String ROUNDS = "/api/platform/report-runs";
  private static final String SEASON = "/api/reports/SEASON_SUMMARY/run";
  private static final int STREAMS_OF_A_PERSON = 4;

  private final List<EventStream> streams = new ArrayList<>();
  private final List<String> nights = new ArrayList<>();
  private PortalSystem portal;
  private NewCompany company;
  private PortalClient manager;
  private PortalClient operator;

  @BeforeEach
  void a_manager_and_an_operator(PortalSystem running) {
    portal = running;
    company = NewCompany.in(portal);
    manager = portal.login(company.manager());
    operator = portal.login("root@portal.example");
  }

  @AfterEach
  void hang_up() throws SQLException {
    streams.forEach(EventStream::close);
    for (String night : nights) {
      run("DELETE FROM report_result WHERE night_id = UNHEX(REPLACE(?, '-', ''))", night);
      run("DELETE FROM report_night WHERE id = UNHEX(REPLACE(?, '-', ''))", night);
    }
  }

  @Test
  void a_report_is_asked_for_watched_and_taken() {
    manager.post(
        "/api/winter-events",
        "{\"name\":\"Nor'easter\",\"kind\":\"SNOW\",\"startsAt\":\"2026-01-15T12:00:00Z\"}");

    Answer asked =
        manager.post(
            SEASON, "{\"from\":\"2026-01-15\",\"to\":\"2026-01-15\",\"formats\":[\"csv\"]}");

    assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
    assertThat(asked.location()).isEqualTo("/api/report-runs/" + asked.json().getString("id"));
    EventStream stream = follow(manager, asked.location() + "/progress");
    Event last = stream.await(event -> event.json().getString("status").equals("COMPLETED"));
    assertThat(last.name()).isEqualTo("progress");
    assertThat(last.json().getInt("rows")).isEqualTo(1);
    stream.awaitEnd();
    JsonObject run = manager.get(asked.location()).json();
    assertThat(run.getString("origin")).isEqualTo("ON_DEMAND");
    assertThat(run.getJsonArray("files")).hasSize(1);
    String file = run.getJsonArray("files").getJsonObject(0).getString("name");
    assertThat(file).isEqualTo("season-summary-2026-01-15-to-2026-01-15.csv");
    assertThat(manager.get(asked.location() + "/files/" + file).body()).contains("Nor'easter");
    assertThat(operator.get(ROUNDS + "?limit=200").items())
        .noneMatch(round -> round.getString("customerId", "").equals(company.customerId()));
  }

  @Test
  void a_repeated_request_asks_once() {
    Answer first = manager.post(SEASON, "{}", "Idempotency-Key", "once");
    Answer again = manager.post(SEASON, "{}", "Idempotency-Key", "once");

    assertThat(again.location()).isEqualTo(first.location());
    assertThat(
            manager
                .post(SEASON, "{\"formats\":[\"csv\"]}", "Idempotency-Key", "once")
                .json()
                .getString("type"))
        .isEqualTo("/problems/idempotency-key-reused");
  }

  @Test
  void nobody_else_sees_or_follows_it() {
    Answer asked = manager.post(SEASON, "{}");
    PortalClient stranger = portal.login(NewCompany.in(portal).manager());

    assertThat(stranger.get(asked.location()).status()).isEqualTo(404);
    assertThat(stranger.get(asked.location() + "/progress").status()).isEqualTo(404);
    assertThat(operator.get(asked.location() + "/progress").status()).isEqualTo(403);
  }

  @Test
  void what_cannot_be_is_refused_by_field() {
    assertRefused("to", "{\"from\":\"2026-01-02\",\"to\":\"2026-01-01\"}");
    assertRefused("from", "{\"from\":\"1066-01-02\"}");
    assertRefused("formats", "{\"formats\":[\"exe\"]}");
    assertRefused("eventId", "{\"eventId\":\"%s\"}".formatted(UUID.randomUUID()));
    assertThat(manager.post("/api/reports/CONTRACTOR_HOURS/run", "{}").status())
        .as("what people cost")
        .isEqualTo(404);
  }

  private void assertRefused(String field, String body) {
    Answer refused = manager.post(SEASON, body);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo(field);
  }

  @Test
  void an_operator_has_some_kinds_of_a_day_made_again() {
    Answer started =
        operator.post(
            ROUNDS,
            "{\"customerId\":\"%s\",\"kinds\":[\"SEASON_SUMMARY\"],\"day\":\"2026-01-15\"}"
                .formatted(company.customerId()));

    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    assertThat(started.json().getString("day")).isEqualTo("2026-01-15");
    EventStream stream = follow(operator, started.location() + "/progress");
    Event last = stream.await(event -> event.json().getString("status").equals("COMPLETED"));
    assertThat(last.json().getInt("percent")).isEqualTo(100);
    stream.awaitEnd();
    List<JsonObject> runs = manager.get("/api/report-runs").items();
    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).getString("asOf")).startsWith("2026-01-15T");
    assertThat(operator.post(started.location() + "/cancel").json().getString("type"))
        .isEqualTo("/problems/round-is-over");

    String future =
        "{\"customerId\":\"%s\",\"day\":\"%s\"}"
            .formatted(company.customerId(), LocalDate.now().plusDays(3));
    assertThat(operator.post(ROUNDS, future).status()).isEqualTo(400);
    assertThat(operator.post(ROUNDS, "{\"kinds\":[\"NO_SUCH_KIND\"]}").status()).isEqualTo(400);
  }

  @Test
  void a_round_that_is_cancelled_ends_for_all_who_follow_it() throws SQLException {
    String night = aNightThatGoesOn();
    EventStream stream = follow(operator, ROUNDS + "/" + night + "/progress");
    assertThat(stream.answer().statusCode()).isEqualTo(200);
    assertThat(stream.answer().headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    stream.await(event -> event.json().getString("status").equals("RUNNING"));

    Answer cancelled = operator.post(ROUNDS + "/" + night + "/cancel");

    assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
    assertThat(cancelled.json().getString("status")).isEqualTo("CANCELLED");
    stream.await(event -> event.json().getString("status").equals("CANCELLED"));
    stream.awaitEnd();
    assertThat(operator.get(ROUNDS + "/" + night + "/results").items())
        .allSatisfy(
            result -> {
              assertThat(result.getString("status")).isEqualTo("SKIPPED");
              assertThat(result.getString("error")).isEqualTo("The run was cancelled.");
            });
  }

  @Test
  void a_stream_ends_with_the_session_and_nobody_has_too_many() throws SQLException {
    String progress = ROUNDS + "/" + aNightThatGoesOn() + "/progress";
    for (int i = 0; i < STREAMS_OF_A_PERSON; i++) {
      assertThat(follow(operator, progress).answer().statusCode()).isEqualTo(200);
    }
    Answer refused = operator.get(progress);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/too-many-streams");

    assertThat(operator.post("/api/auth/logout").status()).isEqualTo(204);

    streams.forEach(EventStream::awaitEnd);
  }

  /** Somebody far away has a lease on it for ever. */
  private String aNightThatGoesOn() throws SQLException {
    String night = UUID.randomUUID().toString();
    nights.add(night);
    run(
        "INSERT INTO report_night (id, kind, as_of, status, customers, started_at)"
            + " VALUES (UNHEX(REPLACE(?, '-', '')), 'MANUAL', '2026-01-15', 'COMPLETED', 1,"
            + " '2026-01-15')",
        night);
    run(
        "INSERT INTO report_result (night_id, customer_id, status, attempts, lease_owner,"
            + " lease_until) VALUES (UNHEX(REPLACE(?, '-', '')), ?, 'RUNNING', 1, 'test',"
            + " '2100-01-01')",
        night,
        company.customerId());
    run("UPDATE report_night SET status = 'RUNNING' WHERE id = UNHEX(REPLACE(?, '-', ''))", night);
    return night;
  }

  private EventStream follow(PortalClient by, String path) {
    EventStream stream = by.follow(path);
    streams.add(stream);
    return stream;
  }

  private void run(String sql, String... values) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
