package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox (Linux)",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140.0 Safari/537 Edg/140 | Edge (Windows)",
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/140.0 Mobile Safari/537 | Chrome (Android)",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19 like Mac OS X) Version/19 Safari/604 | Safari (iPhone)",
        "click https://evil.example | –"
      })
  void browsers_are_called_what_people_call_them(String userAgent, String name) {
    assertThat(BrowserName.of(Optional.of(userAgent))).isEqualTo(name);
  }

  @Test
  void who_says_nothing_is_called_nothing() {
    assertThat(BrowserName.of(Optional.empty())).isEqualTo("–");
  }
}
