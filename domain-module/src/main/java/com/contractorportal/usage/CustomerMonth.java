package com.contractorportal.usage;

import com.contractorportal.tenancy.CustomerId;

/**
 * What one customer used in a month, for whoever looks at all of them.
 *
 * @param plan the code of the plan that it has now
 * @param status of the customer now, as {@code ACTIVE}
 */
public record CustomerMonth(
    CustomerId customer, String name, String status, String plan, MonthOfUsage usage) {}
