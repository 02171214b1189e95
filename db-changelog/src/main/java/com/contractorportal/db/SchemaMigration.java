package com.contractorportal.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.GlobalConfiguration;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeLogParameters;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings a database to the schema this release needs, and gives the application's account exactly
 * the rights it may have on each table: it reads and appends to audit tables, reads the list of
 * applied changes, and reads and writes everything else; it never changes the schema.
 *
 * <p>Needs an account that owns the schema. A server that has only the application's account asks
 * {@link #unrunChangeSets(Connection)} instead.
 */
public final class SchemaMigration {

  private static final String CHANGELOG = "db/changelog/changelog.xml";

  private static final Set<String> APPEND_ONLY =
      Set.of("audit_entry", "audit_seal", "platform_audit");
  private static final String APPLIED_CHANGES = "DATABASECHANGELOG";
  private static final String CHANGELOG_LOCK = "DATABASECHANGELOGLOCK";

  private static final int NO_SUCH_TABLE = 1146;
  private static final int TABLE_ACCESS_DENIED = 1142;
  private static final int LOCK_WAIT_SECONDS = 300;

  /** Silent, as failures are thrown; held, because the logging system forgets unheld loggers. */
  private static final Logger LIQUIBASE_LOG = Logger.getLogger("liquibase");

  private static volatile List<String> ofThisRelease;

  private SchemaMigration() {}

  /**
   * Applies every change set that has not run yet, one migrating server at a time, then grants.
   * Running it again changes nothing.
   *
   * @param applicationUser name of the application's account, or {@code name@host} where the
   *     account is not {@code name@%}
   * @throws SchemaMigrationException if the database cannot be reached or a change fails
   */
  public static void migrate(
      String jdbcUrl, String ownerUser, String ownerPassword, String applicationUser) {
    DatabaseAccount owner = new DatabaseAccount(ownerUser, ownerPassword);
    try (Connection lock = DatabaseConnection.open(jdbcUrl, owner)) {
      acquireMigrationLock(lock);
      try (Connection connection = DatabaseConnection.open(jdbcUrl, owner)) {
        update(connection);
        grant(lock, applicationUser);
      }
    } catch (SQLException e) {
      throw new SchemaMigrationException(
          "The database at %s could not be migrated as %s: %s"
              .formatted(DatabaseConnection.withoutParameters(jdbcUrl), ownerUser, e.getMessage()),
          e);
    }
  }

  /**
   * Undoes what the last migration changed, or only tells. All of it is of this release, which
   * alone knows how.
   *
   * @param sure do so
   * @return the change sets, the newest first
   * @throws SchemaMigrationException if there is nothing to undo, if an older release lacks the way
   *     back, if the database cannot be reached or a change fails
   */
  static List<String> undoLast(
      String jdbcUrl, String ownerUser, String ownerPassword, boolean sure) {
    DatabaseAccount owner = new DatabaseAccount(ownerUser, ownerPassword);
    try (Connection lock = DatabaseConnection.open(jdbcUrl, owner)) {
      acquireMigrationLock(lock);
      try (Connection connection = DatabaseConnection.open(jdbcUrl, owner)) {
        List<String> last = changesOfLastMigration(connection);
        if (last.isEmpty()) {
          throw new SchemaMigrationException("Nothing was ever migrated here.");
        }
        if (!ofThisRelease().containsAll(last)) {
          throw new SchemaMigrationException(
              "The last migration was made by a newer release; undo it with that one.");
        }
        if (appliedChangeSets(connection).size() == last.size()) {
          throw new SchemaMigrationException(
              "One migration made this schema, and none came after it: there is nothing to go back"
                  + " to, and undoing it would drop every table.");
        }
        if (sure) {
          rollback(connection, last.size());
        }
        return last;
      }
    } catch (SQLException e) {
      throw new SchemaMigrationException(
          "The database at %s could not be taken back as %s: %s"
              .formatted(DatabaseConnection.withoutParameters(jdbcUrl), ownerUser, e.getMessage()),
          e);
    }
  }

  /** Liquibase gives each run an id of its own. */
  private static List<String> changesOfLastMigration(Connection connection) {
    List<String> changes = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                ("SELECT FILENAME, ID FROM %1$s WHERE DEPLOYMENT_ID = (SELECT DEPLOYMENT_ID"
                        + " FROM %1$s ORDER BY ORDEREXECUTED DESC LIMIT 1)"
                        + " ORDER BY ORDEREXECUTED DESC")
                    .formatted(APPLIED_CHANGES))) {
      while (rows.next()) {
        changes.add(rows.getString(1) + "::" + rows.getString(2));
      }
    } catch (SQLException e) {
      if (e.getErrorCode() != NO_SUCH_TABLE) {
        throw new SchemaMigrationException(
            "The list of applied changes could not be read: " + e.getMessage(), e);
      }
    }
    return changes;
  }

  /**
   * Names the change sets that this release has and the database has not, in changelog order. Reads
   * only, and needs no more than SELECT on the list of applied changes.
   */
  public static List<String> unrunChangeSets(Connection connection) {
    Set<String> ran = appliedChangeSets(connection);
    return ofThisRelease().stream().filter(name -> !ran.contains(name)).toList();
  }

  /** As {@link #unrunChangeSets(Connection)}, with a connection of this data source. */
  public static List<String> unrunChangeSets(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return unrunChangeSets(connection);
    } catch (SQLException e) {
      throw new SchemaMigrationException("The database could not be reached: " + e.getMessage(), e);
    }
  }

  /** Applies only the first change sets, as an older release did; for tests. */
  static void updateFirst(Connection connection, int changeSets) {
    withLiquibase(
        connection,
        liquibase -> liquibase.update(changeSets, new Contexts(), new LabelExpression()));
  }

  /** Undoes the last change sets. */
  static void rollback(Connection connection, int changeSets) {
    withLiquibase(
        connection,
        liquibase -> liquibase.rollback(changeSets, new Contexts(), new LabelExpression()));
  }

  /** All change sets of this release as {@code file::id}, in order. */
  static List<String> changeSets() {
    return inScope(
        resources -> {
          ChangeLogParameters parameters = new ChangeLogParameters(new MySQLDatabase());
          return ChangeLogParserFactory.getInstance()
              .getParser(CHANGELOG, resources)
              .parse(CHANGELOG, parameters, resources)
              .getChangeSets()
              .stream()
              .map(change -> change.getFilePath() + "::" + change.getId())
              .toList();
        });
  }

  /**
   * Parsed once: readiness asks often. Not while a class is initialized, which fails for good: a
   * server that is starting may not have everything in place, and asks again.
   */
  private static List<String> ofThisRelease() {
    List<String> known = ofThisRelease;
    if (known == null) {
      known = changeSets();
      ofThisRelease = known;
    }
    return known;
  }

  private static void update(Connection connection) {
    withLiquibase(
        connection,
        liquibase -> {
          // Our own lock is held, so a Liquibase lock can only be one that a killed server left.
          liquibase.forceReleaseLocks();
          liquibase.update(new Contexts(), new LabelExpression());
        });
  }

  private static Set<String> appliedChangeSets(Connection connection) {
    Set<String> ran = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT FILENAME, ID FROM " + APPLIED_CHANGES)) {
      while (rows.next()) {
        ran.add(rows.getString(1) + "::" + rows.getString(2));
      }
    } catch (SQLException e) {
      // An account without any right is not told whether the table is there: never migrated for it.
      if (e.getErrorCode() != NO_SUCH_TABLE && e.getErrorCode() != TABLE_ACCESS_DENIED) {
        throw new SchemaMigrationException(
            "The list of applied changes could not be read: " + e.getMessage(), e);
      }
    }
    return ran;
  }

  private static void acquireMigrationLock(Connection connection) throws SQLException {
    String name = "migrate." + connection.getCatalog();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT GET_LOCK(LEFT(?, 64), ?)")) {
      statement.setString(1, name);
      statement.setInt(2, LOCK_WAIT_SECONDS);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || row.getInt(1) != 1) {
          throw new SchemaMigrationException(
              "Another server has been migrating the schema %s for more than %d seconds."
                  .formatted(connection.getCatalog(), LOCK_WAIT_SECONDS));
        }
      }
    }
  }

  private static void grant(Connection owner, String applicationUser) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = owner.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT table_name FROM information_schema.tables"
                  + " WHERE table_schema = DATABASE() ORDER BY table_name")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        Optional<String> rights = rightsOn(table);
        if (rights.isPresent()) {
          statement.execute(
              "GRANT %s ON `%s` TO %s".formatted(rights.get(), table, quoted(applicationUser)));
        }
      }
    }
  }

  private static Optional<String> rightsOn(String table) {
    if (table.equalsIgnoreCase(CHANGELOG_LOCK)) {
      return Optional.empty();
    }
    if (table.equalsIgnoreCase(APPLIED_CHANGES)) {
      return Optional.of("SELECT");
    }
    return Optional.of(
        APPEND_ONLY.contains(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE");
  }

  private static String quoted(String account) {
    int at = account.lastIndexOf('@');
    String user = at < 0 ? account : account.substring(0, at);
    String host = at < 0 ? "%" : account.substring(at + 1);
    if (!(user + host).matches("[\\w.%:-]+")) {
      throw new SchemaMigrationException("Not a name of a database account: " + account);
    }
    return "'%s'@'%s'".formatted(user, host);
  }

  private static void withLiquibase(Connection connection, LiquibaseWork work) {
    inScope(
        resources -> {
          boolean autoCommit = connection.getAutoCommit();
          MySQLDatabase database = new MySQLDatabase();
          database.setConnection(new JdbcConnection(connection));
          Liquibase liquibase = new Liquibase(CHANGELOG, resources, database);
          liquibase.setShowSummary(UpdateSummaryEnum.OFF);
          liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
          try {
            work.run(liquibase);
          } finally {
            // The connection is the caller's: given back as it came, not closed with Liquibase.
            connection.setAutoCommit(autoCommit);
          }
          return null;
        });
  }

  /**
   * Runs Liquibase quietly and with this class's own loader: inside a server the thread's loader
   * may be another application's, or none.
   */
  private static <T> T inScope(ScopedWork<T> work) {
    if (LIQUIBASE_LOG.getLevel() == null) {
      LIQUIBASE_LOG.setLevel(Level.OFF);
    }
    ClassLoader own = SchemaMigration.class.getClassLoader();
    Thread thread = Thread.currentThread();
    ClassLoader former = thread.getContextClassLoader();
    thread.setContextClassLoader(own);
    try {
      ResourceAccessor resources = new ClassLoaderResourceAccessor(own);
      LoggerUIService quiet = new LoggerUIService();
      quiet.setStandardLogLevel(Level.FINE);
      Map<String, Object> scope = new HashMap<>();
      scope.put(Scope.Attr.classLoader.name(), own);
      scope.put(Scope.Attr.resourceAccessor.name(), resources);
      scope.put(Scope.Attr.ui.name(), quiet);
      scope.put(AnalyticsArgs.ENABLED.getKey(), false);
      // By default one for the life of the Java machine: each run is to be known by its own.
      scope.put(Scope.Attr.deploymentId.name(), deploymentId());
      scope.put(GlobalConfiguration.HEADLESS.getKey(), true);
      return Scope.child(
          scope,
          () -> {
            try {
              return work.run(resources);
            } finally {
              resources.close();
            }
          });
    } catch (SchemaMigrationException e) {
      throw e;
    } catch (Exception e) {
      throw new SchemaMigrationException("The schema change failed: " + e.getMessage(), e);
    } finally {
      thread.setContextClassLoader(former);
    }
  }

  /** Ten digits, as Liquibase's own: milliseconds, all but the first three digits. */
  private static String deploymentId() {
    return "%010d".formatted(System.currentTimeMillis() % 10_000_000_000L);
  }

  private interface ScopedWork<T> {
    T run(ResourceAccessor resources) throws Exception;
  }

  private interface LiquibaseWork {
    void run(Liquibase liquibase) throws LiquibaseException;
  }
}
