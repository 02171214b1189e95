package com.contractorportal.system;

import com.contractorportal.db.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The database server's general log: every statement the portal's account has sent. */
final class SqlLog {

  private final TestDatabase database;

  private SqlLog(TestDatabase database) {
    this.database = database;
  }

  /** Switches the log on, into a table that is emptied first. */
  static SqlLog start(TestDatabase database) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL general_log = OFF");
      statement.execute("SET GLOBAL log_output = 'TABLE'");
      statement.execute("TRUNCATE TABLE mysql.general_log");
      statement.execute("SET GLOBAL general_log = ON");
    }
    return new SqlLog(database);
  }

  void stop() {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL general_log = OFF");
      statement.execute("TRUNCATE TABLE mysql.general_log");
    } catch (SQLException e) {
      throw new IllegalStateException("The general log cannot be switched off.", e);
    }
  }

  /**
   * One statement of each shape, with how often it was sent or prepared. What a prepared statement
   * ran with later has the shape it was prepared in.
   */
  Map<String, Integer> statements() throws SQLException {
    Map<String, Integer> statements = new LinkedHashMap<>();
    try (Connection connection = database.connectAsAdministrator();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log"
                    + " WHERE user_host LIKE ? AND command_type IN ('Query', 'Prepare')",
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY)) {
      // Connector/J otherwise reads the whole log into memory.
      query.setFetchSize(Integer.MIN_VALUE);
      query.setString(1, "%[" + database.user() + "]%");
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String sql = rows.getString(1);
          if (sql != null) {
            statements.merge(CustomerInEverySql.normal(sql), 1, Integer::sum);
          }
        }
      }
    }
    return statements;
  }

  /** The tables whose primary key begins with the customer: whose rows are customers' own. */
  Set<String> customerTables() throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Connection connection = database.connectAsAdministrator();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT table_name FROM information_schema.statistics WHERE table_schema = ?"
                    + " AND index_name = 'PRIMARY' GROUP BY table_name HAVING COUNT(*) > 1"
                    + " AND MAX(seq_in_index = 1 AND column_name = 'customer_id') = 1")) {
      query.setString(1, database.schema());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
    }
    return tables;
  }
}
