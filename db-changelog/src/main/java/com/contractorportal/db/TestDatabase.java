package com.contractorportal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * A fresh schema of random name for one test class, with an owner and an application account of its
 * own: on the server that the environment variable {@value #SERVER_VARIABLE} names (a JDBC URL with
 * an administrator's user and password), else on one {@link EmbeddedDatabase} for the whole JVM.
 */
public final class TestDatabase implements AutoCloseable {

  /**
   * Names the server, such as {@code
   * jdbc:mysql://127.0.0.1:3307/?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true}.
   */
  public static final String SERVER_VARIABLE = "PORTAL_TEST_DB_URL";

  private final TestServer server;
  private final String schema;
  private final DatabaseAccount owner;
  private final DatabaseAccount application;

  private TestDatabase(TestServer server) {
    this.server = server;
    String name = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    this.schema = "portaltest" + name;
    this.owner = new DatabaseAccount("o" + name, EmbeddedDatabase.newPassword());
    this.application = new DatabaseAccount("a" + name, EmbeddedDatabase.newPassword());
  }

  /** A schema that is migrated and has no rows. */
  public static TestDatabase create() {
    TestDatabase database = createEmpty();
    try {
      SchemaMigration.migrate(
          database.jdbcUrl(), database.owner.user(), database.owner.password(), database.user());
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  /** A schema without any table, whose owner may still migrate it. */
  public static TestDatabase createEmpty() {
    TestDatabase database = new TestDatabase(TestServer.get());
    database.asAdministrator(
        "CREATE DATABASE `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci"
            .formatted(database.schema),
        "CREATE USER '%s'@'%%' IDENTIFIED BY '%s'"
            .formatted(database.owner.user(), database.owner.password()),
        "CREATE USER '%s'@'%%' IDENTIFIED BY '%s'"
            .formatted(database.application.user(), database.application.password()),
        "GRANT ALL ON `%s`.* TO '%s'@'%%' WITH GRANT OPTION"
            .formatted(database.schema, database.owner.user()));
    return database;
  }

  /** URL of the schema, without user and password. */
  public String jdbcUrl() {
    return server.jdbcUrl(schema);
  }

  public String schema() {
    return schema;
  }

  /** User of the application's account. */
  public String user() {
    return application.user();
  }

  /** Password of the application's account. */
  public String password() {
    return application.password();
  }

  public DatabaseAccount application() {
    return application;
  }

  public DatabaseAccount owner() {
    return owner;
  }

  /** An account that may do everything on the server, for the general log and other tests' eyes. */
  public DatabaseAccount administrator() {
    return server.administrator();
  }

  /** A connection to the schema as the application. */
  public Connection connect() throws SQLException {
    return DatabaseConnection.open(jdbcUrl(), application);
  }

  /** A connection to the schema as its owner. */
  public Connection connectAsOwner() throws SQLException {
    return DatabaseConnection.open(jdbcUrl(), owner);
  }

  /** A connection to the schema as the administrator. */
  public Connection connectAsAdministrator() throws SQLException {
    return DatabaseConnection.open(jdbcUrl(), administrator());
  }

  /** Drops the schema and its accounts. */
  @Override
  public void close() {
    asAdministrator(
        "DROP DATABASE IF EXISTS `%s`".formatted(schema),
        "DROP USER IF EXISTS '%s'@'%%', '%s'@'%%'".formatted(owner.user(), application.user()));
  }

  private void asAdministrator(String... statements) {
    try (Connection connection =
            DatabaseConnection.open(server.jdbcUrl(""), server.administrator());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The test database server refused: " + e.getMessage(), e);
    }
  }

  /** Address ({@code %s} stands for the schema) and administrator of the server under test. */
  private record TestServer(String urlPattern, DatabaseAccount administrator) {

    static TestServer get() {
      return Optional.ofNullable(System.getenv(SERVER_VARIABLE))
          .filter(url -> !url.isBlank())
          .map(TestServer::named)
          .orElseGet(() -> Embedded.SERVER);
    }

    String jdbcUrl(String schema) {
      return urlPattern.replace("%s", schema);
    }

    private static TestServer named(String url) {
      String[] parts = url.split("\\?", 2);
      Map<String, String> parameters = parameters(EmbeddedDatabase.LOOPBACK_PARAMETERS);
      parameters.putAll(parameters(parts.length > 1 ? parts[1] : ""));
      DatabaseAccount administrator =
          new DatabaseAccount(
              Optional.ofNullable(parameters.remove("user")).orElse("root"),
              Optional.ofNullable(parameters.remove("password")).orElse(""));
      String address = parts[0].replaceFirst("(//[^/]+)/?.*", "$1");
      String query =
          parameters.entrySet().stream()
              .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
              .collect(Collectors.joining("&"));
      return new TestServer(address + "/%s?" + query, administrator);
    }

    private static Map<String, String> parameters(String query) {
      Map<String, String> parameters = new LinkedHashMap<>();
      for (String parameter : query.split("&")) {
        if (!parameter.isEmpty()) {
          String[] pair = parameter.split("=", 2);
          parameters.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
      }
      return parameters;
    }
  }

  /** Started by the first test that needs it, stopped with the JVM. */
  private static final class Embedded {
    static final TestServer SERVER = start();

    private static TestServer start() {
      EmbeddedDatabase server = EmbeddedDatabase.startTemporary();
      return new TestServer(server.jdbcUrl("%s"), server.administrator());
    }
  }
}
