package com.contractorportal.propertylist;

import com.contractorportal.property.PropertyStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A list of properties as people see it; the fields are those of {@link PropertyListDraft}.
 *
 * @param properties in their order
 * @param version counts its changes; a change must name the one it was made upon
 */
public record PropertyListView(
    UUID id,
    String name,
    Optional<String> description,
    List<Entry> properties,
    int version,
    Instant createdAt,
    Instant updatedAt) {

  /** One property of the list. */
  public record Entry(
      UUID propertyId,
      String name,
      String street,
      Optional<String> city,
      Optional<BigDecimal> latitude,
      Optional<BigDecimal> longitude,
      PropertyStatus status) {}
}
