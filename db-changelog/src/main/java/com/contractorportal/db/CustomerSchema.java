package com.contractorportal.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where in the schema customers' rows are, as the database itself tells: a table that was made
 * yesterday is known today.
 */
public final class CustomerSchema {

  /** The column by which a row belongs to a customer. */
  public static final String CUSTOMER = "customer_id";

  /**
   * A column.
   *
   * @param type the data type without its length, such as {@code varchar}
   * @param fullType with its length, such as {@code binary(16)}
   * @param isGenerated whether the database computes it
   */
  public record Column(
      String name, String type, String fullType, boolean isNullable, boolean isGenerated) {}

  /** A table with its columns in order. */
  public record Table(String name, List<Column> columns, List<String> primaryKey) {

    /** Whether its rows say whose they are. */
    public boolean isOfCustomers() {
      return columns.stream().anyMatch(column -> column.name().equals(CUSTOMER));
    }
  }

  /** A column of a foreign key. */
  public record Reference(
      String constraint, String table, String column, String toTable, String toColumn) {

    boolean isToItself() {
      return table.equals(toTable);
    }
  }

  private final List<Table> parentsFirst;
  private final List<Reference> references;

  private CustomerSchema(List<Table> parentsFirst, List<Reference> references) {
    this.parentsFirst = parentsFirst;
    this.references = references;
  }

  /** Reads the schema of a connection; any account that may read the tables will do. */
  public static CustomerSchema of(Connection connection) throws SQLException {
    Map<String, List<Column>> columns = new TreeMap<>();
    read(
        connection,
        "SELECT c.table_name, c.column_name, c.data_type, c.column_type, c.is_nullable, c.extra"
            + " FROM information_schema.columns c JOIN information_schema.tables t"
            + " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
            + " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
            + " ORDER BY c.table_name, c.ordinal_position",
        row ->
            columns
                .computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                .add(
                    new Column(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5).equals("YES"),
                        row.getString(6).contains("GENERATED"))));
    Map<String, List<String>> keys = new LinkedHashMap<>();
    List<Reference> references = new ArrayList<>();
    read(
        connection,
        "SELECT constraint_name, table_name, column_name, referenced_table_name,"
            + " referenced_column_name FROM information_schema.key_column_usage"
            + " WHERE table_schema = DATABASE()"
            + " ORDER BY table_name, constraint_name, ordinal_position",
        row -> {
          if (row.getString(1).equals("PRIMARY")) {
            keys.computeIfAbsent(row.getString(2), any -> new ArrayList<>()).add(row.getString(3));
          }
          if (row.getString(4) != null) {
            references.add(
                new Reference(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)));
          }
        });
    Map<String, Table> tables = new TreeMap<>();
    columns.forEach(
        (name, all) -> tables.put(name, new Table(name, all, keys.getOrDefault(name, List.of()))));
    return new CustomerSchema(parentsFirst(tables, references), references);
  }

  /** Every table, each behind those that it refers to. */
  public List<Table> parentsFirst() {
    return parentsFirst;
  }

  /** Every table whose rows say whose they are, each behind those that it refers to. */
  public List<Table> customerTables() {
    return parentsFirst.stream().filter(Table::isOfCustomers).toList();
  }

  /** The columns by which rows of a table refer to this column of another. */
  public List<String> columnsTo(String table, String toTable, String toColumn) {
    return references.stream()
        .filter(it -> it.table().equals(table))
        .filter(it -> it.toTable().equals(toTable) && it.toColumn().equals(toColumn))
        .map(Reference::column)
        .distinct()
        .toList();
  }

  /** The columns, beside the customer's, by which rows of a table refer to others of it. */
  public List<String> columnsToItself(String table) {
    return references.stream()
        .filter(it -> it.table().equals(table) && it.isToItself())
        .map(Reference::column)
        .filter(column -> !column.equals(CUSTOMER))
        .distinct()
        .toList();
  }

  private static List<Table> parentsFirst(Map<String, Table> tables, List<Reference> references) {
    Map<String, Set<String>> parents = new TreeMap<>();
    tables.keySet().forEach(name -> parents.put(name, new TreeSet<>()));
    references.stream()
        .filter(it -> !it.isToItself() && tables.containsKey(it.table()))
        .forEach(it -> parents.get(it.table()).add(it.toTable()));
    Set<String> done = new LinkedHashSet<>();
    while (done.size() < tables.size()) {
      List<String> next =
          parents.keySet().stream()
              .filter(name -> !done.contains(name) && done.containsAll(parents.get(name)))
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("Tables refer to each other in a circle: " + parents);
      }
      done.addAll(next);
    }
    return done.stream().map(tables::get).toList();
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private static void read(Connection connection, String sql, RowReader reader)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
