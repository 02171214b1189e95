package com.contractorportal.tenancy;

import java.util.Optional;
import java.util.UUID;

/**
 * Who is acting, for ownership rules and the audit trail.
 *
 * @param accountId the person's account, or the API key's id; empty for the portal itself (a job, a
 *     timer)
 * @param name what the audit trail shows: an e-mail address, or the key's or the job's name
 * @param role the verified role; empty for the portal itself
 * @param requestId the request or job execution on whose way this happens
 * @param onBehalfOf the support access in which an operator acts for the customer
 */
public record Actor(
    Optional<UUID> accountId,
    String name,
    Optional<Role> role,
    String requestId,
    Optional<UUID> onBehalfOf) {

  /** Somebody who acts in their own name. */
  public Actor(Optional<UUID> accountId, String name, Optional<Role> role, String requestId) {
    this(accountId, name, role, requestId, Optional.empty());
  }

  /** A signed-in person. */
  public static Actor person(UUID accountId, String email, Role role, String requestId) {
    return new Actor(Optional.of(accountId), email, Optional.of(role), requestId);
  }

  /** An operator whom a customer's data is open to for a while. */
  public static Actor support(
      UUID accessId, UUID operatorId, String email, Role role, String requestId) {
    return new Actor(
        Optional.of(operatorId), email, Optional.of(role), requestId, Optional.of(accessId));
  }

  /** A customer's own program. */
  public static Actor key(UUID keyId, String name, Role role, String requestId) {
    return new Actor(Optional.of(keyId), "API key " + name, Optional.of(role), requestId);
  }

  /** The portal itself, for instance the nightly report. */
  public static Actor portal(String name, String requestId) {
    return new Actor(Optional.empty(), name, Optional.empty(), requestId);
  }

  /** Whether the actor holds this role. */
  public boolean is(Role wanted) {
    return role.filter(wanted::equals).isPresent();
  }
}
