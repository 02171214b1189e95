package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Crews are called out when an event begins, and each reads what is meant for them. */
@ExtendWith(PortalExtension.class)
class NotificationIT {

  private PortalSystem portal;
  private NewCompany company;
  private PortalClient manager;
  private Crew driver;
  private Crew idle;
  private Crew gone;

  @BeforeEach
  void three_drivers_of_whom_one_has_no_stops_and_one_is_gone(PortalSystem running)
      throws SQLException {
    portal = running;
    company = NewCompany.in(portal);
    manager = portal.login(company.manager());
    driver = Crew.in(portal, company, "CONTRACTOR");
    idle = Crew.in(portal, company, "CONTRACTOR");
    gone = Crew.in(portal, company, "CONTRACTOR");
    String property =
        created(
            "/api/properties",
            "{\"name\":\"Depot\",\"street\":\"1 Main St\",\"kind\":\"COMMERCIAL\"}");
    route(driver, "\"" + property + "\"");
    route(driver, "\"" + property + "\"");
    route(idle, "");
    route(gone, "\"" + property + "\"");
    try (Connection connection = portal.database();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE membership SET active = FALSE WHERE account_id ="
                    + " (SELECT id FROM account WHERE email = ?)")) {
      update.setString(1, gone.email());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void who_has_work_to_do_is_told_once_and_nobody_else() throws SQLException {
    String event = activate("Blizzard");

    JsonObject list = list(portal.login(driver.email()));
    assertThat(list.getInt("unread")).isEqualTo(1);
    JsonObject told = list.getJsonArray("items").getJsonObject(0);
    assertThat(told.getString("kind")).isEqualTo("EVENT_ACTIVATED");
    assertThat(told.getString("title")).contains("Blizzard");
    assertThat(told.getString("entityId")).isEqualTo(event);
    assertThat(list(portal.login(idle.email())).getJsonArray("items")).isEmpty();
    assertThat(list(manager).getJsonArray("items")).isEmpty();
    assertThat(toldTo(gone)).as("who does not belong any more").isZero();
    Soon.see("a letter to the driver", () -> letters().contains(driver.email()));
    assertThat(letters()).doesNotContain(idle.email(), gone.email(), company.manager());
  }

  @Test
  void who_has_yet_to_join_is_told_nothing_and_no_log_waits_for_them() throws SQLException {
    Crew invited = Crew.in(portal, company, "CONTRACTOR");
    Crew unproven = Crew.in(portal, company, "CONTRACTOR");
    Crew watching = Crew.in(portal, company, "VIEWER");
    String property =
        created(
            "/api/properties",
            "{\"name\":\"Lot\",\"street\":\"2 Main St\",\"kind\":\"COMMERCIAL\"}");
    for (Crew crew : List.of(invited, unproven, watching)) {
      route(crew, "\"" + property + "\"");
    }
    for (Crew crew : List.of(invited, unproven)) {
      write(
          "UPDATE account SET everybodys = NULL, customer_id = ? WHERE email = ?",
          company.customerId(),
          crew.email());
    }
    write("UPDATE account SET password_hash = NULL WHERE email = ?", invited.email());

    String event = newEvent("Blizzard");
    Answer active =
        manager.post(
            "/api/winter-events/" + event + "/activate",
            "{\"openLogs\":true}",
            "If-Match",
            manager.get("/api/winter-events/" + event).etag());
    assertThat(active.status()).as(active.toString()).isEqualTo(200);

    assertThat(manager.get("/api/work-logs/open?event=" + event).items())
        .extracting(log -> log.getString("memberId"))
        .containsExactlyInAnyOrder(driver.memberId().toString(), unproven.memberId().toString());
    assertThat(toldTo(invited)).isZero();
    assertThat(toldTo(unproven)).isEqualTo(1);
    assertThat(lettersWrittenTo(driver)).isEqualTo(1);
    assertThat(lettersWrittenTo(invited)).isZero();
    assertThat(lettersWrittenTo(unproven)).as("whose address nobody has proven").isZero();
  }

  @Test
  void who_serves_a_property_without_a_route_is_told_too() throws SQLException {
    Crew assigned = Crew.in(portal, company, "CONTRACTOR");
    String property =
        created(
            "/api/properties",
            "{\"name\":\"Lot\",\"street\":\"2 Main St\",\"kind\":\"COMMERCIAL\"}");
    Answer answer =
        manager.post(
            "/api/properties/" + property + "/contractors",
            "{\"memberId\":\"" + assigned.memberId() + "\"}");
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);

    activate("Blizzard");

    assertThat(list(portal.login(assigned.email())).getInt("unread")).isEqualTo(1);
  }

