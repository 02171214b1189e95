package com.contractorportal.weather;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.rule.Sentence;
import com.contractorportal.weather.WeatherImportView.RowError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps what files tell of the weather, some rows in one transaction. */
@ApplicationScoped
@Transactional
class WeatherLedger {

  /** What came of some rows. */
  record Taken(int added, int updated, int unchanged, int rejected, List<RowError> errors) {}

  /** An observation's identity beside its place. */
  private record Time(Period period, Instant observedAt) {}

  @Inject private WeatherRepository weather;
  @Inject private AuditTrail audit;
  @Inject private Validator validator;

  /** Keeps the good rows; of several about the same place and time, the last. */
  Taken take(List<WeatherCsv.Row> rows) {
    List<RowError> errors = new ArrayList<>();
    Map<String, List<Reading>> places = new LinkedHashMap<>();
    int rejected = 0;
    for (WeatherCsv.Row row : rows) {
      List<RowError> wrong = new ArrayList<>(row.errors());
      row.reading().ifPresent(reading -> wrong.addAll(violations(row.line(), reading)));
      if (wrong.isEmpty()) {
        Reading reading = row.reading().orElseThrow();
        places
            .computeIfAbsent(reading.place().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
            .add(reading);
      } else {
        rejected++;
        errors.addAll(wrong);
      }
    }
    int[] counts = new int[3];
    places.values().forEach(readings -> take(readings, counts));
    return new Taken(counts[0], counts[1], counts[2], rejected, errors);
  }

  private List<RowError> violations(int line, Reading reading) {
    return validator.validate(reading).stream()
        .map(
            violation ->
                WeatherCsv.error(
                    line,
                    violation.getPropertyPath().toString(),
                    Sentence.of(violation),
                    Optional.ofNullable(violation.getInvalidValue())
                        .map(Object::toString)
                        .orElse(null)))
        .sorted(Comparator.comparing(RowError::field))
        .toList();
  }

  private void take(List<Reading> readings, int[] counts) {
    String place = readings.get(0).place();
    locate(place, readings.get(readings.size() - 1));
    Map<Time, WeatherObservation> known = new HashMap<>();
    weather
        .of(place, readings.stream().map(Reading::observedAt).collect(Collectors.toSet()))
        .forEach(it -> known.put(new Time(it.period(), it.observedAt()), it));
    for (Reading reading : readings) {
      Time time = new Time(reading.period(), reading.observedAt());
      WeatherObservation observation = known.get(time);
      if (observation == null) {
        observation = new WeatherObservation(reading);
        weather.add(observation);
        known.put(time, observation);
        audit.created("weather observation", observation.id(), observation.view());
        counts[0]++;
      } else if (observation.says(reading)) {
        counts[2]++;
      } else {
        WeatherView before = observation.view();
        observation.take(reading);
        audit.changed(
            "update", "weather observation", observation.id(), before, observation.view());
        counts[1]++;
      }
    }
  }

  /** A place is where the last row says; one that does not say leaves it where it is. */
  private void locate(String name, Reading reading) {
    Optional<WeatherPlace> known = weather.place(name);
    WeatherPlace place = known.orElseGet(() -> new WeatherPlace(name));
    WeatherPlace.View before = place.view();
    if (reading.latitude() != null) {
      place.locate(reading.latitude(), reading.longitude());
    }
    if (known.isEmpty()) {
      weather.add(place);
      audit.created("weather place", place.id(), place.view());
    } else if (!place.view().equals(before)) {
      audit.changed("update", "weather place", place.id(), before, place.view());
    }
  }
}
