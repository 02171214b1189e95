package com.contractorportal.assignment;

import java.time.Instant;
import java.util.UUID;

/**
 * Who serves a property.
 *
 * @param name the member's name
 * @param primary whether this is the primary contractor; exactly one of a property's is
 * @param assignedAt since when
 */
public record ContractorView(UUID memberId, String name, boolean primary, Instant assignedAt) {}
