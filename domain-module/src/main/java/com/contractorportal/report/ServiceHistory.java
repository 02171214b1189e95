package com.contractorportal.report;

import com.contractorportal.report.Paper.Field;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One row per log of work that is done in the season, in order of its start: proof of service. With
 * it the last check-in of the same person at the same property for the same event before its end
 * and the first check-out after its start, within {@link #NEAR}; and the weather of the hour in
 * which it began, or of the day where there is no hour, at the nearest place.
 */
@ApplicationScoped
class ServiceHistory implements Report {

  /** Further from the work, a check-in or check-out belongs to another visit. */
  private static final Duration NEAR = Duration.ofHours(2);

  @Inject private WorkRepository work;

  @Override
  public String kind() {
    return "SERVICE_HISTORY";
  }

  @Override
  public String title() {
    return "Property service history";
  }

  @Override
  public String description() {
    return "Proof of service: what was done where, when and by whom in the current season, with"
        + " check-ins, the number of photos and the weather.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("property"),
        Column.text("street"),
        Column.text("city"),
        Column.degrees("latitude"),
        Column.degrees("longitude"),
        Column.text("event"),
        Column.code("work"),
        Column.date("day"),
        Column.time("started"),
        Column.time("ended"),
        Column.hours("worked"),
        Column.text("person"),
        Column.text("equipment"),
        Column.measured("depth", Measure.DEPTH),
        Column.text("material"),
        Column.number("quantity"),
        Column.code("unit"),
        Column.count("passes"),
        Column.code("status"),
        Column.yesNo("late"),
        Column.time("checked_in"),
        Column.measured("checked_in_away", Measure.DISTANCE),
        Column.time("checked_out"),
        Column.measured("checked_out_away", Measure.DISTANCE),
        Column.count("photos"),
        Column.text("weather_place"),
        Column.text("conditions"),
        Column.measured("snowfall", Measure.DEPTH),
        Column.measured("precipitation", Measure.PRECIPITATION),
        Column.measured("temperature_min", Measure.TEMPERATURE),
        Column.measured("temperature_max", Measure.TEMPERATURE),
        Column.text("notes"),
        Column.text("log"));
  }

  @Override
  public Set<ReportParameter> parameters() {
    return EnumSet.allOf(ReportParameter.class);
  }

  @Override
  public Optional<Paper> paper() {
    return Optional.of(
        new Paper(
            List.of("property", "street", "city"),
            List.of("property", "street", "city"),
            List.of(Field.joined("address", ", ", "street", "city")),
            Optional.of("logs"),
            List.of("worked", "passes", "photos"),
            "worked",
            "day",
            Optional.empty(),
            List.of(
                Field.of("day"),
                Field.joined("time", " – ", "started", "ended"),
                Field.of("worked"),
                Field.of("work"),
                Field.of("person"),
                Field.of("equipment"),
                Field.joined("material", " ", "material", "quantity", "unit"),
                Field.of("depth"),
                Field.of("passes"),
                Field.joined("checked_in", ", ", "checked_in", "checked_in_away"),
                Field.joined("checked_out", ", ", "checked_out", "checked_out_away"),
                Field.of("photos"),
                Field.joined(
                    "weather",
                    ", ",
                    "conditions",
                    "snowfall",
                    "precipitation",
                    "temperature_min",
                    "temperature_max"),
                Field.of("notes"))));
  }

  @Override
  public void read(ReportSetting setting, Rows rows) throws IOException {
    NearestPlaces places = new NearestPlaces(work.places());
    Instant from = setting.period().start();
    UUID after = WorkRepository.BEFORE_ALL;
    List<ReportedLog> page;
    do {
      Instant start = from;
      UUID behind = after;
      Page read = work.together(() -> read(setting, start, behind, places));
      page = read.logs();
      if (!page.isEmpty()) {
        write(read, setting, rows);
        from = page.get(page.size() - 1).startedAt();
        after = page.get(page.size() - 1).id();
      }
      rows.pageEnds();
    } while (page.size() == WorkRepository.PAGE);
  }

  /** Some logs, and what is told with them. */
  private record Page(
      List<ReportedLog> logs,
      LogNames names,
      Map<UUID, Long> photos,
      Map<UUID, List<ReportedCheckIn>> checkIns,
      Weather weather) {}

  private Page read(ReportSetting setting, Instant from, UUID after, NearestPlaces places) {
    List<ReportedLog> logs = work.done(setting, from, after);
    LogNames names = LogNames.of(logs, work);
    return new Page(
        logs,
        names,
        work.photos(LogNames.ids(logs, ReportedLog::id)),
        logs.isEmpty() ? Map.of() : checkIns(logs, setting),
        weather(logs, names, setting, places));
  }

  private static void write(Page page, ReportSetting setting, Rows rows) throws IOException {
    LogNames names = page.names();
    for (ReportedLog log : page.logs()) {
      ReportedProperty property = names.property(log);
      List<ReportedCheckIn> near = page.checkIns().getOrDefault(log.propertyId(), List.of());
      Optional<ReportedCheckIn> came = came(log, near);
      Optional<ReportedCheckIn> went = went(log, near);
      Optional<ReportedWeather> observed = page.weather().of(log);
      rows.add(
          property.name(),
          property.street(),
          property.city(),
          property.latitude(),
          property.longitude(),
          names.event(log),
          log.work(),
          LocalDate.ofInstant(log.startedAt(), setting.zone()),
          log.startedAt(),
          log.endedAt().orElse(null),
          log.duration().orElse(null),
          names.member(log),
          log.equipment(),
          log.depthCm(),
          log.material(),
          log.materialQuantity(),
          log.materialUnit(),
          log.passes(),
          log.status(),
          log.isLate(),
          came.map(ReportedCheckIn::capturedAt).orElse(null),
          came.map(ReportedCheckIn::distanceM).orElse(null),
          went.map(ReportedCheckIn::capturedAt).orElse(null),
          went.map(ReportedCheckIn::distanceM).orElse(null),
          page.photos().getOrDefault(log.id(), 0L),
          observed.map(ReportedWeather::place).orElse(null),
          observed.map(ReportedWeather::conditions).orElse(null),
          observed.map(ReportedWeather::snowfallCm).orElse(null),
          observed.map(ReportedWeather::precipitationMm).orElse(null),
          observed.map(ReportedWeather::temperatureMinC).orElse(null),
          observed.map(ReportedWeather::temperatureMaxC).orElse(null),
          log.notes(),
          log.id());
    }
  }

  private Map<UUID, List<ReportedCheckIn>> checkIns(List<ReportedLog> page, ReportSetting setting) {
    Instant first = page.get(0).startedAt();
    Instant last =
        page.stream().map(ServiceHistory::end).max(Comparator.naturalOrder()).orElseThrow();
    return work
        .checkIns(
            LogNames.ids(page, ReportedLog::memberId),
            LogNames.ids(page, ReportedLog::propertyId),
            first.minus(NEAR),
            last.plus(NEAR),
            setting.asOf())
        .stream()
        .collect(Collectors.groupingBy(ReportedCheckIn::propertyId));
  }

  /**
   * @param near in order of time
   */
  private static Optional<ReportedCheckIn> came(ReportedLog log, List<ReportedCheckIn> near) {
    return near.stream()
        .filter(it -> it.isIn() && it.belongsTo(log))
        .filter(it -> !it.capturedAt().isBefore(log.startedAt().minus(NEAR)))
        .filter(it -> !it.capturedAt().isAfter(end(log)))
        .reduce((earlier, later) -> later);
  }

  /**
   * @param near in order of time
   */
  private static Optional<ReportedCheckIn> went(ReportedLog log, List<ReportedCheckIn> near) {
    return near.stream()
        .filter(it -> !it.isIn() && it.belongsTo(log))
        .filter(it -> !it.capturedAt().isBefore(log.startedAt()))
        .filter(it -> !it.capturedAt().isAfter(end(log).plus(NEAR)))
        .findFirst();
  }

  private static Instant end(ReportedLog log) {
    return log.endedAt().orElse(log.startedAt());
  }

  private Weather weather(
      List<ReportedLog> page, LogNames names, ReportSetting setting, NearestPlaces places) {
    Map<UUID, String> placeOf = new HashMap<>();
    names
        .properties()
        .forEach((id, property) -> places.to(property).ifPresent(it -> placeOf.put(id, it)));
    Set<Instant> times = new HashSet<>();
    page.forEach(
        log -> {
          times.add(hour(log));
          times.add(day(log, setting));
        });
    Map<Observed, ReportedWeather> observed = new HashMap<>();
    for (ReportedWeather each : work.weather(Set.copyOf(placeOf.values()), times, setting.asOf())) {
      observed.put(
          new Observed(NearestPlaces.key(each.place()), each.isOfHour(), each.observedAt()), each);
    }
    return log ->
        Optional.ofNullable(placeOf.get(log.propertyId()))
            .map(
                place ->
                    observed.getOrDefault(
                        new Observed(place, true, hour(log)),
                        observed.get(new Observed(place, false, day(log, setting)))));
  }

  private static Instant hour(ReportedLog log) {
    return log.startedAt().truncatedTo(ChronoUnit.HOURS);
  }

  /** As weather files mean days: from midnight where the customer is. */
  private static Instant day(ReportedLog log, ReportSetting setting) {
    return log.startedAt().atZone(setting.zone()).truncatedTo(ChronoUnit.DAYS).toInstant();
  }

  /** An observation's identity. */
  private record Observed(String place, boolean ofHour, Instant at) {}

  /** Tells the weather of a log. */
  private interface Weather {
    Optional<ReportedWeather> of(ReportedLog log);
  }
}
