package com.contractorportal.account;

import com.contractorportal.account.oidc.Attempt;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Seals what a browser carries to the provider and back (JWE, RFC 7516): any node opens it, and
 * nobody writes a row to begin.
 */
@ApplicationScoped
class PendingSignInSeal {

  private static final String PURPOSE = "pending-sign-in";

  private final FactorSeal keys;

  /** For proxies only. */
  protected PendingSignInSeal() {
    keys = null;
  }

  @Inject
  PendingSignInSeal(FactorSeal keys) {
    this.keys = keys;
  }

  String seal(PendingSignIn pending, Instant expiresAt) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .claim("state", pending.attempt().state())
            .claim("nonce", pending.attempt().nonce())
            .claim("verifier", pending.attempt().verifier())
            .expirationTime(Date.from(expiresAt));
    pending.next().ifPresent(next -> claims.claim("next", next));
    EncryptedJWT sealed =
        new EncryptedJWT(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), claims.build());
    try {
      sealed.encrypt(new DirectEncrypter(key()));
    } catch (JOSEException failure) {
      throw new IllegalStateException("A sign-in cannot be sealed.", failure);
    }
    return sealed.serialize();
  }

  /** Absent if it is not ours, or too old. */
  Optional<PendingSignIn> open(String sealed, Instant now) {
    try {
      EncryptedJWT parsed = EncryptedJWT.parse(sealed);
      parsed.decrypt(new DirectDecrypter(key()));
      JWTClaimsSet claims = parsed.getJWTClaimsSet();
      if (!now.isBefore(claims.getExpirationTime().toInstant())) {
        return Optional.empty();
      }
      return Optional.of(
          new PendingSignIn(
              new Attempt(
                  claims.getStringClaim("state"),
                  claims.getStringClaim("nonce"),
                  claims.getStringClaim("verifier")),
              Optional.ofNullable(claims.getStringClaim("next"))));
    } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private SecretKey key() {
    return keys.derived(PURPOSE);
  }
}
