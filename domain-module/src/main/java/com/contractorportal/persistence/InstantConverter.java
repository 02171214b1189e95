package com.contractorportal.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * Stores instants as {@code DATETIME(6)} in UTC; unconverted, EclipseLink would serialize them.
 *
 * <p>A timestamp is an instant to the driver, which writes it in the connection's time zone (UTC).
 * A {@code LocalDateTime} would not do: EclipseLink makes it a timestamp of the server's own zone.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, Timestamp> {

  @Override
  public Timestamp convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  @Override
  public Instant convertToEntityAttribute(Timestamp stored) {
    return stored == null ? null : stored.toInstant();
  }
}
