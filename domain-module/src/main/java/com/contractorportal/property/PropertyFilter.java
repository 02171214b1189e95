package com.contractorportal.property;

import java.util.Optional;
import java.util.UUID;

/**
 * Which properties are wanted.
 *
 * @param text stands in the name, street, city or postal code
 * @param box where they are; those without a position are nowhere
 * @param contractor the member who serves them
 * @param list the list they are on
 */
public record PropertyFilter(
    Optional<String> text,
    Optional<PropertyStatus> status,
    Optional<PropertyKind> kind,
    Optional<String> city,
    Optional<BoundingBox> box,
    Optional<UUID> contractor,
    Optional<UUID> list) {

  /** All of them. */
  public static final PropertyFilter ALL =
      new PropertyFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same among those that this member serves. */
  PropertyFilter servedBy(UUID member) {
    return new PropertyFilter(text, status, kind, city, box, Optional.of(member), list);
  }
}
