package com.contractorportal.weather;

import com.contractorportal.geo.Distance;
import com.contractorportal.geo.Position;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyView;
import com.contractorportal.rule.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;

/** What the weather was. */
@ApplicationScoped
@Transactional
public class WeatherService {

  @Inject private WeatherRepository weather;
  @Inject private PropertyService properties;

  /** One page of the observations, sorted by {@code observedAt}. */
  public Page<WeatherView> list(WeatherFilter filter, PageRequest request) {
    return weather.page(filter, request).map(WeatherObservation::view);
  }

  /**
   * The observation that tells most about a property at a time: of the nearest place, the nearest
   * in time; of an hour rather than a day where both are as near.
   *
   * @throws NotFound if there is no such property, or none that the acting person may see
   * @throws NoObservation if the property's position is not known, or no place has one
   */
  public NearestWeather nearest(UUID propertyId, Instant time) {
    PropertyView property = properties.get(propertyId);
    Position here =
        Position.of(property.latitude(), property.longitude())
            .orElseThrow(NoObservation::withoutPosition);
    WeatherPlace place =
        weather.locatedPlaces().stream()
            .min(Comparator.comparingDouble(it -> metres(here, it)))
            .orElseThrow(NoObservation::withoutPlaces);
    WeatherObservation observation =
        Arrays.stream(Period.values())
            .flatMap(period -> weather.around(place.place(), period, time))
            .min(
                Comparator.comparing((WeatherObservation it) -> it.away(time))
                    .thenComparing(WeatherObservation::period))
            .orElseThrow(NoObservation::withoutPlaces);
    return new NearestWeather(
        observation.view(), Math.round(metres(here, place)), observation.away(time).toMinutes());
  }

  private static double metres(Position here, WeatherPlace place) {
    return Distance.metres(here, place.position().orElseThrow());
  }
}
