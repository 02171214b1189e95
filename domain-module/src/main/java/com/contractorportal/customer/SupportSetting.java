package com.contractorportal.customer;

/**
 * Whether the vendor's support may enter a customer.
 *
 * @param version of the customer
 */
public record SupportSetting(boolean allowed, int version) {}
