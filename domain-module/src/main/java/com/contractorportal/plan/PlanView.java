package com.contractorportal.plan;

import java.util.Optional;

/**
 * A plan; a limit that is absent is none.
 *
 * @param maxMembers people who belong to the customer, invited ones included
 * @param maxProperties properties in service
 * @param maxStorageBytes photos and report files
 * @param maxRequestsPerMinute requests to the API; also how many may come at once
 * @param reportHistoryDays how far back reports can be read
 */
public record PlanView(
    String code,
    Optional<Integer> maxMembers,
    Optional<Integer> maxProperties,
    Optional<Long> maxStorageBytes,
    Optional<Integer> maxRequestsPerMinute,
    Optional<Integer> reportHistoryDays,
    int version) {}
