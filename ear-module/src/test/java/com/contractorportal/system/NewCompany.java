package com.contractorportal.system;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** A company of a test's own, with one manager, whoever else the test hires, and nothing else. */
record NewCompany(String customerId, String manager) {

  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

  static NewCompany in(PortalSystem portal) {
    SecureRandom random = new SecureRandom();
    StringBuilder id = new StringBuilder();
    while (id.length() < 9) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    String manager = "manager@" + id.toString().toLowerCase(Locale.ROOT) + ".example";
    try (Connection connection = portal.database()) {
      run(
          connection,
          "INSERT INTO customer (customer_id, name, status, plan, time_zone, locale, currency,"
              + " created_at, updated_at) SELECT ?, 'New Company', 'ACTIVE', 'ENTERPRISE', time_zone, locale,"
              + " currency, created_at, updated_at FROM customer WHERE customer_id = 'LEGACY001'",
          id.toString());
      insertPerson(connection, id.toString(), manager, "MANAGER");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new NewCompany(id.toString(), manager);
  }

  /** Puts the company on a plan of the four there are. */
  NewCompany on(PortalSystem portal, String plan) {
    try (Connection connection = portal.database()) {
      run(connection, "UPDATE customer SET plan = ? WHERE customer_id = ?", plan, customerId);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Puts the company on a plan of its own, which limits nothing but requests. */
  NewCompany allowed(PortalSystem portal, int requestsPerMinute) {
    String plan = "P" + customerId;
    try (Connection connection = portal.database()) {
      run(
          connection,
          "INSERT INTO plan (code, position, max_requests_per_minute, created_at, updated_at)"
              + " VALUES (?, 100, ?, UTC_TIMESTAMP(), UTC_TIMESTAMP())",
          plan,
          String.valueOf(requestsPerMinute));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return on(portal, plan);
  }

  /** One more person with this role, who is told by an address. */
  String hire(PortalSystem portal, String role) {
    return hired(portal, role).email();
  }

  /** A person of the company, by the two things that tests call them. */
  record Hired(String email, String memberId) {}

  /** As {@link #hire}, for tests that name the member. */
  Hired hired(PortalSystem portal, String role) {
    String email = role.toLowerCase(Locale.ROOT) + "." + UUID.randomUUID() + "@portal.example";
    try (Connection connection = portal.database()) {
      return new Hired(email, insertPerson(connection, customerId, email, role));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells the member's id. */
  private static String insertPerson(
      Connection connection, String customerId, String email, String role) throws SQLException {
    String account = hexId();
    // The password of everybody in the demonstration.
    run(
        connection,
        "INSERT INTO account (id, email, password_hash, display_name, super_admin, failed_logins,"
            + " created_at, updated_at) SELECT UNHEX(?), ?, password_hash, 'Nell Newcomer', FALSE, 0,"
            + " created_at, updated_at FROM account WHERE email = 'manager@vermont.example'",
        account,
        email);
    run(
        connection,
        "INSERT INTO membership (account_id, customer_id, role, active, created_at, updated_at)"
            + " VALUES (UNHEX(?), ?, ?, TRUE, UTC_TIMESTAMP(), UTC_TIMESTAMP())",
        account,
        customerId,
        role);
    UUID member = UUID.randomUUID();
    run(
        connection,
        "INSERT INTO member (customer_id, id, account_id, display_name, created_at, updated_at)"
            + " VALUES (?, UNHEX(REPLACE(?, '-', '')), UNHEX(?), ?, UTC_TIMESTAMP(), UTC_TIMESTAMP())",
        customerId,
        member.toString(),
        account,
        "Nell Newcomer");
    return member.toString();
  }

  private static String hexId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static void run(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new SQLException("Nothing written: " + sql);
      }
    }
  }
}
