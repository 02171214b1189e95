package com.contractorportal.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wants of a round of reports; what is left out is not limited.
 *
 * @param kinds the reports to make; none for all
 * @param formats in which to make them, by how names of files end; none for all
 * @param from the first day, where the customer is
 * @param to the last day, likewise; without either it is the season, or all of the event's time
 * @param eventId the only winter event to tell of
 * @param propertyId the only property to tell of
 */
public record Wishes(
    List<String> kinds,
    List<String> formats,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<UUID> eventId,
    Optional<UUID> propertyId) {

  /** Everything, as every night. */
  public static final Wishes NONE = ofKinds(List.of());

  /** Everything in some reports. */
  public static Wishes ofKinds(List<String> kinds) {
    return new Wishes(
        List.copyOf(kinds),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  boolean includesKind(String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  boolean includesFormat(String extension) {
    return formats.isEmpty() || formats.contains(extension);
  }

  boolean nameDays() {
    return from.isPresent() || to.isPresent();
  }
}
