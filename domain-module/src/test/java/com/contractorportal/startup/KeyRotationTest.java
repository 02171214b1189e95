package com.contractorportal.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRotationTest {

  @Test
  void the_age_is_a_duration_or_off() {
    assertThat(KeyRotation.parsed("P30D")).isEqualTo(Duration.ofDays(30));
    assertThat(KeyRotation.parsed("off")).isGreaterThan(Duration.ofDays(36_500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "PT1H", "P-1D", ""})
  void anything_else_is_refused_in_a_sentence(String setting) {
    assertThatThrownBy(() -> KeyRotation.parsed(setting))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PORTAL_KEYS_ROTATE_AFTER must be off or at least a day");
  }
}