  @Test
  void nobody_is_told_what_was_refused() {
    String event = newEvent("Drizzle");

    assertThat(
            manager
                .send(
                    "POST",
                    "/api/winter-events/" + event + "/activate",
                    null,
                    "",
                    "If-Match",
                    Samples.NO_VERSION)
                .status())
        .isEqualTo(412);

    assertThat(list(portal.login(driver.email())).getInt("unread")).isZero();
  }

  @Test
  void what_is_read_stays_read_and_is_left_out_of_the_unread() {
    activate("First");
    activate("Second");
    PortalClient crew = portal.login(driver.email());
    List<JsonObject> items = crew.get("/api/notifications").items();
    assertThat(items)
        .extracting(item -> item.getString("title"))
        .containsExactly("Second: work begins", "First: work begins");
    String second = items.get(0).getString("id");

    assertThat(crew.post("/api/notifications/" + second + "/read").status()).isEqualTo(204);
    String readAt = readAt(crew, second);
    assertThat(crew.post("/api/notifications/" + second + "/read").status()).isEqualTo(204);

    assertThat(readAt(crew, second)).as("the first reading counts").isEqualTo(readAt);
    assertThat(list(crew).getInt("unread")).isEqualTo(1);
    assertThat(crew.get("/api/notifications?unread=true").items())
        .extracting(item -> item.getString("title"))
        .containsExactly("First: work begins");
    JsonObject page = crew.get("/api/notifications?limit=1").json();
    assertThat(
            crew.get("/api/notifications?limit=1&cursor=" + page.getString("nextCursor")).items())
        .extracting(item -> item.getString("title"))
        .containsExactly("First: work begins");

    assertThat(crew.post("/api/notifications/read-all").status()).isEqualTo(204);
    assertThat(list(crew).getInt("unread")).isZero();
  }

  @Test
  void nobody_reads_what_somebody_else_was_told() throws SQLException {
    activate("Blizzard");
    PortalClient crew = portal.login(driver.email());
    String id = crew.get("/api/notifications").items().get(0).getString("id");
    PortalClient colleague = portal.login(idle.email());
    PortalClient stranger = portal.login(NewCompany.in(portal).manager());

    for (PortalClient other : List.of(colleague, manager, stranger)) {
      Answer answer = other.post("/api/notifications/" + id + "/read");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().getString("detail"))
          .isEqualTo(
              other
                  .post("/api/notifications/" + UUID.randomUUID() + "/read")
                  .json()
                  .getString("detail"));
      assertThat(other.post("/api/notifications/read-all").status()).isEqualTo(204);
    }

    assertThat(list(crew).getInt("unread")).isEqualTo(1);
  }

  private String activate(String name) {
    String event = newEvent(name);
    Answer activated =
        manager.send(
            "POST",
            "/api/winter-events/" + event + "/activate",
            null,
            "",
            "If-Match",
            manager.get("/api/winter-events/" + event).etag());
    assertThat(activated.status()).as(activated.toString()).isEqualTo(200);
    return event;
  }

  private String newEvent(String name) {
    return created(
        "/api/winter-events",
        "{\"name\":\"%s\",\"kind\":\"SNOW\",\"startsAt\":\"2026-01-05T10:00:00Z\"}"
            .formatted(name));
  }

  private void route(Crew crew, String stops) {
    created(
        "/api/routes",
        "{\"name\":\"Route %s\",\"memberId\":\"%s\",\"stops\":[%s]}"
            .formatted(UUID.randomUUID(), crew.memberId(), stops));
  }

  private String created(String path, String body) {
    Answer answer = manager.post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.createdId();
  }

  private static JsonObject list(PortalClient who) {
    Answer answer = who.get("/api/notifications");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static String readAt(PortalClient who, String id) {
    return who.get("/api/notifications").items().stream()
        .filter(item -> item.getString("id").equals(id))
        .findFirst()
        .orElseThrow()
        .getString("readAt");
  }

  private List<String> letters() {
    return Arrays.stream(portal.mails().getReceivedMessages())
        .map(
            letter -> {
              try {
                return letter.getAllRecipients()[0].toString();
              } catch (MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  private void write(String sql, String... values) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setString(i + 1, values[i]);
      }
      assertThat(update.executeUpdate()).as(sql).isEqualTo(1);
    }
  }

  private long toldTo(Crew crew) throws SQLException {
    return count(
        "SELECT COUNT(*) FROM notification WHERE account_id ="
            + " (SELECT id FROM account WHERE email = ?)",
        crew);
  }

  /** Sent by now or not. */
  private long lettersWrittenTo(Crew crew) throws SQLException {
    return count("SELECT COUNT(*) FROM outgoing_mail WHERE recipient = ?", crew);
  }

  private long count(String sql, Crew crew) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, crew.email());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
