package com.contractorportal.leaving;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A bundle of all of a customer's data.
 *
 * @param endedAt when it was ready, or given up
 * @param byteCount how large it is, once it is ready
 * @param sha256 its digest in hexadecimal digits, once it is ready
 * @param failure why it was given up
 */
public record DataExportView(
    UUID id,
    ExportStatus status,
    Instant createdAt,
    Optional<Instant> endedAt,
    Optional<Long> byteCount,
    Optional<String> sha256,
    Optional<String> failure) {}
