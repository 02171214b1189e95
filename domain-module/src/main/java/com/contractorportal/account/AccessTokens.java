package com.contractorportal.account;

import com.contractorportal.tenancy.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes access tokens: JWTs that MicroProfile JWT verifies (ES256). */
@ApplicationScoped
class AccessTokens {

  /** Both the issuer and the audience; microprofile-config.properties expects them. */
  private static final String PORTAL = "contractor-portal";

  private static final Duration LIFETIME = Duration.ofMinutes(15);

  @Inject private SigningKeys keys;

  /**
   * A token for one session of a person, in one customer or, for operators, in none.
   *
   * @param role what the person is there: the only role in the token
   */
  IssuedToken issue(AccountView account, UUID sessionId, Optional<String> customerId, Role role) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = now.plus(LIFETIME);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(account.id().toString())
            .claim("upn", account.email())
            .claim("email", account.email())
            .claim("groups", List.of(role.name()))
            .claim("sid", sessionId.toString());
    customerId.ifPresent(id -> claims.claim("customer_id", id));
    return sign(claims, now, expiresAt);
  }

  /** Makes a token of ours of what it says of its bearer. */
  IssuedToken sign(JWTClaimsSet.Builder claims, Instant now, Instant expiresAt) {
    claims
        .issuer(PORTAL)
        .audience(PORTAL)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(expiresAt));
    ECKey key = keys.signing();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build(),
            claims.build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException failure) {
      throw new IllegalStateException("The signing key cannot sign.", failure);
    }
    return new IssuedToken(token.serialize(), expiresAt);
  }
}
