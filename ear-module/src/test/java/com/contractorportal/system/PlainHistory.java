package com.contractorportal.system;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The service history of a customer of {@link NightPortal} as somebody would write it who needs
 * nothing but speed: JDBC that reads by key ranges, and strings. Its file is the portal's, byte by
 * byte.
 */
final class PlainHistory {

  private static final ZoneId ZONE = ZoneId.of(NightPortal.ZONE);
  private static final int PAGE = 500;
  private static final Duration NEAR = Duration.ofHours(2);

  private static final String LOGS =
      "SELECT STRAIGHT_JOIN p.name, p.street, p.city, e.name, l.work, l.started_at, l.ended_at,"
          + " m.display_name, l.equipment, l.depth_cm, l.material, l.material_quantity,"
          + " l.material_unit, l.passes, l.status, l.late, l.notes, l.id, l.member_id,"
          + " l.property_id, l.event_id, p.latitude, p.longitude FROM winter_ops_log l FORCE INDEX (ix_winter_ops_log_start)"
          + " JOIN property p ON p.customer_id = l.customer_id AND p.id = l.property_id"
          + " JOIN winter_event e ON e.customer_id = l.customer_id AND e.id = l.event_id"
          + " JOIN member m FORCE INDEX (PRIMARY) ON m.customer_id = l.customer_id AND m.id = l.member_id"
          + " WHERE l.customer_id = ? AND l.started_at >= ? AND (l.started_at > ? OR l.id > ?)"
          + " AND l.created_at <= ? AND l.status IN ('COMPLETED', 'APPROVED')"
          + " AND l.corrected_by IS NULL ORDER BY l.started_at, l.id LIMIT "
          + PAGE;

  private final Connection connection;
  private final String customer;
  private final LocalDateTime asOf;
  private final Map<LocalDate, String> weather = new HashMap<>();

  private PlainHistory(Connection connection, String customer, LocalDateTime asOf) {
    this.connection = connection;
    this.customer = customer;
    this.asOf = asOf;
  }

  /** A log, as its line begins and ends, and what its check-in is found by. */
  private record Log(
      String start,
      String notes,
      byte[] id,
      ByteBuffer member,
      ByteBuffer property,
      ByteBuffer event,
      LocalDateTime started,
      LocalDateTime ended) {}

  private record CheckIn(
      ByteBuffer member, ByteBuffer event, LocalDateTime at, BigDecimal distance) {}

