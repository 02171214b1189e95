package com.contractorportal.leaving;

import com.contractorportal.db.CustomerSchema;
import com.contractorportal.db.CustomerSchema.Column;
import com.contractorportal.db.CustomerSchema.Table;
import com.contractorportal.persistence.UuidBytes;
import com.contractorportal.tenancy.CustomerId;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How the rows of a bundle stand among those of a customer: what is there, and what has changed.
 */
final class MovedRows {

  private static final String VERSION = "version";

  /**
   * Of all the bundle's rows.
   *
   * @param equal are there as they are in the bundle
   * @param others are there, and are not any more what they were
   * @param missing are not there
   */
  record Standing(long equal, long others, long missing) {

    boolean isNone() {
      return equal + others == 0;
    }

    boolean isAll() {
      return others + missing == 0;
    }

    private Standing plus(Standing more) {
      return new Standing(equal + more.equal, others + more.others, missing + more.missing);
    }
  }

  private final Connection connection;
  private final CustomerId customer;
  private final BundleReader bundle;
  private final List<Table> tables;

  MovedRows(Connection connection, BundleReader bundle) throws SQLException {
    this.connection = connection;
    this.customer = bundle.customer();
    this.bundle = bundle;
    this.tables = bundle.tablesOf(CustomerSchema.of(connection));
  }

  Standing standing() throws SQLException, IOException {
    Standing all = people();
    for (Table table : tables) {
      all = all.plus(standing(table));
    }
    return all;
  }

  private Standing standing(Table table) throws SQLException, IOException {
    Map<String, JsonObject> theirs = new HashMap<>();
    bundle.eachRow(table.name(), row -> theirs.put(key(table, row), row));
    long all = theirs.size();
    long[] equal = new long[1];
    long[] others = new long[1];
    new TableRows(connection, customer, table)
        .eachObject(
            row -> {
              JsonObject was = theirs.get(key(table, row));
              if (was != null) {
                // By their lines, as digests see them: 1.0 is not 1.00.
                (was.toString().equals(row.toString()) ? equal : others)[0]++;
              }
            });
    return new Standing(equal[0], others[0], all - equal[0] - others[0]);
  }

  private static String key(Table table, JsonObject row) {
    return keyColumns(table).stream()
        .map(column -> row.get(column.name()).toString())
        .collect(Collectors.joining());
  }

  private static List<Column> keyColumns(Table table) {
    return table.columns().stream()
        .filter(column -> table.primaryKey().contains(column.name()))
        .filter(column -> !column.name().equals(CustomerSchema.CUSTOMER))
        .toList();
  }

  /** Their accounts: nobody has chosen a password, or got another address. */
  private Standing people() throws SQLException, IOException {
    long[] counts = new long[3];
    try (PreparedStatement find =
        connection.prepareStatement(
            "SELECT email, display_name, customer_id, password_hash, version FROM account"
                + " WHERE id = ?")) {
      bundle.eachRow(
          BundleWriter.PEOPLE,
          person -> {
            find.setBytes(1, id(person));
            try (ResultSet row = find.executeQuery()) {
              if (!row.next()) {
                counts[2]++;
              } else {
                boolean same =
                    person.getString("email").equals(row.getString(1))
                        && person.getString("display_name").equals(row.getString(2))
                        && customer.value().equals(row.getString(3))
                        && row.getString(4) == null
                        && row.getInt(5) == 0;
                counts[same ? 0 : 1]++;
              }
            }
          });
    }
    return new Standing(counts[0], counts[1], counts[2]);
  }

  /** Addresses of the bundle that somebody has who belongs to the customer already. */
  List<String> addressesThatAreThere() throws SQLException, IOException {
    List<String> there = new ArrayList<>();
    try (PreparedStatement find =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM account a WHERE a.email = ? AND a.id <> ? AND (a.customer_id = ?"
                + " OR EXISTS (SELECT 1 FROM membership m WHERE m.account_id = a.id"
                + " AND m.customer_id = ?))")) {
      bundle.eachRow(
          BundleWriter.PEOPLE,
          person -> {
            find.setString(1, person.getString("email"));
            find.setBytes(2, id(person));
            find.setString(3, customer.value());
            find.setString(4, customer.value());
            try (ResultSet count = find.executeQuery()) {
              if (count.next() && count.getLong(1) > 0) {
                there.add(person.getString("email"));
              }
            }
          });
    }
    return there;
  }

  /** Writes all rows, and how many by table. */
  Map<String, Long> insert() throws SQLException, IOException {
    bundle.insertPeople(connection, customer);
    Map<String, Long> rows = new TreeMap<>();
    for (Table table : tables) {
      rows.put(table.name(), bundle.insert(connection, customer, table));
    }
    return rows;
  }

  /**
   * Removes all rows, those that refer to others first.
   *
   * @throws UnusableBundle if one of them has been changed in this moment
   */
  Map<String, Long> remove() throws SQLException, IOException {
    Map<String, Long> rows = new TreeMap<>();
    List<Table> childrenFirst = new ArrayList<>(tables);
    Collections.reverse(childrenFirst);
    for (Table table : childrenFirst) {
      rows.put(table.name(), remove(table));
    }
    removePeople();
    return rows;
  }

  private long remove(Table table) throws SQLException, IOException {
    List<Cell> cells =
        table.columns().stream()
            .filter(column -> keyColumns(table).contains(column) || column.name().equals(VERSION))
            .map(Cell::new)
            .toList();
    String sql =
        cells.stream()
            .map(cell -> " AND `" + cell.name() + "` = ?")
            .collect(
                Collectors.joining(
                    "", "DELETE FROM `%s` WHERE customer_id = ?".formatted(table.name()), ""));
    long[] removed = new long[1];
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      bundle.eachRow(
          table.name(),
          row -> {
            delete.setString(1, customer.value());
            for (int i = 0; i < cells.size(); i++) {
              cells.get(i).set(delete, i + 2, row);
            }
            removed[0] += removedOne(delete);
          });
    }
    return removed[0];
  }

  private void removePeople() throws SQLException, IOException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM account WHERE id = ? AND customer_id = ? AND version = 0"
                + " AND password_hash IS NULL")) {
      bundle.eachRow(
          BundleWriter.PEOPLE,
          person -> {
            delete.setBytes(1, id(person));
            delete.setString(2, customer.value());
            removedOne(delete);
          });
    }
  }

  private static int removedOne(PreparedStatement delete) throws SQLException {
    if (delete.executeUpdate() != 1) {
      throw new UnusableBundle("A row was changed in this moment; nothing was removed.");
    }
    return 1;
  }

  private static byte[] id(JsonObject person) {
    return UuidBytes.of(UUID.fromString(person.getString("id")));
  }
}
