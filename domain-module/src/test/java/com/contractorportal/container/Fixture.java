package com.contractorportal.container;

import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.UuidBytes;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Customers and people, written past the portal; all new, so that tests do not meet. */
public final class Fixture {

  /** Rows sent at a time. */
  private static final int BATCH = 1_000;

  private final DataSource source;

  public Fixture() {
    try {
      source = InitialContext.doLookup("jdbc/portal");
    } catch (NamingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** An active customer. */
  public CustomerId customer(String name) {
    SecureRandom random = new SecureRandom();
    StringBuilder id = new StringBuilder();
    while (id.length() < CustomerId.LENGTH) {
      id.append(CustomerId.ALPHABET.charAt(random.nextInt(CustomerId.ALPHABET.length())));
    }
    run(
        "INSERT INTO customer (customer_id, name, status, plan, time_zone, locale, currency,"
            + " created_at, updated_at)"
            + " VALUES (?, ?, 'ACTIVE', 'ENTERPRISE', 'America/New_York', 'en-US', 'USD', ?, ?)",
        id.toString(),
        name,
        Instant.now(),
        Instant.now());
    return new CustomerId(id.toString());
  }

  /** A person with an address of their own; the hash may be that of any password. */
  public UUID account(String passwordHash, boolean superAdmin) {
    UUID id = Ids.next();
    run(
        "INSERT INTO account (id, email, password_hash, display_name, super_admin, failed_logins,"
            + " created_at, updated_at) VALUES (?, ?, ?, 'Pat Person', ?, 0, ?, ?)",
        id,
        email(id),
        passwordHash,
        superAdmin,
        Instant.now(),
        Instant.now());
    return id;
  }

  /** The address of such a person. */
  public static String email(UUID account) {
    return account + "@portal.example";
  }

  /** Makes a person part of a customer, with a profile there, and tells the member's id. */
  public UUID member(UUID account, CustomerId customer, Role role) {
    run(
        "INSERT INTO membership (account_id, customer_id, role, active, created_at, updated_at)"
            + " VALUES (?, ?, ?, TRUE, ?, ?)",
        account,
        customer.value(),
        role.name(),
        Instant.now(),
        Instant.now());
    UUID member = Ids.next();
    run(
        "INSERT INTO member (customer_id, id, account_id, display_name, created_at, updated_at)"
            + " VALUES (?, ?, ?, 'Pat Person', ?, ?)",
        customer.value(),
        member,
        account,
        Instant.now(),
        Instant.now());
    return member;
  }

  /** Lets the tokens of a person's sessions have been used so long ago. */
  public void rotatedAgo(UUID account, Duration age) {
    run(
        "UPDATE account_session SET rotated_at = ? WHERE account_id = ? AND rotated_at IS NOT NULL",
        Instant.now().minus(age),
        account);
  }

  /** Any statement; {@code ?} stand for text, numbers, ids and instants. */
  public int run(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The same statement many times, with the values for each time. */
  public void runEach(String sql, int times, IntFunction<Object[]> values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < times; i++) {
        set(statement, values.apply(i));
        statement.addBatch();
        if (i % BATCH == BATCH - 1) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Lets the database know what a table holds, as it finds out by itself after a while. */
  public void counted(String table) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE TABLE " + table);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The ids that a query finds. */
  public List<UUID> ids(String sql, Object... values) {
    List<UUID> ids = new ArrayList<>();
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(UuidBytes.read(rows.getBytes(1)));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return ids;
  }

  /** The one number that a query finds. */
  public long number(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    set(statement, values);
    return statement;
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, stored(values[i]));
    }
  }

  private static Object stored(Object value) {
    if (value instanceof UUID id) {
      return UuidBytes.of(id);
    }
    return value instanceof Instant at ? LocalDateTime.ofInstant(at, ZoneOffset.UTC) : value;
  }
}
