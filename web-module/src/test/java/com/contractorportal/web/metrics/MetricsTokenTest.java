package com.contractorportal.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTokenTest {

  private static final String TOKEN = "0123456789abcdef";

  @Test
  void without_a_token_or_with_one_that_can_be_guessed_nobody_gets_in() {
    for (String setting : Arrays.asList(null, "", "   ", "short")) {
      MetricsToken token = new MetricsToken(Optional.ofNullable(setting));
      assertThat(token.isSet()).isFalse();
      assertThat(token.isIn(basic("metrics:" + setting))).isFalse();
      assertThat(token.isIn(null)).isFalse();
    }
  }

  @Test
  void only_the_whole_token_as_the_password_of_metrics_gets_in() {
    MetricsToken token = new MetricsToken(Optional.of(TOKEN + "\n"));

    assertThat(token.isIn(basic("metrics:" + TOKEN))).isTrue();
    assertThat(token.isIn(basic("metrics:" + TOKEN + "x"))).isFalse();
    assertThat(token.isIn(basic("other:" + TOKEN))).isFalse();
    assertThat(token.isIn(basic("metrics:"))).isFalse();
    assertThat(token.isIn("Bearer " + TOKEN)).isFalse();
    assertThat(token.isIn(null)).isFalse();
  }

  private static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
