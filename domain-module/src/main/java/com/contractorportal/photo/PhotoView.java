package com.contractorportal.photo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A photo of a work log; the picture itself is had by a ticket.
 *
 * @param name what its file was called
 * @param mediaType of what is kept
 * @param byteCount of what is kept
 * @param sha256 of what was sent, in hexadecimal digits
 * @param width in pixels, as it is seen
 * @param takenAt when, as the camera says, which mostly knows no time zone: then in the customer's
 * @param latitude where, as the camera says
 */
public record PhotoView(
    UUID id,
    UUID logId,
    String name,
    String mediaType,
    long byteCount,
    String sha256,
    int width,
    int height,
    Optional<Instant> takenAt,
    Optional<BigDecimal> latitude,
    Optional<BigDecimal> longitude,
    Instant createdAt) {}
