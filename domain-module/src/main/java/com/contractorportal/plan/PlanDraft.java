package com.contractorportal.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What a plan shall allow; what is left out is not limited. As in {@link PlanView}.
 *
 * @param maxMembers at least one: somebody has to administrate
 */
public record PlanDraft(
    @Min(value = 1, message = "A customer has at least one member.") Integer maxMembers,
    @Min(value = 0, message = "Write a number of properties, or leave it out for no limit.")
        Integer maxProperties,
    @Min(value = 0, message = "Write a number of bytes, or leave it out for no limit.")
        Long maxStorageBytes,
    @Min(value = 1, message = "Allow at least one request a minute.")
        @Max(value = 1_000_000, message = "Allow at most a million requests a minute, or no limit.")
        Integer maxRequestsPerMinute,
    @Min(value = 1, message = "Write a number of days, or leave it out for no limit.")
        @Max(value = 36_500, message = "Write at most 36500 days, or leave it out for no limit.")
        Integer reportHistoryDays) {}
