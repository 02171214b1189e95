package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.contractorportal.report.Budget.OverBudget;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

  private static final Duration TIME = Duration.ofMinutes(30);

  @ParameterizedTest
  @CsvSource({"1, 1", "500K, 512000", "3M, 3145728", "2G, 2147483648", "2g, 2147483648"})
  void sizes_are_powers_of_1024(String size, long bytes) {
    Budget budget = new Budget(TIME, size);

    assertThatCode(() -> budget.check(TIME, bytes)).doesNotThrowAnyException();
    assertThatExceptionOfType(OverBudget.class).isThrownBy(() -> budget.check(TIME, bytes + 1));
  }

  @Test
  void whoever_works_longer_is_told_so() {
    Budget budget = new Budget(TIME, "2G");

    assertThatExceptionOfType(OverBudget.class)
        .isThrownBy(() -> budget.check(TIME.plusMillis(1), 0))
        .withMessage("The reports took longer than a customer has in one night (30m).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2GB", "-1", "0", "1.5G", "9999999999T"})
  void what_is_no_size_is_refused(String size) {
    if (size.endsWith("T")) {
      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Budget(TIME, size));
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new Budget(TIME, size));
    }
  }

  @Test
  void over_the_budget_is_final() {
    Budget budget = new Budget(TIME, "1K");
    assertThatExceptionOfType(OverBudget.class)
        .isThrownBy(() -> budget.check(Duration.ZERO, 1025))
        .satisfies(
            over -> {
              assertThat(Failure.of(over).isFinal()).isTrue();
              assertThat(Failure.of(over).reason()).isEqualTo(over.getMessage());
            });
  }
}
