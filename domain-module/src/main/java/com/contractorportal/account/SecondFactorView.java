package com.contractorportal.account;

import java.time.Instant;
import java.util.Optional;

/**
 * How a person's second factor stands.
 *
 * @param since when it was set up
 * @param recoveryCodes how many are left
 * @param required whether the portal or one of the person's companies requires it
 */
public record SecondFactorView(
    boolean on, Optional<Instant> since, long recoveryCodes, boolean required) {}
