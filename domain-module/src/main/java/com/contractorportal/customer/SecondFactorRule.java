package com.contractorportal.customer;

/**
 * Whether a customer's people need a second factor to work there.
 *
 * @param version of the customer
 */
public record SecondFactorRule(boolean required, int version) {}
