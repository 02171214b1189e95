package com.contractorportal.photo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What the camera wrote beside the picture (Exif 2.3).
 *
 * @param orientation 1 to 8: how the picture has to be turned to be seen upright
 */
record Shot(
    int orientation,
    Optional<Instant> takenAt,
    Optional<BigDecimal> latitude,
    Optional<BigDecimal> longitude) {}
