package com.contractorportal.system;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** A company of a test's own, with one manager and nothing else. */
record NewCompany(String customerId, String manager) {

  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

  static NewCompany in(PortalSystem portal) {
    SecureRandom random = new SecureRandom();
    StringBuilder id = new StringBuilder();
    while (id.length() < 9) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    String manager = "manager@" + id.toString().toLowerCase(Locale.ROOT) + ".example";
    String account = UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = portal.database()) {
      run(
          connection,
          "INSERT INTO customer (customer_id, name, status, plan, time_zone, locale, currency,"
              + " created_at, updated_at) SELECT ?, 'New Company', 'ACTIVE', plan, time_zone, locale,"
              + " currency, created_at, updated_at FROM customer WHERE customer_id = 'LEGACY001'",
          id.toString());
      // The password of everybody in the demonstration.
      run(
          connection,
          "INSERT INTO account (id, email, password_hash, display_name, super_admin, failed_logins,"
              + " created_at, updated_at) SELECT UNHEX(?), ?, password_hash, 'Nell Newcomer', FALSE, 0,"
              + " created_at, updated_at FROM account WHERE email = 'manager@vermont.example'",
          account,
          manager);
      run(
          connection,
          "INSERT INTO membership (account_id, customer_id, role, active, created_at, updated_at)"
              + " VALUES (UNHEX(?), ?, 'MANAGER', TRUE, UTC_TIMESTAMP(), UTC_TIMESTAMP())",
          account,
          id.toString());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new NewCompany(id.toString(), manager);
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
