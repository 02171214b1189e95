package com.contractorportal.property;

import java.util.UUID;

/**
 * A property is about to be archived or deleted: observers let go of it in the same transaction.
 *
 * @param propertyId which one
 */
public record PropertyLeaves(UUID propertyId) {}
