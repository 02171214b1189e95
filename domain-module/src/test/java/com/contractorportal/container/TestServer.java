package com.contractorportal.container;

import com.contractorportal.db.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.config.descriptor.api.ContainerDef;
import org.jboss.arquillian.container.spi.event.SetupContainer;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;

/**
 * Gives the server under test a fresh schema, folders of its own, the data source and the batch
 * runtime.
 */
public class TestServer implements LoadableExtension {

  private static TestDatabase database;
  private static Path folder;

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(TestServer.class).observer(OneDeployment.class);
  }

  /** Before the server starts. */
  public void prepare(@Observes(precedence = 100) SetupContainer setup) {
    try {
      database = TestDatabase.create();
      leaveHousekeepingToTests();
      folder = Files.createTempDirectory("portal-test-");
      ContainerDef container = setup.getContainer().getContainerConfiguration();
      container.overrideProperty("microJar", PortalArchive.onClassPath("payara-micro-").toString());
      container.overrideProperty("startupTimeoutInSeconds", "900"); // A busy machine is no failure.
      container.overrideProperty(
          "cmdOptions",
          "-Xmx512m -Dportal.checkout=%s -Dportal.keys.dir=%s -Dportal.store.dir=%s"
              .concat(" -Dportal.super.admin.second.factor=optional")
              .concat(" -Dportal.db.url=%s -Dportal.db.user=%s")
              .concat(" -Dportal.db.owner.user=%s -Dportal.db.owner.password=%s")
              .formatted(
                  Path.of("..").toAbsolutePath().normalize(),
                  folder.resolve("keys"),
                  Files.createDirectory(folder.resolve("store")),
                  database.jdbcUrl(),
                  database.user(),
                  database.owner().user(),
                  database.owner().password()));
      container.overrideProperty(
          "extraMicroOptions",
          "--nohazelcast --disablephonehome --rootdir %s --addlibs %s --prebootcommandfile %s"
              .formatted(
                  folder.resolve("server"),
                  PortalArchive.onClassPath("mysql-connector-j"),
                  bootCommands()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The server would begin at once, in the middle of whatever test comes first. */
  private static void leaveHousekeepingToTests() throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement()) {
      statement.executeUpdate("UPDATE housekeeping SET due_at = '2999-01-01'");
      statement.executeUpdate("UPDATE audit_turn SET due_at = '2999-01-01'");
    }
  }

  /** After the server has stopped. */
  public void tidyUp(@Observes(precedence = -100) AfterSuite end) throws IOException {
    if (database != null) {
      database.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Path bootCommands() throws IOException {
    return Files.write(
        folder.resolve("preboot.asadmin"),
        List.of(
            "create-jdbc-connection-pool --datasourceclassname com.mysql.cj.jdbc.MysqlDataSource"
                + " --restype javax.sql.DataSource --maxpoolsize 64 --wrapjdbcobjects=false"
                + " --property url=%s:user=%s:password=%s portal-pool"
                    .formatted(
                        escaped(database.jdbcUrl()),
                        escaped(database.user()),
                        escaped(database.password())),
            "create-jdbc-resource --connectionpoolid portal-pool jdbc/portal",
            "create-managed-executor-service --corepoolsize 16 --maximumpoolsize 16"
                + " --taskqueuecapacity 1000 concurrent/portal",
            "set-batch-runtime-configuration --dataSourceLookupName jdbc/portal"
                + " --executorServiceLookupName concurrent/portal --schemaName "
                + database.schema()
                + " --tablePrefix batch_"));
  }

  /** As property values of asadmin are written. */
  private static String escaped(String value) {
    return value.replace(":", "\\:").replace("=", "\\=");
  }
}
