package com.contractorportal.leaving;

import com.contractorportal.db.CustomerSchema;
import com.contractorportal.db.CustomerSchema.Table;
import com.contractorportal.geo.Position;
import com.contractorportal.leaving.MoveInReport.Left;
import com.contractorportal.leaving.OldFolder.OldRow;
import com.contractorportal.leaving.OldFolder.OldTable;
import com.contractorportal.leaving.OldMapping.Into;
import com.contractorportal.leaving.OldMapping.Old;
import com.contractorportal.leaving.OldMapping.OneOf;
import com.contractorportal.leaving.OldMapping.Unique;
import com.contractorportal.leaving.OldValue.Refused;
import com.contractorportal.route.RouteTotals;
import com.contractorportal.tenancy.CustomerId;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Makes rows of this portal of the old portal's tables, by an {@link OldMapping}. The same tables
 * become the same rows, with the same ids, whenever that is done; a row that cannot be taken is
 * told in the report, and so is each that names it.
 */
final class OldPortal {

  static final String CUSTOMER_TABLE = "customer";

  /** Of the ids; never to be changed, or what was moved in would be moved in again. */
  private static final UUID IDS = UUID.fromString("6f2f7a3e-4c1b-5d0e-9a57-0d6a1c3e8b42");

  private final OldMapping mapping;
  private final CustomerId customer;
  private final MoveInReport report;
  private final Map<String, Map<String, CustomerSchema.Column>> schema = new HashMap<>();
  private final Map<String, SortedMap<String, Map<String, String>>> taken = new HashMap<>();
  private final Set<String> refused = new HashSet<>();
  private final Set<String> unique = new HashSet<>();
  private final Map<String, List<Map<String, String>>> periods = new HashMap<>();
  private ZoneId daysIn;

  OldPortal(OldMapping mapping, CustomerId customer, List<Table> tables, MoveInReport report) {
    this.mapping = mapping;
    this.customer = customer;
    this.report = report;
    this.daysIn = mapping.timesIn();
    tables.forEach(table -> schema.put(table.name(), columns(table)));
    mapping.tables().stream().flatMap(old -> old.into().stream()).forEach(this::checkKnown);
  }

  private static Map<String, CustomerSchema.Column> columns(Table table) {
    Map<String, CustomerSchema.Column> columns = new LinkedHashMap<>();
    BundleContent.columns(table).forEach(column -> columns.put(column.name(), column));
    return columns;
  }

  private void checkKnown(Into into) {
    if (!schema.containsKey(into.table())) {
      throw new UnusableBundle("The mapping names a table that is not there: %s", into.table());
    }
    into.columns()
        .keySet()
        .forEach(
            name -> {
              if (!schema.get(into.table()).containsKey(name)) {
                throw new UnusableBundle(
                    "The mapping names a column that is not there: %s", into.table() + "." + name);
              }
            });
    taken.put(into.table(), new TreeMap<>());
  }

  /** What becomes of a folder: rows by table and key, values as bundles write them. */
  Map<String, SortedMap<String, Map<String, String>>> convert(OldFolder folder) throws IOException {
    Set<String> files = folder.tables();
    for (Old old : mapping.tables()) {
      files.remove(old.name());
      Optional<OldTable> table = folder.read(old.name());
      if (table.isPresent()) {
        convert(old, table.get());
      } else {
        report.add(Left.TABLE, old.name(), 0, "", "", "There is no file of it.");
      }
    }
    files.forEach(name -> report.add(Left.TABLE, name, 0, "", "", "The mapping does not name it."));
    mapping.tables().stream().flatMap(old -> old.into().stream()).forEach(this::number);
    if (taken.containsKey("route_stop")) {
      measureRoutes();
    }
    return taken;
  }

