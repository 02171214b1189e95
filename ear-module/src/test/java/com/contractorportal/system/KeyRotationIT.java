package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A signing key is replaced under people who are signed in; hours pass by dates in the files. */
@Tag("any-database")
@ExtendWith(PortalExtension.class)
class KeyRotationIT {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void old_tokens_live_on_while_a_new_key_takes_over_and_not_longer(PortalSystem portal)
      throws Exception {
    Path keys = portal.server().keys();
    PortalClient early = portal.login("manager@vermont.example");
    String old = keyOf(early);
    assertThat(answer(early)).isEqualTo(200);

    Files.createFile(keys.resolve("rotate"));
    await("the next key is published", () -> Files.exists(keys.resolve("next.jwk")));
    assertThat(published(portal)).hasSize(2).contains(old);
    assertThat(keyOf(portal.login("manager@vermont.example"))).isEqualTo(old);

    pretend(keys.resolve("next.jwk"), Instant.now().minus(Duration.ofMinutes(61)));
    PortalClient late = awaitNewKey(portal, old);
    assertThat(answer(late)).as("a token of the new key, at once").isEqualTo(200);
    assertThat(answer(early)).as("a token of the old key").isEqualTo(200);
    assertThat(Files.readString(keys.resolve("signing.jwk"))).doesNotContain(old);

    endNow(keys.resolve("jwks.json"), old);
    await("the old key is published no longer", () -> !published(portal).contains(old));
    await("its tokens are refused", () -> answer(early) == 401);
    assertThat(answer(late)).isEqualTo(200);
    assertThat(published(portal)).containsExactly(keyOf(late));
  }

  private static PortalClient awaitNewKey(PortalSystem portal, String old) throws Exception {
    PortalClient[] late = new PortalClient[1];
    await(
        "the new key signs",
        () -> {
          late[0] = portal.login("manager@vermont.example");
          return !keyOf(late[0]).equals(old);
        });
    return late[0];
  }

  private static int answer(PortalClient client) {
    return client.get("/api/properties?limit=1").status();
  }

  private static String keyOf(PortalClient client) throws Exception {
    return SignedJWT.parse(client.token()).getHeader().getKeyID();
  }

  private static List<String> published(PortalSystem portal) throws Exception {
    String set = portal.stranger().get("/.well-known/jwks.json").body();
    return JWKSet.parse(set).getKeys().stream().map(JWK::getKeyID).toList();
  }

  /** Dates a key back. Written into the same file, whose rights stay as they are. */
  private static void pretend(Path file, Instant made) throws Exception {
    ECKey key = ECKey.parse(Files.readString(file));
    Files.writeString(
        file, new ECKey.Builder(key).issueTime(Date.from(made)).build().toJSONString());
  }

  private static void endNow(Path file, String keyId) throws Exception {
    JWKSet set = JWKSet.parse(Files.readString(file));
    List<JWK> changed =
        set.getKeys().stream()
            .map(
                key ->
                    key.getKeyID().equals(keyId)
                        ? (JWK)
                            new ECKey.Builder(key.toECKey())
                                .expirationTime(Date.from(Instant.now()))
                                .build()
                        : key)
            .toList();
    Files.writeString(file, new JWKSet(changed).toString());
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (!condition.call()) {
      assertThat(Instant.now()).as(what).isBefore(limit);
      Thread.sleep(500);
    }
  }
}
