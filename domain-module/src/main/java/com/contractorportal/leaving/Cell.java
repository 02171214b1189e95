package com.contractorportal.leaving;

import com.contractorportal.db.CustomerSchema;
import com.contractorportal.db.CustomerSchema.Column;
import com.contractorportal.persistence.AgelessIds;
import com.contractorportal.persistence.UuidBytes;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * One value on its way out of the database and into it again, exactly: ids as UUIDs, other bytes in
 * hexadecimal digits, times in UTC with microseconds, numbers as numbers, all else as text.
 */
final class Cell {

  private static final Set<String> NUMBERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal");
  private static final Set<String> BYTES =
      Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

  private final Column column;

  Cell(Column column) {
    this.column = column;
  }

  String name() {
    return column.name();
  }

  /** What to select; whatever is neither bytes nor text, in the database's own words. */
  String selected() {
    String name = "`" + column.name() + "`";
    if (BundleContent.namesPeople(column)) {
      return AgelessIds.sql(CustomerSchema.CUSTOMER, name);
    }
    return BYTES.contains(column.type()) || TEXTS.contains(column.type())
        ? name
        : "CAST(" + name + " AS CHAR)";
  }

  /** What to sort by. */
  String ordered() {
    return BundleContent.namesPeople(column) ? selected() : "`" + column.name() + "`";
  }

  /** The value in a row as text, or {@code null} as the database's. */
  String read(ResultSet row, int place) throws SQLException {
    if (BYTES.contains(column.type())) {
      byte[] bytes = row.getBytes(place);
      if (bytes == null) {
        return null;
      }
      return isId() ? UuidBytes.read(bytes).toString() : HexFormat.of().formatHex(bytes);
    }
    String text = row.getString(place);
    return text != null && column.type().equals("datetime") ? text.replace(' ', 'T') + "Z" : text;
  }

  void write(JsonObjectBuilder json, String value) {
    if (value == null) {
      json.addNull(column.name());
    } else if (NUMBERS.contains(column.type())) {
      json.add(column.name(), new BigDecimal(value));
    } else {
      json.add(column.name(), value);
    }
  }

  /** Puts the value of a bundle's row into an insert. */
  void set(PreparedStatement insert, int place, JsonObject row) throws SQLException {
    JsonValue value = row.getOrDefault(column.name(), JsonValue.NULL);
    if (value == JsonValue.NULL) {
      insert.setNull(place, Types.NULL);
    } else if (NUMBERS.contains(column.type())) {
      insert.setBigDecimal(place, row.getJsonNumber(column.name()).bigDecimalValue());
    } else if (BYTES.contains(column.type())) {
      String text = row.getString(column.name());
      insert.setBytes(
          place, isId() ? UuidBytes.of(UUID.fromString(text)) : HexFormat.of().parseHex(text));
    } else {
      String text = row.getString(column.name());
      insert.setString(
          place,
          column.type().equals("datetime")
              ? text.substring(0, text.length() - 1).replace('T', ' ')
              : text);
    }
  }

  private boolean isId() {
    return column.fullType().equals("binary(16)");
  }
}
