package com.contractorportal.account;

import java.util.Optional;

/**
 * Where a request to the sign-in comes from.
 *
 * @param requestId the request's id, for the audit trail
 * @param userAgent what the browser calls itself
 */
public record Client(String requestId, Optional<String> userAgent) {}
