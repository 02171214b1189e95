package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u00a0=1",
        "\u200b=1",
        "\ufeff=1",
        "＝1",
        "＋1",
        "－1",
        "＠A"
      })
  void what_a_spreadsheet_would_run_becomes_text(String formula) {
    assertThat(SafeCell.of(formula)).isEqualTo("'" + formula);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "First snow",
        "Nor'easter",
        "3 = three",
        "a-b",
        "Schneefall",
        "#1; \"big\""
      })
  void other_text_stays_as_it_is(String text) {
    assertThat(SafeCell.of(text)).isEqualTo(text);
  }

  @Test
  void what_is_not_there_is_an_empty_cell() {
    assertThat(SafeCell.of(Optional.empty())).isEmpty();
    assertThat(SafeCell.of(Optional.of("-5.0"))).isEqualTo("-5.0");
  }
}
