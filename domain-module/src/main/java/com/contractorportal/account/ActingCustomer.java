package com.contractorportal.account;

import com.contractorportal.tenancy.Role;

/**
 * The company in which a person works at present.
 *
 * @param timeZone an IANA zone; times are shown in it
 * @param locale a BCP 47 language tag
 * @param currency an ISO 4217 code
 * @param role the person's role there
 */
public record ActingCustomer(
    String customerId, String name, String timeZone, String locale, String currency, Role role) {}
