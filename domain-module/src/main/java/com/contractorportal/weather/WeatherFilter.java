package com.contractorportal.weather;

import java.time.Instant;
import java.util.Optional;

/**
 * Which observations are wanted.
 *
 * @param place of this place, in any letter case
 * @param from begun then or later
 * @param to begun before then
 */
public record WeatherFilter(
    Optional<String> place,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Period> period) {}
