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
 * @param secondFactor present while the person has yet to show their second factor; nothing else is
 *     told then
 * @param mustSetUpSecondFactor whether the session reaches nothing else before
 */
public record SignIn(
    Optional<String> accessToken,
    Optional<Instant> expiresAt,
    AccountView account,
    Optional<ActingCustomer> customer,
    List<MembershipView> memberships,
    Optional<Challenge> secondFactor,
    boolean mustSetUpSecondFactor) {

  /**
   * What the code of the second factor is to be sent with.
   *
   * @param challenge a secret
   * @param expiresAt until when
   */
  public record Challenge(String challenge, Instant expiresAt) {

    @Override
    public String toString() {
      return "Challenge[expiresAt=" + expiresAt + "]";
    }
  }
}
