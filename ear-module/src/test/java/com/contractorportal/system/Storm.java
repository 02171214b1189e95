package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** A company of a test's own that works: an office, two crews, and somebody who only looks. */
final class Storm {

  private final PortalSystem portal;
  final String customerId;
  final String crewEmail;
  final String managerEmail;
  final PortalClient manager;
  final PortalClient crew;
  final PortalClient otherCrew;
  final PortalClient viewer;

  /** The members of the two crews, and of the office. */
  final String crewMember;

  final String otherMember;
  final String managerMember;

  private Storm(PortalSystem portal) throws SQLException {
    this.portal = portal;
    NewCompany company = NewCompany.in(portal);
    customerId = company.customerId();
    managerEmail = company.manager();
    managerMember = named(managerEmail, "Mo Manager");
    crewEmail = "crew@" + domain();
    crewMember = member(crewEmail, "Casey Crew", "CONTRACTOR");
    otherMember = member("other@" + domain(), "Olli Other", "CONTRACTOR");
    member("viewer@" + domain(), "Val Viewer", "VIEWER");
    manager = portal.login(company.manager());
    crew = portal.login(crewEmail);
    otherCrew = portal.login("other@" + domain());
    viewer = portal.login("viewer@" + domain());
  }

  static Storm in(PortalSystem portal) {
    try {
      return new Storm(portal);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String viewerEmail() {
    return "viewer@" + domain();
  }

  private String domain() {
    return customerId.toLowerCase(Locale.ROOT) + ".example";
  }

  /** Gives a person who has a profile another name, and tells the member's id. */
  private String named(String email, String name) throws SQLException {
    sql(
        "UPDATE member SET display_name = ? WHERE customer_id = ?"
            + " AND account_id = (SELECT id FROM account WHERE email = ?)",
        name,
        customerId,
        email);
    try (Connection connection = portal.database();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT LOWER(INSERT(INSERT(INSERT(INSERT(HEX(id),9,0,'-'),14,0,'-'),19,0,'-'),24,0,'-'))"
                    + " FROM member WHERE customer_id = ? AND display_name = ?")) {
      query.setString(1, customerId);
      query.setString(2, name);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** An account, its role and its profile. */
  private String member(String email, String name, String role) throws SQLException {
    sql(
        "INSERT INTO account (id, email, password_hash, display_name, super_admin, failed_logins,"
            + " created_at, updated_at) SELECT UNHEX(REPLACE(?, '-', '')), ?, password_hash, ?,"
            + " FALSE, 0, created_at, updated_at FROM account"
            + " WHERE email = 'manager@vermont.example'",
        UUID.randomUUID().toString(),
        email,
        name);
    sql(
        "INSERT INTO membership (account_id, customer_id, role, active, created_at, updated_at)"
            + " SELECT id, ?, ?, TRUE, created_at, updated_at FROM account WHERE email = ?",
        customerId,
        role,
        email);
    String id = UUID.randomUUID().toString();
    sql(
        "INSERT INTO member (customer_id, id, account_id, display_name, created_at, updated_at)"
            + " SELECT ?, UNHEX(REPLACE(?, '-', '')), id, ?, created_at, updated_at FROM account"
            + " WHERE email = ?",
        customerId,
        id,
        name,
        email);
    return id;
  }

  /** A property in Barre, by its id. */
  String property(String name) {
    Answer created =
        manager.post(
            "/api/properties",
            ("{\"name\":\"%s\",\"street\":\"1 Main St\",\"kind\":\"COMMERCIAL\","
                    + "\"latitude\":44.197,\"longitude\":-72.502}")
                .formatted(name));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    return created.createdId();
  }

  /** A route of a member. */
  String route(String name, String member, String... properties) {
    Answer created =
        manager.post(
            "/api/routes",
            "{\"name\":\"%s\",\"memberId\":%s,\"stops\":[%s]}"
                .formatted(
                    name,
                    member == null ? "null" : "\"" + member + "\"",
                    properties.length == 0 ? "" : "\"" + String.join("\",\"", properties) + "\""));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    return created.createdId();
  }

  /** The path of a planned event. */
  String plannedEvent() {
    Answer created =
        manager.post(
            "/api/winter-events",
            "{\"name\":\"Storm\",\"kind\":\"SNOW\",\"startsAt\":\"%s\"}"
                .formatted(Instant.now().minus(1, ChronoUnit.DAYS)));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    return created.location();
  }

  /** The path of an event that has been active for so long. */
  String activeEvent(Duration since) {
    String path = plannedEvent();
    Answer active = change(manager, path, "activate");
    assertThat(active.status()).as(active.toString()).isEqualTo(200);
    earlier(path, "activated_at", since);
    return path;
  }

  /** Moves a time of an event into the past. */
  void earlier(String event, String column, Duration by) {
    try {
      sql(
          "UPDATE winter_event SET "
              + column
              + " = "
              + column
              + " - INTERVAL CAST(? AS SIGNED) SECOND WHERE customer_id = ?"
              + " AND id = UNHEX(REPLACE(?, '-', ''))",
          String.valueOf(by.toSeconds()),
          customerId,
          id(event));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A verb upon the present version. */
  static Answer change(PortalClient who, String path, String verb) {
    return change(who, path, verb, "");
  }

  static Answer change(PortalClient who, String path, String verb, String json) {
    return change(who, path, verb, json, who.get(path).etag());
  }

  static Answer change(PortalClient who, String path, String verb, String json, String etag) {
    return who.send(
        "POST",
        path + "/" + verb,
        json.isEmpty() ? null : "application/json",
        json,
        "If-Match",
        etag);
  }

  static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A log as JSON; {@code more} begins with a comma. */
  static String log(String event, String property, String more) {
    return "{\"eventId\":\"%s\",\"propertyId\":\"%s\",\"work\":\"PLOW\"%s}"
        .formatted(id(event), property, more);
  }

  /** The answers to as many requests at once. */
  static List<Answer> atOnce(int times, IntFunction<Answer> request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Callable<Answer>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        all.add(() -> request.apply(number));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  static void assertProblem(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.json().getString("type")).isEqualTo("/problems/" + problem);
  }

  /** One number of this company's rows; the query's only parameter is the customer. */
  long number(String sql) {
    try (Connection connection = portal.database();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, customerId);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sql(String sql, String... values) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).as(sql).isEqualTo(1);
    }
  }
}