  /**
   * @return how many rows there are
   */
  static long write(
      Connection connection, String customer, LocalDateTime asOf, String header, Path file)
      throws SQLException, IOException {
    PlainHistory history = new PlainHistory(connection, customer, asOf);
    history.readWeather();
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write(header);
      return history.write(csv);
    }
  }

  private long write(Writer csv) throws SQLException, IOException {
    long rows = 0;
    LocalDateTime after = LocalDateTime.of(2000, 1, 1, 0, 0);
    byte[] id = new byte[16];
    List<Log> page;
    do {
      page = logs(after, id);
      if (!page.isEmpty()) {
        write(page, csv);
        Log last = page.get(page.size() - 1);
        after = last.started();
        id = last.id();
        rows += page.size();
      }
    } while (page.size() == PAGE);
    return rows;
  }

  private List<Log> logs(LocalDateTime after, byte[] id) throws SQLException {
    List<Log> page = new ArrayList<>(PAGE);
    try (PreparedStatement query = connection.prepareStatement(LOGS)) {
      query.setString(1, customer);
      query.setObject(2, after);
      query.setObject(3, after);
      query.setBytes(4, id);
      query.setObject(5, asOf);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          page.add(log(row));
        }
      }
    }
    return page;
  }

  private static Log log(ResultSet row) throws SQLException {
    LocalDateTime started = row.getObject(6, LocalDateTime.class);
    LocalDateTime ended = row.getObject(7, LocalDateTime.class);
    StringBuilder line = new StringBuilder(256);
    for (int column = 1; column <= 3; column++) {
      text(line, row.getString(column));
    }
    number(line, row.getBigDecimal(22), 6);
    number(line, row.getBigDecimal(23), 6);
    text(line, row.getString(4));
    text(line, row.getString(5));
    plain(line, local(started).toLocalDate());
    plain(line, time(started));
    plain(line, time(ended));
    plain(
        line,
        BigDecimal.valueOf(Duration.between(started, ended).toSeconds())
            .divide(BigDecimal.valueOf(3600), 2, RoundingMode.HALF_UP));
    text(line, row.getString(8));
    text(line, row.getString(9));
    number(line, row.getBigDecimal(10), 1);
    text(line, row.getString(11));
    number(line, row.getBigDecimal(12), 2);
    text(line, row.getString(13));
    plain(line, row.getObject(14));
    text(line, row.getString(15));
    plain(line, row.getBoolean(16) ? "yes" : "no");
    return new Log(
        line.toString(),
        row.getString(17),
        row.getBytes(18),
        ByteBuffer.wrap(row.getBytes(19)),
        ByteBuffer.wrap(row.getBytes(20)),
        ByteBuffer.wrap(row.getBytes(21)),
        started,
        ended);
  }

  private void write(List<Log> page, Writer csv) throws SQLException, IOException {
    Map<ByteBuffer, List<CheckIn>> checkIns = checkIns(page);
    Map<ByteBuffer, Long> photos = photos(page);
    for (Log log : page) {
      StringBuilder line = new StringBuilder(log.start());
      CheckIn came = null;
      for (CheckIn each : checkIns.getOrDefault(log.property(), List.of())) {
        if (each.member().equals(log.member())
            && each.event().equals(log.event())
            && !each.at().isBefore(log.started().minus(NEAR))
            && !each.at().isAfter(log.ended())) {
          came = each;
        }
      }
      plain(line, came == null ? null : time(came.at()));
      number(line, came == null ? null : came.distance(), 0);
      line.append(",,"); // Nobody checks out here.
      plain(line, photos.getOrDefault(ByteBuffer.wrap(log.id()), 0L));
      line.append(weather.getOrDefault(local(log.started()).toLocalDate(), ",,,,,,"));
      text(line, log.notes());
      ByteBuffer id = ByteBuffer.wrap(log.id());
      line.append(new UUID(id.getLong(), id.getLong())).append("\r\n");
      csv.append(line);
    }
  }

  private Map<ByteBuffer, List<CheckIn>> checkIns(List<Log> page) throws SQLException {
    List<ByteBuffer> properties = page.stream().map(Log::property).distinct().toList();
    List<ByteBuffer> members = page.stream().map(Log::member).distinct().toList();
    Map<ByteBuffer, List<CheckIn>> found = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT property_id, member_id, event_id, captured_at, distance_m FROM event_checkin"
                + " WHERE customer_id = ? AND kind = 'IN' AND captured_at >= ? AND captured_at <= ?"
                + " AND received_at <= ? AND member_id IN ("
                + places(members)
                + ") AND property_id IN ("
                + places(properties)
                + ") ORDER BY captured_at, id")) {
      query.setString(1, customer);
      query.setObject(2, page.get(0).started().minus(NEAR));
      query.setObject(3, page.stream().map(Log::ended).max(LocalDateTime::compareTo).orElseThrow());
      query.setObject(4, asOf);
      set(query, 5, members);
      set(query, 5 + members.size(), properties);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(ByteBuffer.wrap(row.getBytes(1)), property -> new ArrayList<>())
              .add(
                  new CheckIn(
                      ByteBuffer.wrap(row.getBytes(2)),
                      ByteBuffer.wrap(row.getBytes(3)),
                      row.getObject(4, LocalDateTime.class),
                      row.getBigDecimal(5)));
        }
      }
    }
    return found;
  }

  private Map<ByteBuffer, Long> photos(List<Log> page) throws SQLException {
    List<ByteBuffer> logs = page.stream().map(log -> ByteBuffer.wrap(log.id())).toList();
    Map<ByteBuffer, Long> found = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT log_id, COUNT(*) FROM log_photo WHERE customer_id = ? AND log_id IN ("
                + places(logs)
                + ") GROUP BY log_id")) {
      query.setString(1, customer);
      set(query, 2, logs);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.put(ByteBuffer.wrap(row.getBytes(1)), row.getLong(2));
        }
      }
    }
    return found;
  }

  /** A hundred days at one place: once for all logs. */
  private void readWeather() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT observed_at, place, conditions, snowfall_cm, precipitation_mm,"
                + " temperature_min_c, temperature_max_c FROM weather_observation"
                + " WHERE customer_id = ? AND period = 'DAY' AND created_at <= ?")) {
      query.setString(1, customer);
      query.setObject(2, asOf);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          StringBuilder cells = new StringBuilder();
          text(cells, row.getString(2));
          text(cells, row.getString(3));
          number(cells, row.getBigDecimal(4), 1);
          number(cells, row.getBigDecimal(5), 2);
          number(cells, row.getBigDecimal(6), 1);
          number(cells, row.getBigDecimal(7), 1);
          weather.put(local(row.getObject(1, LocalDateTime.class)).toLocalDate(), cells.toString());
        }
      }
    }
  }

  private static String places(List<ByteBuffer> values) {
    return Collections.nCopies(values.size(), "?").stream().collect(Collectors.joining(","));
  }

  private static void set(PreparedStatement query, int first, List<ByteBuffer> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      query.setBytes(first + i, values.get(i).array());
    }
  }

  private static ZonedDateTime local(LocalDateTime utc) {
    return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(ZONE);
  }

  private static String time(LocalDateTime utc) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local(utc.withNano(0)).toOffsetDateTime());
  }

  private static void number(StringBuilder line, BigDecimal value, int decimals) {
    plain(
        line,
        value == null ? null : value.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  private static void plain(StringBuilder line, Object value) {
    if (value != null) {
      line.append(value);
    }
    line.append(',');
  }

  private static void text(StringBuilder line, String value) {
    if (value != null) {
      boolean quoted = value.indexOf(',') >= 0 || value.indexOf('"') >= 0;
      line.append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
    }
    line.append(',');
  }
}
