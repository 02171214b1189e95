package com.contractorportal.propertylist;

import java.util.Optional;
import java.util.UUID;

/**
 * A list of properties among others.
 *
 * @param propertyCount how many properties are on it
 */
public record PropertyListSummary(
    UUID id, String name, Optional<String> description, int propertyCount, int version) {}
