package com.contractorportal.customer;

import java.util.Optional;

/**
 * Which customers are wanted.
 *
 * @param text stands in the name or the id
 * @param plan a plan's code
 */
public record CustomerFilter(
    Optional<String> text, Optional<CustomerStatus> status, Optional<String> plan) {}
