package com.contractorportal.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person gets who signs in, refreshes or switches.
 *
 * @param accessToken to be sent as bearer token; absent while the person has yet to choose a
 *     company
 * @param expiresAt when the access token ends
 * @param customer the company in which the person works; absent for operators, and before the
 *     choice
 * @param memberships the companies to choose from
 */
public record SignIn(
    Optional<String> accessToken,
    Optional<Instant> expiresAt,
    AccountView account,
    Optional<ActingCustomer> customer,
    List<MembershipView> memberships) {}
