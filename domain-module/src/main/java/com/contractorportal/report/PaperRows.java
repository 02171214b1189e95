package com.contractorportal.report;

import com.contractorportal.geo.Position;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds columns by name in rows. */
final class PaperRows {

  private final Map<String, Integer> places = new HashMap<>();
  private final List<Column> columns;
  private final Readable readable;
  private final Collator collator;

  PaperRows(List<Column> columns, ReportSetting setting) {
    this.columns = columns;
    this.readable = new Readable(setting, Words.of(setting.locale()));
    this.collator = Collator.getInstance(setting.locale());
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i).name(), i);
    }
  }

  boolean has(String name) {
    return places.containsKey(name);
  }

  Column column(String name) {
    return columns.get(places.get(name));
  }

  Object value(String name, List<Object> row) {
    return row.get(places.get(name));
  }

  List<Object> values(List<String> names, List<Object> row) {
    List<Object> values = new ArrayList<>(names.size());
    names.forEach(name -> values.add(value(name, row)));
    return values;
  }

  String text(String name, List<Object> row) {
    return readable.of(column(name), value(name, row));
  }

  Optional<Position> position(List<Object> row) {
    return Position.of(
        Optional.ofNullable((BigDecimal) value("latitude", row)),
        Optional.ofNullable((BigDecimal) value("longitude", row)));
  }

  /** Text as the customer's language sorts it; nothing comes last. */
  Comparator<List<Object>> by(List<String> names) {
    Comparator<List<Object>> order = (one, other) -> 0;
    for (String name : names) {
      order = order.thenComparing(row -> value(name, row), Comparator.nullsLast(this::compare));
    }
    return order;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Values of one column are of one type.
  private int compare(Object one, Object other) {
    return one instanceof String text
        ? collator.compare(text, (String) other)
        : ((Comparable) one).compareTo(other);
  }
}