  private void convert(Old old, OldTable table) {
    if (old.left().isPresent()) {
      report.add(
          Left.TABLE, old.name(), 0, "", table.rows().size() + " rows", old.left().orElseThrow());
      report.count(old.name(), table.rows().size(), 0);
      return;
    }
    long took = 0;
    if (old.pivot().isEmpty()) {
      Set<String> known = old.taken();
      table.columns().stream()
          .filter(column -> !known.contains(column))
          .forEach(
              column ->
                  report.add(Left.COLUMN, old.name(), 0, column, "", "Nothing becomes of it."));
      for (OldRow row : table.rows()) {
        took += take(old, row) ? 1 : 0;
      }
    } else {
      took = takeSettings(old, table);
    }
    report.count(old.name(), table.rows().size(), took);
  }

  /** All settings together are one row. */
  private long takeSettings(Old old, OldTable table) {
    Set<String> known = old.taken();
    Map<String, String> settings = new HashMap<>();
    for (OldRow row : table.rows()) {
      String name = row.values().getOrDefault(old.pivot().get(0), "").toLowerCase(Locale.ROOT);
      String value = row.values().get(old.pivot().get(1));
      if (known.contains(name) && value != null) {
        settings.put(name, value);
      } else {
        report.add(Left.ROW, old.name(), row.line(), name, "", "Nothing becomes of this setting.");
      }
    }
    boolean took = take(old, new OldRow(1, settings));
    if (took) {
      Optional.ofNullable(taken.get(CUSTOMER_TABLE))
          .map(rows -> rows.get(""))
          .map(row -> row.get("time_zone"))
          .ifPresent(zone -> daysIn = ZoneId.of(zone));
    }
    return took ? settings.size() : 0;
  }

  /** What becomes of one old row, in all tables or in none. */
  private boolean take(Old old, OldRow row) {
    List<Made> all = new ArrayList<>();
    try {
      for (Into into : old.into()) {
        make(old, into, row, all).ifPresent(all::add);
      }
    } catch (RowRefused why) {
      report.add(Left.ROW, old.name(), row.line(), why.column, why.value, why.getMessage());
      old.into().forEach(into -> key(into, row).ifPresent(key -> refused.add(id(into, key))));
      return false;
    }
    all.forEach(this::keep);
    return true;
  }

  /** A row that is to be taken. */
  private record Made(Into into, String key, Map<String, String> values) {}

  private void keep(Made made) {
    taken.get(made.into().table()).put(made.key(), made.values());
    made.into()
        .unique()
        .forEach(rule -> uniqueKey(made.into(), rule, made.values()).ifPresent(unique::add));
    made.into()
        .apart()
        .ifPresent(
            apart ->
                periods
                    .computeIfAbsent(
                        folded(made.values().get(apart.by())), any -> new ArrayList<>())
                    .add(made.values()));
  }

  /** That a row cannot be taken, because of one of its columns. */
  private static final class RowRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String column;
    private final String value;

