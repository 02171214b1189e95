package com.contractorportal.report;

import com.contractorportal.report.Paper.Field;
import com.contractorportal.report.WorkRepository.EventWeather;
import com.contractorportal.report.WorkRepository.Material;
import com.contractorportal.report.WorkRepository.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One row per winter event of the season and property at which there was work. The weather is that
 * of the nearest place with observations during the event: of hours, or of days where a place has
 * no hours.
 */
@ApplicationScoped
class EventReport implements Report {

  @Inject private ReportRepository reports;
  @Inject private WorkRepository work;

  @Override
  public String kind() {
    return "EVENT_REPORT";
  }

  @Override
  public String title() {
    return "Event report";
  }

  @Override
  public String description() {
    return "For every winter event of the season, each property that was worked at: visits, crew,"
        + " hours, passes, material and the weather during the event.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("event"),
        Column.code("kind"),
        Column.code("status"),
        Column.time("starts"),
        Column.time("ends"),
        Column.text("property"),
        Column.text("street"),
        Column.text("city"),
        Column.degrees("latitude"),
        Column.degrees("longitude"),
        Column.count("visits"),
        Column.count("crew"),
        Column.hours("worked"),
        Column.count("passes"),
        Column.measured("depth", Measure.DEPTH),
        Column.text("material"),
        Column.measured("material_mass", Measure.MASS),
        Column.measured("material_volume", Measure.VOLUME),
        Column.number("material_bags"),
        Column.text("weather_place"),
        Column.measured("snowfall", Measure.DEPTH),
        Column.measured("precipitation", Measure.PRECIPITATION),
        Column.measured("temperature_min", Measure.TEMPERATURE),
        Column.measured("temperature_max", Measure.TEMPERATURE));
  }

  @Override
  public Set<ReportParameter> parameters() {
    return EnumSet.allOf(ReportParameter.class);
  }

  @Override
  public Optional<Paper> paper() {
    return Optional.of(
        new Paper(
            List.of("starts", "event", "property"),
            List.of("event", "starts", "ends", "kind", "status"),
            List.of(
                Field.of("kind"),
                Field.of("status"),
                Field.joined("time", " – ", "starts", "ends")),
            Optional.empty(),
            List.of(
                "visits", "worked", "passes", "material_mass", "material_volume", "material_bags"),
            "worked",
            "event",
            Optional.of("property"),
            List.of(
                Field.of("property"),
                Field.joined("address", ", ", "street", "city"),
                Field.of("visits"),
                Field.of("crew"),
                Field.of("worked"),
                Field.of("passes"),
                Field.of("depth"),
                Field.of("material"),
                Field.of("material_mass"),
                Field.of("material_volume"),
                Field.of("material_bags"),
                Field.of("snowfall"),
                Field.of("precipitation"),
                Field.joined("temperature", " – ", "temperature_min", "temperature_max"))));
  }

  @Override
  public void read(ReportSetting setting, Rows rows) throws IOException {
    NearestPlaces places = new NearestPlaces(work.places());
    EventPages events = new EventPages(reports, setting);
    for (List<ReportedEvent> page = events.next(); !page.isEmpty(); page = events.next()) {
      for (ReportedEvent event : page) {
        read(event, setting, places, rows);
      }
    }
  }

  private void read(ReportedEvent event, ReportSetting setting, NearestPlaces places, Rows rows)
      throws IOException {
    UUID after = WorkRepository.BEFORE_ALL;
    Map<String, EventWeather> weather = Map.of();
    List<Visits> page;
    do {
      page = work.visits(event.id(), setting.propertyId(), setting.asOf(), after);
      if (!page.isEmpty()) {
        if (after.equals(WorkRepository.BEFORE_ALL)) {
          weather = weatherDuring(event, setting);
        }
        write(event, page, weather, setting, places, rows);
        after = page.get(page.size() - 1).propertyId();
      }
      rows.pageEnds();
    } while (page.size() == WorkRepository.PAGE);
  }

  private Map<String, EventWeather> weatherDuring(ReportedEvent event, ReportSetting setting) {
    Instant start = event.startsAt();
    Instant end = event.endsAt().orElse(setting.asOf());
    Instant day = start.atZone(setting.zone()).truncatedTo(ChronoUnit.DAYS).toInstant();
    Map<String, EventWeather> weather =
        new HashMap<>(work.weatherBetween("DAY", day, end, setting.asOf()));
    weather.putAll(
        work.weatherBetween("HOUR", start.truncatedTo(ChronoUnit.HOURS), end, setting.asOf()));
    return weather;
  }

  private void write(
      ReportedEvent event,
      List<Visits> page,
      Map<String, EventWeather> weather,
      ReportSetting setting,
      NearestPlaces places,
      Rows rows)
      throws IOException {
    List<UUID> ids = page.stream().map(Visits::propertyId).toList();
    Map<UUID, ReportedProperty> properties = work.properties(ids);
    Map<UUID, MaterialSums> material = new HashMap<>();
    for (Material spread : work.materialOf(event.id(), setting.asOf(), ids)) {
      material.computeIfAbsent(spread.propertyId(), id -> new MaterialSums()).add(spread);
    }
    for (Visits visits : page) {
      ReportedProperty property = properties.get(visits.propertyId());
      MaterialSums spread = material.getOrDefault(visits.propertyId(), new MaterialSums());
      EventWeather there =
          places.to(property, weather.keySet()).map(weather::get).orElse(EventWeather.UNKNOWN);
      rows.add(
          event.name(),
          event.kind(),
          event.status(),
          event.startsAt(),
          event.endsAt().orElse(null),
          property.name(),
          property.street(),
          property.city(),
          property.latitude(),
          property.longitude(),
          visits.visits(),
          visits.crew(),
          visits.time(),
          visits.passes(),
          visits.depthCm(),
          spread.text(),
          spread.massKg(),
          spread.volumeL(),
          spread.bags(),
          there.place(),
          there.snowfallCm(),
          there.precipitationMm(),
          there.temperatureMinC(),
          there.temperatureMaxC());
    }
  }
}
