package com.contractorportal.report;

import java.time.Instant;
import java.util.Optional;

/**
 * How the nights are doing, over all customers.
 *
 * @param lastGoodEnd when the newest nightly run without a failed customer ended, if there is one
 * @param lastFailures customers that failed in the newest nightly run
 * @param waiting customers of running nights that no worker has taken
 * @param running customers of running nights that a worker has taken
 */
public record NightFigures(
    Optional<Instant> lastGoodEnd, long lastFailures, long waiting, long running) {}
