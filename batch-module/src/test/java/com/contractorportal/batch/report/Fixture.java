package com.contractorportal.batch.report;

import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.CustomerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Customers and their events, written past the portal, and a look at what it made of them. */
final class Fixture {

  private static final List<String> TABLES =
      List.of(
          "report_file", "report_run", "report_result", "report_night", "winter_event", "customer");

  private final DataSource source;
  private int made;

  Fixture(DataSource source) {
    this.source = source;
  }

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

  CustomerId customer(String status, String timeZone) {
    StringBuilder id = new StringBuilder();
    for (int rest = made++; id.length() < CustomerId.LENGTH; rest /= CustomerId.ALPHABET.length()) {
      id.append(CustomerId.ALPHABET.charAt(rest % CustomerId.ALPHABET.length()));
    }
    CustomerId customer = new CustomerId(id.toString());
    run(
        "INSERT INTO customer (customer_id, name, status, plan, time_zone, locale, currency,"
            + " created_at, updated_at) VALUES (?, ?, ?, 'STANDARD', ?, 'en-US', 'USD', ?, ?)",
        customer.value(),
        "Customer " + made,
        status,
        timeZone,
        Instant.now(),
        Instant.now());
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

  void run(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepare(connection, sql, values)) {
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  long count(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepare(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof UUID uuid) {
        value =
            ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
      } else if (value instanceof Instant instant) {
        value = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      }
      statement.setObject(i + 1, value);
    }
    return statement;
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
