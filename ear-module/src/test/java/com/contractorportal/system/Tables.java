package com.contractorportal.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The portal's tables, past the portal. */
record Tables(PortalSystem portal) {

  /** Changes something; nothing changed is a mistake of the test's. */
  void run(String sql, Object... values) {
    try (Connection connection = portal.database();
        PreparedStatement statement = prepared(connection, sql, values)) {
      if (statement.executeUpdate() == 0) {
        throw new IllegalStateException("Nothing changed: " + sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one number that a query finds. */
  long number(String sql, Object... values) {
    try (Connection connection = portal.database();
        PreparedStatement statement = prepared(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
