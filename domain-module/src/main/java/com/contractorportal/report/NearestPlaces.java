package com.contractorportal.report;

import com.contractorportal.geo.Distance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Where weather was observed, and which of the places is nearest to a property. */
final class NearestPlaces {

  private final List<ReportedPlace> places;

  NearestPlaces(List<ReportedPlace> places) {
    this.places = places;
  }

  /**
   * The same for all ways in which the name of a place may be written: to the database it is one.
   */
  static String key(String place) {
    return place.toLowerCase(Locale.ROOT);
  }

  /** Its key; nothing if nobody knows where the property is, or no place is known. */
  Optional<String> to(ReportedProperty property) {
    return nearest(property, place -> true);
  }

  /** The key of the nearest of some places, which are given by key, too. */
  Optional<String> to(ReportedProperty property, Collection<String> among) {
    return nearest(property, among::contains);
  }

  private Optional<String> nearest(ReportedProperty property, Predicate<String> wanted) {
    return property
        .position()
        .flatMap(
            here ->
                places.stream()
                    .filter(place -> wanted.test(key(place.place())))
                    .min(
                        Comparator.comparingDouble(
                            place -> Distance.metres(here, place.position().orElseThrow())))
                    .map(place -> key(place.place())));
  }
}
