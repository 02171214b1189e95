package com.contractorportal.web.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "https://tile.openstreetmap.org/{z}/{x}/{y}.png, https://tile.openstreetmap.org",
    "https://{s}.tile.example/{z}/{x}/{y}.png, https://*.tile.example",
    "http://10.0.0.7:8088/{z}/{x}/{y}{r}.webp?key=a;b, http://10.0.0.7:8088"
  })
  void tiles_may_come_from_their_site_only(String url, String source) {
    assertThat(ContentPolicy.sourceOfTiles(url)).contains(source);
  }

  @Test
  void tiles_of_the_portals_own_site_need_no_permission() {
    assertThat(ContentPolicy.sourceOfTiles("/tiles/{z}/{x}/{y}.png")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://tile.example/{z}/{x}/{y}.png",
        "//tile.example/{z}/{x}/{y}.png",
        "https://tile-{s}.example/{z}/{x}/{y}.png",
        "https://{s}/{z}/{x}/{y}.png",
        "https://tile.example; script-src */{z}/{x}/{y}.png",
        "https://tile.example,x/{z}/{x}/{y}.png"
      })
  void what_is_no_address_of_tiles_is_named_in_a_sentence(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContentPolicy.sourceOfTiles(url))
        .withMessageContainingAll("PORTAL_MAP_TILE_URL must be like", url);
  }

  @Test
  void scripts_and_styles_of_the_page_need_the_nonce() {
    assertThat(ContentPolicy.ofPage("abc", Optional.of("https://tile.example")).split("; "))
        .contains(
            "default-src 'none'",
            "script-src 'nonce-abc'",
            "style-src 'nonce-abc'",
            "img-src 'self' data: https://tile.example",
            "frame-src blob:",
            "frame-ancestors 'none'")
        .noneMatch(directive -> directive.contains("unsafe"));
  }
}
