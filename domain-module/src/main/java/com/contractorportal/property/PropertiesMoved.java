package com.contractorportal.property;

import java.util.Set;
import java.util.UUID;

/**
 * Properties have another position now, or none any more: observers measure anew in the same
 * transaction.
 *
 * @param propertyIds which ones, at least one
 */
public record PropertiesMoved(Set<UUID> propertyIds) {}
