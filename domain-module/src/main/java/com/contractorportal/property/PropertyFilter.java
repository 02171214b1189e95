package com.contractorportal.property;

import java.util.Optional;

/**
 * Which properties are wanted.
 *
 * @param text stands in the name, street, city or postal code
 */
public record PropertyFilter(
    Optional<String> text,
    Optional<PropertyStatus> status,
    Optional<PropertyKind> kind,
    Optional<String> city) {

  /** All of them. */
  public static final PropertyFilter ALL =
      new PropertyFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