    RowRefused(String column, String value, String reason) {
      super(reason);
      this.column = column;
      this.value = value;
    }
  }

  private Optional<Made> make(Old old, Into into, OldRow row, List<Made> before) throws RowRefused {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, CustomerSchema.Column> columns = schema.get(into.table());
    columns.keySet().forEach(name -> values.put(name, null));
    if (columns.containsKey("version")) {
      values.put("version", "0");
    }
    Optional<String> key = Optional.empty();
    if (!into.key().isEmpty()) {
      String ofRow =
          key(into, row)
              .orElseThrow(
                  () -> new RowRefused(into.key().get(0), "", "The row says not which it is."));
      values.put("id", id(into, ofRow));
      key = Optional.of(values.get("id"));
    }
    for (Map.Entry<String, OldMapping.Column> column : into.columns().entrySet()) {
      values.put(
          column.getKey(),
          value(old, into, column.getKey(), column.getValue(), row, values, before));
    }
    for (CustomerSchema.Column column : columns.values()) {
      if (!column.isNullable() && values.get(column.name()) == null) {
        throw new RowRefused(column.name(), "", "It is missing, and has to be there.");
      }
    }
    Made made = new Made(into, key.orElse(values.getOrDefault("account_id", "")), values);
    if (taken.get(into.table()).containsKey(made.key())) {
      if (into.distinct()) {
        return Optional.empty();
      }
      throw new RowRefused(
          String.join(" ", into.key()),
          key(into, row).orElse("").replace('/', ' '),
          "Another row is the same one.");
    }
    checkUnique(made, row);
    checkApart(made);
    return Optional.of(made);
  }

  private String value(
      Old old,
      Into into,
      String name,
      OldMapping.Column rule,
      OldRow row,
      Map<String, String> values,
      List<Made> before)
      throws RowRefused {
    Optional<String> from = rule.from().stream().filter(row.values()::containsKey).findFirst();
    String column = from.orElse(rule.from().isEmpty() ? name : rule.from().get(0));
    String value = from.map(row.values()::get).orElse(null);
    boolean means =
        rule.with().map(row.values()::containsKey).orElse(true)
            && rule.when().map(when -> is(when, values)).orElse(true);
    if (!means) {
      if (value != null && !isUsedElsewhere(into, name, column)) {
        report.add(
            Left.VALUE, old.name(), row.line(), column, value, "It means nothing in this row.");
      }
      return null;
    }
    try {
      if (value == null) {
        if (rule.required() && rule.otherwise().isEmpty()) {
          throw new Refused("is missing");
        }
        return rule.otherwise().isPresent()
            ? typed(into, name, rule, rule.otherwise().get())
            : null;
      }
      if (rule.ref().isPresent()) {
        return named(rule, value, before);
      }
      if (!rule.values().isEmpty()) {
        String known = rule.values().get(value.toLowerCase(Locale.ROOT));
        if (known == null) {
          throw new Refused("is none of " + String.join(", ", rule.values().keySet()));
        }
        return known;
      }
      String is = typed(into, name, rule, value);
      checkOrder(rule, is, values);
      return is;
    } catch (Refused why) {
      if (!rule.orEmpty()) {
        throw new RowRefused(column, value == null ? "" : value, sentence(column, why));
      }
      report.add(Left.VALUE, old.name(), row.line(), column, value, sentence(column, why));
      return null;
    }
  }

  private String typed(Into into, String name, OldMapping.Column rule, String value)
      throws Refused {
    return new OldValue(schema.get(into.table()).get(name), rule)
        .of(value, mapping.timesIn(), daysIn);
  }

  private static String sentence(String column, Refused why) {
    return column + " " + why.getMessage() + ".";
  }

  private static boolean isUsedElsewhere(Into into, String name, String column) {
    return into.columns().entrySet().stream()
        .anyMatch(
            other -> !other.getKey().equals(name) && other.getValue().from().contains(column));
  }

  /** The id of the row that a value names; it has been taken, or is being. */
  private String named(OldMapping.Column rule, String value, List<Made> before) throws Refused {
    String table = rule.ref().orElseThrow();
    String id = id(table, value);
    Optional<Map<String, String>> row =
        Optional.ofNullable(taken.get(table).get(id))
            .or(
                () ->
                    before.stream()
                        .filter(made -> made.into().table().equals(table) && made.key().equals(id))
                        .findFirst()
                        .map(Made::values));
    if (row.isEmpty()) {
      throw new Refused(
          refused.contains(id)
              ? "names a row that was not taken itself"
              : "names a row that is not there");
    }
    if (rule.only().isPresent() && !is(rule.only().get(), row.get())) {
      throw new Refused(
          "names a row whose "
              + rule.only().get().column()
              + " is "
              + row.get().get(rule.only().get().column()));
    }
    return id;
  }

  private static void checkOrder(OldMapping.Column rule, String value, Map<String, String> values)
      throws Refused {
    Optional<String> earlier = rule.after().map(values::get);
    if (earlier.isPresent() && value.compareTo(earlier.get()) <= 0) {
      throw new Refused("is not after " + rule.after().get());
    }
    Optional<String> first = rule.notBefore().map(values::get);
    if (first.isPresent() && value.compareTo(first.get()) < 0) {
      throw new Refused("is before " + rule.notBefore().get());
    }
  }

  private static boolean is(OneOf rule, Map<String, String> values) {
    return values.get(rule.column()) != null && rule.values().contains(values.get(rule.column()));
  }

  private void checkUnique(Made made, OldRow row) throws RowRefused {
    for (Unique rule : made.into().unique()) {
      Optional<String> key = uniqueKey(made.into(), rule, made.values());
      if (key.isPresent() && unique.contains(key.get())) {
        List<String> from =
            rule.columns().stream()
                .map(column -> made.into().columns().get(column).from())
                .filter(columns -> !columns.isEmpty())
                .map(columns -> columns.get(0))
                .toList();
        throw new RowRefused(
            String.join(" ", from),
            String.join(" ", from.stream().map(row.values()::get).toList()),
            "Another row of the table has the same.");
      }
    }
  }

  private static Optional<String> uniqueKey(Into into, Unique rule, Map<String, String> values) {
    List<String> parts = rule.columns().stream().map(values::get).toList();
    boolean holds =
        parts.stream().allMatch(Objects::nonNull)
            && rule.when().map(when -> is(when, values)).orElse(true);
    return holds
        ? Optional.of(
            into.table() + rule + String.join("\n", parts.stream().map(OldPortal::folded).toList()))
        : Optional.empty();
  }

  /** Periods without an end go on for ever. */
  private void checkApart(Made made) throws RowRefused {
    if (made.into().apart().isEmpty()) {
      return;
    }
    OldMapping.Apart apart = made.into().apart().get();
    Map<String, String> mine = made.values();
    for (Map<String, String> other :
        periods.getOrDefault(folded(mine.get(apart.by())), List.of())) {
      if (!isBefore(mine.get(apart.to()), other.get(apart.from()))
          && !isBefore(other.get(apart.to()), mine.get(apart.from()))) {
        throw new RowRefused(
            apart.from(), mine.get(apart.from()), "Another row's period overlaps this one's.");
      }
    }
  }

  private static boolean isBefore(String end, String begin) {
    return end != null && end.compareTo(begin) < 0;
  }

  /** What the database takes for the same text. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Optional<String> key(Into into, OldRow row) {
    List<String> parts = into.key().stream().map(row.values()::get).toList();
    if (parts.isEmpty() || parts.stream().anyMatch(Objects::isNull)) {
      return Optional.empty();
    }
    String key = String.join("/", parts);
    return Optional.of(into.distinct() ? folded(key) : key);
  }

  private String id(Into into, String key) {
    return id(into.table(), key);
  }

  private String id(String table, String key) {
    return UuidCreator.getNameBasedSha1(IDS, customer + "/" + table + "/" + key).toString();
  }

  /** Counts from 0 in each group, in the order of what was there. */
  private void number(Into into) {
    into.number()
        .ifPresent(
            number -> {
              Map<String, Integer> next = new HashMap<>();
              taken.get(into.table()).values().stream()
                  .sorted(
                      Comparator.<Map<String, String>>comparingLong(
                              row -> Long.parseLong(row.get(number.column())))
                          .thenComparing(row -> row.get("id")))
                  .forEach(
                      row ->
                          row.put(
                              number.column(),
                              Integer.toString(
                                  next.merge(row.get(number.by()), 1, Integer::sum) - 1)));
            });
  }

  private void measureRoutes() {
    Map<String, SortedMap<Integer, Optional<Position>>> stops = new HashMap<>();
    taken
        .get("route_stop")
        .values()
        .forEach(
            stop ->
                stops
                    .computeIfAbsent(stop.get("route_id"), any -> new TreeMap<>())
                    .put(
                        Integer.valueOf(stop.get("position")),
                        position(taken.get("property").get(stop.get("property_id")))));
    stops.forEach(
        (id, places) -> {
          RouteTotals totals = RouteTotals.of(List.copyOf(places.values()));
          Map<String, String> route = taken.get("route").get(id);
          route.put("stop_count", Integer.toString(totals.stopCount()));
          route.put("distance_m", Long.toString(totals.distanceM()));
        });
  }

  private static Optional<Position> position(Map<String, String> property) {
    return Position.of(
        Optional.ofNullable(property.get("latitude")).map(BigDecimal::new),
        Optional.ofNullable(property.get("longitude")).map(BigDecimal::new));
  }
}
