package com.contractorportal.system;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes, of a good token, all that nobody may be let in with. */
final class BadTokens {

  private final ECKey serversKey;
  private final ECKey strangersKey;

  /**
   * @param keys the server's folder of signing keys
   */
  BadTokens(Path keys) {
    try {
      serversKey = ECKey.parse(Files.readString(keys.resolve("signing.jwk")));
      strangersKey = new ECKeyGenerator(Curve.P_256).keyID(serversKey.getKeyID()).generate();
    } catch (IOException | ParseException | JOSEException e) {
      throw new IllegalStateException("The server's signing key cannot be read.", e);
    }
  }

  Map<String, String> of(String good) {
    try {
      JWTClaimsSet claims = SignedJWT.parse(good).getJWTClaimsSet();
      Map<String, String> bad = new LinkedHashMap<>();
      Instant now = Instant.now();
      bad.put(
          "an expired token",
          signed(
              new JWTClaimsSet.Builder(claims)
                  .issueTime(Date.from(now.minusSeconds(7200)))
                  .expirationTime(Date.from(now.minusSeconds(3600)))
                  .build(),
              JWSAlgorithm.ES256,
              new ECDSASigner(serversKey)));
      bad.put(
          "a forged signature", signed(claims, JWSAlgorithm.ES256, new ECDSASigner(strangersKey)));
      bad.put("alg:none", new PlainJWT(claims).serialize());
      bad.put("changed claims", withChangedClaims(good));
      bad.put(
          "the public key taken for a shared secret",
          signed(
              claims,
              JWSAlgorithm.HS256,
              new MACSigner(
                  serversKey.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))));
      bad.put(
          "another issuer's token",
          signed(
              new JWTClaimsSet.Builder(claims).issuer("somebody").build(),
              JWSAlgorithm.ES256,
              new ECDSASigner(serversKey)));
      bad.put(
          "a token for another audience",
          signed(
              new JWTClaimsSet.Builder(claims).audience("something").build(),
              JWSAlgorithm.ES256,
              new ECDSASigner(serversKey)));
      return bad;
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the server signs: to show that a token of ours is refused for its fault alone. */
  String resigned(String good) {
    try {
      return signed(
          SignedJWT.parse(good).getJWTClaimsSet(), JWSAlgorithm.ES256, new ECDSASigner(serversKey));
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A good token, for a while. */
  String expiring(String good, Duration after) {
    try {
      return signed(
          new JWTClaimsSet.Builder(SignedJWT.parse(good).getJWTClaimsSet())
              .expirationTime(Date.from(Instant.now().plus(after)))
              .build(),
          JWSAlgorithm.ES256,
          new ECDSASigner(serversKey));
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String claim(String token, String name) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim(name);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(serversKey.getKeyID())
                .build(),
            claims);
    token.sign(signer);
    return token.serialize();
  }

  private static String withChangedClaims(String good) {
    String[] parts = good.split("\\.");
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String changed = payload.replaceFirst("\"jti\":\"[^\"]*\"", "\"jti\":\"changed\"");
    return parts[0]
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(changed.getBytes(StandardCharsets.UTF_8))
        + "."
        + parts[2];
  }
}
