package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.account.oidc.Attempt;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingSignInSealTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant END = NOW.plusSeconds(600);

  private final PendingSignIn pending =
      new PendingSignIn(new Attempt("a-state", "a-nonce", "a-verifier"), Optional.of("/console"));

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  @Test
  void what_one_node_seals_another_opens_and_the_browser_does_not_see() {
    String sealed = seal(folder).seal(pending, END);

    assertThat(seal(folder).open(sealed, NOW)).contains(pending);
    assertThat(sealed).doesNotContain("verifier", "a-nonce").hasSizeLessThan(1000);
  }

  @Test
  void it_ends_in_time() {
    String sealed = seal(folder).seal(pending, END);

    assertThat(seal(folder).open(sealed, END.minusSeconds(1))).isPresent();
    assertThat(seal(folder).open(sealed, END)).isEmpty();
  }

  @Test
  void what_was_altered_or_made_by_others_is_nothing() {
    String sealed = seal(folder).seal(pending, END);
    int middle = sealed.lastIndexOf('.') - 5;
    char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
    String unsealed =
        new PlainJWT(
                new JWTClaimsSet.Builder()
                    .claim("state", "a-state")
                    .claim("nonce", "a-nonce")
                    .claim("verifier", "a-verifier")
                    .expirationTime(Date.from(END))
                    .build())
            .serialize();

    assertThat(
            seal(folder)
                .open(sealed.substring(0, middle) + other + sealed.substring(middle + 1), NOW))
        .isEmpty();
    assertThat(seal(elsewhere).open(sealed, NOW)).isEmpty();
    assertThat(seal(folder).open(unsealed, NOW)).isEmpty();
    assertThat(seal(folder).open("hello", NOW)).isEmpty();
  }

  private static PendingSignInSeal seal(Path folder) {
    FactorSeal keys = new FactorSeal(folder.toString());
    keys.prepare();
    return new PendingSignInSeal(keys);
  }
}
