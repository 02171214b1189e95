package com.contractorportal.web.account;

import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a verified access token says: who, in which session, and either a role in one customer or
 * operator without any. A token that says anything else is none of ours.
 */
record AccessClaims(
    UUID accountId, UUID sessionId, String email, Optional<CustomerId> customer, Role role) {

  /**
   * @throws NotAuthenticated if the token lacks something, or says too much
   */
  static AccessClaims of(JsonWebToken token) {
    try {
      Optional<CustomerId> customer =
          token.<Object>claim("customer_id").map(Object::toString).map(CustomerId::new);
      Role role = role(token.getGroups());
      if (customer.isPresent() == (role == Role.SUPER_ADMIN)) {
        throw NotAuthenticated.sessionEnded();
      }
      return new AccessClaims(
          UUID.fromString(token.getSubject()),
          UUID.fromString(text(token, "sid")),
          text(token, "email"),
          customer,
          role);
    } catch (IllegalArgumentException | NullPointerException notOurs) {
      throw NotAuthenticated.sessionEnded();
    }
  }

  private static Role role(Set<String> groups) {
    if (groups == null || groups.size() != 1) {
      throw NotAuthenticated.sessionEnded();
    }
    return Arrays.stream(Role.values())
        .filter(role -> groups.contains(role.name()))
        .findFirst()
        .orElseThrow(NotAuthenticated::sessionEnded);
  }

  private static String text(JsonWebToken token, String claim) {
    return token
        .<Object>claim(claim)
        .map(Object::toString)
        .orElseThrow(NotAuthenticated::sessionEnded);
  }
}
