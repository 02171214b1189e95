package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.persistence.Ids;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MaterialSumsTest {

  @Test
  void what_is_weighed_poured_and_bagged_is_brought_together() {
    MaterialSums sums = new MaterialSums();
    Stream.of("1 KG", "1 T", "1 LB", "1 TON", "1 L", "1 GAL", "1 M3", "1 YD3", "3 BAG")
        .forEach(given -> sums.add(spread(given)));

    assertThat(sums.massKg()).isEqualByComparingTo("1908.63833237");
    assertThat(sums.volumeL()).isEqualByComparingTo("1769.340269768");
    assertThat(sums.bags()).isEqualByComparingTo("3");
    assertThat(sums.text()).startsWith("salt 1 KG, salt 1 T, ");
  }

  @Test
  void nothing_is_not_zero() {
    assertThat(new MaterialSums().text()).isNull();
    assertThat(new MaterialSums().add(spread("1 BAG")).massKg()).isNull();
  }

  private static WorkRepository.Material spread(String given) {
    String[] parts = given.split(" ");
    return new WorkRepository.Material(Ids.next(), "salt", parts[1], 1, new BigDecimal(parts[0]));
  }
}
