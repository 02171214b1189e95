package com.contractorportal.db;

import com.mysql.cj.jdbc.Driver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Connections outside the server's pool: of the schema's owner, and to see whether one works. */
public final class DatabaseConnection {

  private DatabaseConnection() {}

  /**
   * Opens a connection without the driver registry, whose content depends on who used it first.
   * Trust in the database's certificate comes from the URL alone: inside Payara the driver would
   * otherwise take the server's own key stores, and fail.
   */
  public static Connection open(String jdbcUrl, DatabaseAccount account) throws SQLException {
    return open(jdbcUrl, account, 0);
  }

  /**
   * As {@link #open(String, DatabaseAccount)}, within a time.
   *
   * @param patienceMillis how long the database may take to answer; 0 for as long as it likes
   */
  public static Connection open(String jdbcUrl, DatabaseAccount account, int patienceMillis)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", account.user());
    properties.setProperty("password", account.password());
    properties.setProperty("fallbackToSystemKeyStore", "false");
    properties.setProperty("fallbackToSystemTrustStore", "false");
    if (patienceMillis > 0) {
      properties.setProperty("connectTimeout", Integer.toString(patienceMillis));
      properties.setProperty("socketTimeout", Integer.toString(patienceMillis));
    }
    return Optional.ofNullable(new Driver().connect(jdbcUrl, properties))
        .orElseThrow(
            () -> new SQLException("Not a JDBC URL of MySQL: " + withoutParameters(jdbcUrl)));
  }

  /** The URL as it may be shown: its parameters can hold passwords. */
  public static String withoutParameters(String jdbcUrl) {
    return jdbcUrl.split("\\?", 2)[0];
  }
}
