package com.contractorportal.account;

import com.contractorportal.customer.Units;
import com.contractorportal.tenancy.Role;

/**
 * The company in which a person works at present.
 *
 * @param timeZone an IANA zone; times are shown in it
 * @param locale a BCP 47 language tag
 * @param currency an ISO 4217 code
 * @param units what lengths and depths are shown in
 * @param role the person's role there
 */
public record ActingCustomer(
    String customerId,
    String name,
    String timeZone,
    String locale,
    String currency,
    Units units,
    Role role) {}
