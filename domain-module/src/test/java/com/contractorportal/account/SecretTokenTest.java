package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretTokenTest {

  @Test
  void no_token_is_given_twice() {
    assertThat(Stream.generate(SecretToken::generate).limit(1_000)).doesNotHaveDuplicates();
  }

  @Test
  void a_token_comes_back_from_its_cookie() {
    SecretToken token = SecretToken.generate();

    assertThat(SecretToken.parse(Optional.of(token.text()))).contains(token);
  }

  @Test
  void other_text_is_no_token() {
    assertThat(SecretToken.parse(Optional.empty())).isEmpty();
    assertThat(SecretToken.parse(Optional.of("x"))).isEmpty();
    assertThat(SecretToken.parse(Optional.of("!".repeat(43)))).isEmpty();
  }

  @Test
  void the_database_keeps_its_sha_256() {
    assertThat(HexFormat.of().formatHex(new SecretToken("abc").hash()))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void a_token_never_shows_itself_in_a_log() {
    SecretToken token = SecretToken.generate();

    assertThat(token.toString()).doesNotContain(token.text());
    assertThat(new Grant.Refresh(token.text(), java.time.Instant.EPOCH).toString())
        .doesNotContain(token.text());
  }
}
