package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Somebody more in a company: an account with the password of all, a membership and a profile.
 *
 * @param memberId the profile's id
 */
record Crew(String email, UUID memberId) {

  static Crew in(PortalSystem portal, NewCompany company, String role) throws SQLException {
    UUID account = UUID.randomUUID();
    UUID member = UUID.randomUUID();
    String email = "crew-" + account + "@portal.example";
    try (Connection connection = portal.database()) {
      run(
          connection,
          "INSERT INTO account (id, email, password_hash, display_name, super_admin, failed_logins,"
              + " created_at, updated_at) SELECT UNHEX(?), ?, password_hash, 'Carl Crew', FALSE, 0,"
              + " created_at, updated_at FROM account WHERE email = 'manager@vermont.example'",
          hex(account),
          email);
      run(
          connection,
          "INSERT INTO membership (account_id, customer_id, role, active, created_at, updated_at)"
              + " VALUES (UNHEX(?), ?, ?, TRUE, UTC_TIMESTAMP(), UTC_TIMESTAMP())",
          hex(account),
          company.customerId(),
          role);
      run(
          connection,
          "INSERT INTO member (customer_id, id, account_id, display_name, created_at, updated_at)"
              + " VALUES (?, UNHEX(?), UNHEX(?), 'Carl Crew', UTC_TIMESTAMP(), UTC_TIMESTAMP())",
          company.customerId(),
          hex(member),
          hex(account));
    }
    return new Crew(email, member);
  }

  /** Works for one more company, by the same account; tells the profile's id there. */
  UUID alsoIn(PortalSystem portal, NewCompany company, String role) throws SQLException {
    UUID member = UUID.randomUUID();
    try (Connection connection = portal.database()) {
      run(
          connection,
          "INSERT INTO membership (account_id, customer_id, role, active, created_at, updated_at)"
              + " SELECT id, ?, ?, TRUE, UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM account"
              + " WHERE email = ?",
          company.customerId(),
          role,
          email);
      run(
          connection,
          "INSERT INTO member (customer_id, id, account_id, display_name, created_at, updated_at)"
              + " SELECT ?, UNHEX(?), id, 'Carl Crew', UTC_TIMESTAMP(), UTC_TIMESTAMP()"
              + " FROM account WHERE email = ?",
          company.customerId(),
          hex(member),
          email);
    }
    return member;
  }

  private static String hex(UUID id) {
    return id.toString().replace("-", "");
  }

  private static void run(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).as(sql).isEqualTo(1);
    }
  }
}
