package com.contractorportal.leaving;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which column of the old portal becomes which of this one's: data, so that it can be changed where
 * an old database differs. What each word means is told in docs/guides/moving-in.md.
 *
 * @param timesIn the zone of times that name none
 */
record OldMapping(ZoneId timesIn, List<Old> tables) {

  private static final String OURS = "old-portal.json";

  /**
   * An old table.
   *
   * @param pivot the columns of a name and a value, if each row holds one setting
   * @param ignored columns that are left without a word
   * @param left why nothing of it is taken, if so
   */
  record Old(
      String name,
      List<String> pivot,
      Set<String> ignored,
      Optional<String> left,
      List<Into> into) {

    /** The old columns that something becomes of. */
    Set<String> taken() {
      Set<String> taken = new HashSet<>(ignored);
      into.forEach(
          target -> {
            taken.addAll(target.key());
            target
                .columns()
                .values()
                .forEach(
                    column -> {
                      taken.addAll(column.from());
                      column.with().ifPresent(taken::add);
                    });
          });
      return taken;
    }
  }

  /**
   * A table that a row becomes one of.
   *
   * @param key the old columns that the id is made of; none if it has no id
   * @param distinct whether several old rows may become the same one
   * @param number the column that counts from 0 in each group
   * @param apart whose periods must not overlap
   */
  record Into(
      String table,
      List<String> key,
      boolean distinct,
      List<Unique> unique,
      Optional<Number> number,
      Optional<Apart> apart,
      Map<String, Column> columns) {}

  /** Columns of which no two rows have the same values. */
  record Unique(List<String> columns, Optional<OneOf> when) {}

  /** That a column of this portal's has one of these values. */
  record OneOf(String column, Set<String> values) {}

  record Number(String column, String by) {}

  record Apart(String by, String from, String to) {}

  /**
   * A column.
   *
   * @param from the first of these old columns that has a value
   * @param otherwise the value if none has
   * @param values what old values, in small letters, become; no others are known
   * @param times what numbers are multiplied by
   * @param range between which numbers they lie then
   * @param ref the table whose row the value names
   * @param only what that row must be
   * @param orEmpty whether a value that cannot be is left out, and not the row
   * @param with the old column without which the value means nothing
   * @param when the value means nothing for other rows
   * @param after the column whose time must be before this one's
   * @param notBefore the column whose day must not be after this one's
   * @param lines whether the text may have several
   */
  record Column(
      List<String> from,
      Optional<String> otherwise,
      boolean required,
      Map<String, String> values,
      Optional<BigDecimal> times,
      List<BigDecimal> range,
      Optional<String> check,
      Optional<String> ref,
      Optional<OneOf> only,
      boolean orEmpty,
      Optional<String> with,
      Optional<OneOf> when,
      Optional<String> after,
      Optional<String> notBefore,
      boolean lines) {}

  /** The mapping that comes with the portal. */
  static OldMapping ours() throws IOException {
    try (InputStream in = OldMapping.class.getResourceAsStream(OURS)) {
      return read(in);
    }
  }

  /** The same as it is written. */
  static String text() throws IOException {
    try (InputStream in = OldMapping.class.getResourceAsStream(OURS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * @throws UnusableBundle if the file holds no mapping
   */
  static OldMapping of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  private static OldMapping read(InputStream in) {
    try (JsonReader reader = Json.createReader(in)) {
      JsonObject json = reader.readObject();
      return new OldMapping(
          ZoneId.of(json.getString("timesIn")), objects(json, "tables", OldMapping::old));
    } catch (JsonException
        | ClassCastException
        | NullPointerException
        | DateTimeException unreadable) {
      throw new UnusableBundle("The mapping cannot be read: %s", unreadable.getMessage());
    }
  }

  private static Old old(JsonObject json) {
    return new Old(
        json.getString("old"),
        texts(json, "pivot"),
        Set.copyOf(texts(json, "ignore")),
        text(json, "left"),
        objects(json, "into", OldMapping::into));
  }

  private static Into into(JsonObject json) {
    Map<String, Column> columns = new LinkedHashMap<>();
    json.getJsonObject("columns")
        .forEach((name, column) -> columns.put(name, column(column.asJsonObject())));
    return new Into(
        json.getString("table"),
        texts(json, "key"),
        json.getBoolean("distinct", false),
        objects(json, "unique", it -> new Unique(texts(it, "columns"), oneOf(it, "when"))),
        object(json, "number").map(it -> new Number(it.getString("column"), it.getString("by"))),
        object(json, "apart")
            .map(it -> new Apart(it.getString("by"), it.getString("from"), it.getString("to"))),
        columns);
  }

  private static Column column(JsonObject json) {
    Map<String, String> values = new LinkedHashMap<>();
    object(json, "values")
        .ifPresent(all -> all.forEach((old, is) -> values.put(old, ((JsonString) is).getString())));
    List<BigDecimal> range =
        json.containsKey("range")
            ? List.of(
                json.getJsonArray("range").getJsonNumber(0).bigDecimalValue(),
                json.getJsonArray("range").getJsonNumber(1).bigDecimalValue())
            : List.of();
    return new Column(
        texts(json, "from"),
        text(json, "else"),
        json.getBoolean("required", false),
        values,
        Optional.ofNullable(json.getJsonNumber("times")).map(it -> it.bigDecimalValue()),
        range,
        text(json, "check"),
        text(json, "ref"),
        oneOf(json, "only"),
        json.getBoolean("orEmpty", false),
        text(json, "with"),
        oneOf(json, "when"),
        text(json, "after"),
        text(json, "notBefore"),
        json.getBoolean("lines", false));
  }

  private static Optional<OneOf> oneOf(JsonObject json, String name) {
    return object(json, name)
        .map(it -> new OneOf(it.getString("column"), Set.copyOf(texts(it, "in"))));
  }

  private static Optional<JsonObject> object(JsonObject json, String name) {
    return Optional.ofNullable(json.getJsonObject(name));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getJsonString(name)).map(JsonString::getString);
  }

  private static <T> List<T> objects(JsonObject json, String name, Function<JsonObject, T> read) {
    JsonArray array = json.getJsonArray(name);
    return array == null
        ? List.of()
        : array.getValuesAs(JsonObject.class).stream().map(read).toList();
  }

  /** One text, or several. */
  private static List<String> texts(JsonObject json, String name) {
    JsonValue value = json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY);
    return value instanceof JsonString text
        ? List.of(text.getString())
        : value.asJsonArray().getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList();
  }
}
