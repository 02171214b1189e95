package com.contractorportal.web.account;

import com.contractorportal.apikey.Scope;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a verified access token says. A token that says anything else is none of ours.
 *
 * @param bearer what kind of token it is
 * @param accountId the person, the operator who supports, or the key
 * @param sessionId the person's session, the support access, or the key
 * @param name an e-mail address, or the key's name
 * @param customer absent for operators, and for nobody else
 * @param roles one; a key has one for each kind of scope
 * @param scopes of a key
 */
record AccessClaims(
    Bearer bearer,
    UUID accountId,
    UUID sessionId,
    String name,
    Optional<CustomerId> customer,
    Set<Role> roles,
    Set<Scope> scopes) {

  /** Whose token it is. */
  enum Bearer {
    PERSON,
    SUPPORT,
    KEY
  }

  /** What support and keys can be at most. */
  private static final Set<Role> GUESTS = EnumSet.of(Role.VIEWER, Role.MANAGER);

  /**
   * @throws NotAuthenticated if the token lacks something, or says too much
   */
  static AccessClaims of(JsonWebToken token) {
    try {
      Optional<Object> act = token.claim("act");
      Optional<Object> client = token.claim("client_id");
      if (act.isPresent() && client.isPresent()) {
        throw NotAuthenticated.sessionEnded();
      }
      if (act.isPresent()) {
        return support(token, (JsonObject) act.get());
      }
      return client.isPresent() ? key(token) : person(token);
    } catch (IllegalArgumentException | NullPointerException | ClassCastException notOurs) {
      throw NotAuthenticated.sessionEnded();
    }
  }

  private static AccessClaims person(JsonWebToken token) {
    Optional<CustomerId> customer = customer(token);
    Set<Role> roles = roles(token);
    if (roles.size() != 1 || customer.isPresent() == roles.contains(Role.SUPER_ADMIN)) {
      throw NotAuthenticated.sessionEnded();
    }
    return new AccessClaims(
        Bearer.PERSON,
        UUID.fromString(token.getSubject()),
        UUID.fromString(text(token, "sid")),
        text(token, "email"),
        customer,
        roles,
        Set.of());
  }

  private static AccessClaims support(JsonWebToken token, JsonObject act) {
    Set<Role> roles = roles(token);
    if (roles.size() != 1 || !GUESTS.containsAll(roles) || act.containsKey("act")) {
      throw NotAuthenticated.sessionEnded();
    }
    return new AccessClaims(
        Bearer.SUPPORT,
        UUID.fromString(act.getString("sub")),
        UUID.fromString(token.getSubject()),
        act.getString("email"),
        Optional.of(customer(token).orElseThrow(NotAuthenticated::sessionEnded)),
        roles,
        Set.of());
  }

  private static AccessClaims key(JsonWebToken token) {
    Set<Role> roles = roles(token);
    if (!GUESTS.containsAll(roles)) {
      throw NotAuthenticated.sessionEnded();
    }
    UUID id = UUID.fromString(text(token, "client_id"));
    return new AccessClaims(
        Bearer.KEY,
        id,
        id,
        text(token, "upn"),
        Optional.of(customer(token).orElseThrow(NotAuthenticated::sessionEnded)),
        roles,
        Scope.within(text(token, "scope")));
  }

  /** The role, of those that have one. */
  Role role() {
    return roles.iterator().next();
  }

  private static Optional<CustomerId> customer(JsonWebToken token) {
    return token.<Object>claim("customer_id").map(Object::toString).map(CustomerId::new);
  }

  private static Set<Role> roles(JsonWebToken token) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    token.getGroups().forEach(group -> roles.add(Role.valueOf(group)));
    if (roles.isEmpty()) {
      throw NotAuthenticated.sessionEnded();
    }
    return roles;
  }

  private static String text(JsonWebToken token, String claim) {
    return token
        .<Object>claim(claim)
        .map(Object::toString)
        .orElseThrow(NotAuthenticated::sessionEnded);
  }
}
