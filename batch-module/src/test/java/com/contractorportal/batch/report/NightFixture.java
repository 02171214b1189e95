package com.contractorportal.batch.report;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.contractorportal.container.Fixture;
import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.CustomerId;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Customers and their events, written past the portal, and a look at what it made of them. */
final class NightFixture {

  private static final List<String> TABLES =
      List.of(
          "execution_log",
          "report_file",
          "report_run",
          "report_result",
          "report_night",
          "winter_event",
          "usage_month",
          "customer");

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final Fixture database = new Fixture();
  private int made;

  void nothingExists() {
    TABLES.forEach(table -> run("DELETE FROM " + table));
    if (Files.exists(store())) {
      try (Stream<Path> files = Files.walk(store())) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  CustomerId customer(String status) {
    return customer(status, "America/New_York");
  }

  /** One for whom every night since 2020 may be made. */
  CustomerId oldCustomer(String timeZone) {
    return customer("ACTIVE", timeZone, LONG_AGO);
  }

  CustomerId customer(String status, String timeZone) {
    return customer(status, timeZone, Instant.now());
  }

  CustomerId customer(String status, String timeZone, Instant since) {
    StringBuilder id = new StringBuilder();
    for (int rest = made++; id.length() < CustomerId.LENGTH; rest /= CustomerId.ALPHABET.length()) {
      id.append(CustomerId.ALPHABET.charAt(rest % CustomerId.ALPHABET.length()));
    }
    CustomerId customer = new CustomerId(id.toString());
    run(
        "INSERT INTO customer (customer_id, name, status, plan, time_zone, locale, currency,"
            + " created_at, updated_at) VALUES (?, ?, ?, 'ENTERPRISE', ?, 'en-US', 'USD', ?, ?)",
        customer.value(),
        "Customer " + made,
        status,
        timeZone,
        since,
        since);
    return customer;
  }

  /** A winter event that begins today, so in the present season. */
  void event(CustomerId customer, String name) {
    run(
        "INSERT INTO winter_event (customer_id, id, name, kind, status, starts_at, created_at,"
            + " updated_at) VALUES (?, ?, ?, 'SNOW', 'PLANNED', ?, ?, ?)",
        customer.value(),
        Ids.next(),
        name,
        Instant.now(),
        Instant.now(),
        Instant.now());
  }

  /** One of a customer's events has an end that is no time, as no statement of ours would store. */
  void poisonAnEvent(CustomerId customer) {
    try (Connection connection =
            ((DataSource) InitialContext.doLookup("jdbc/portal")).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET @strict = @@SESSION.sql_mode, SESSION sql_mode = ''");
      try {
        statement.executeUpdate(
            "UPDATE winter_event SET ends_at = '0000-00-00 00:00:00' WHERE customer_id = '"
                + customer.value()
                + "' LIMIT 1");
      } finally {
        statement.execute("SET SESSION sql_mode = @strict");
      }
    } catch (NamingException | SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * Lets nobody write into a customer's folder until it is closed: by its mode, and for root, who
   * may write all the same, by the attribute that forbids it to everybody.
   */
  static Closeable readOnly(CustomerId customer) throws IOException {
    Path folder = store().resolve(customer.value());
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    if (isWritable(folder)) {
      chattr("+i", folder);
    }
    assumeFalse(isWritable(folder), "Nothing here keeps this user from writing");
    return () -> {
      chattr("-i", folder);
      Files.setPosixFilePermissions(folder, before);
    };
  }

  private static boolean isWritable(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, "probe", ""));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static void chattr(String attribute, Path folder) throws IOException {
    new ProcessBuilder("chattr", attribute, folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .join();
  }

  void run(String sql, Object... values) {
    database.run(sql, values);
  }

  long count(String sql, Object... values) {
    return database.number(sql, values);
  }

  static Path store() {
    return Path.of(System.getProperty("portal.store.dir"), "reports");
  }

  /** Every file of a customer, finished or not. */
  static List<Path> files(CustomerId customer) {
    Path folder = store().resolve(customer.value());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return new ArrayList<>(files.filter(Files::isRegularFile).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
