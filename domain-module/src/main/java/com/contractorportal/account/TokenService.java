package com.contractorportal.account;

import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Access tokens for those who come to a customer without being its members. */
@ApplicationScoped
public class TokenService {

  @Inject private AccessTokens tokens;

  /**
   * A token for an operator who supports a customer. Its subject is the support access; who acts is
   * in {@code act} (RFC 8693).
   *
   * @param role the only role in the token
   */
  public IssuedToken support(
      UUID accessId,
      UUID operatorId,
      String email,
      CustomerId customer,
      Role role,
      Instant expiresAt) {
    return tokens.sign(
        new JWTClaimsSet.Builder()
            .subject(accessId.toString())
            .claim("upn", email)
            .claim("groups", List.of(role.name()))
            .claim("act", Map.of("sub", operatorId.toString(), "email", email))
            .claim("customer_id", customer.value()),
        now(),
        expiresAt.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * A token for a customer's program (RFC 9068).
   *
   * @param roles the roles that its scopes need
   * @param scope its scopes, with spaces between them
   * @param seconds how long it is good
   */
  public IssuedToken key(
      UUID keyId, String name, CustomerId customer, Set<Role> roles, String scope, int seconds) {
    Instant now = now();
    return tokens.sign(
        new JWTClaimsSet.Builder()
            .subject(keyId.toString())
            .claim("upn", name)
            .claim("groups", roles.stream().map(Role::name).sorted().toList())
            .claim("client_id", keyId.toString())
            .claim("scope", scope)
            .claim("customer_id", customer.value()),
        now,
        now.plusSeconds(seconds));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
