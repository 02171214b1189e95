package com.contractorportal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityJoinTest {

  @Test
  void no_query_of_the_customer_unit_joins_an_entity_that_may_be_missing() {
    assertThat(EntityJoin.in(Path.of("src/main/java"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"SELECT s FROM RouteStop s LEFT JOIN Property p ON p.id = s.propertyId\"",
        "\"SELECT s FROM RouteStop s left outer join Property p on p.id = s.propertyId\"",
        "\"SELECT s FROM RouteStop s LEFT JOIN \" + \"Property p ON p.id = s.propertyId\"",
        "\"\"\"\n SELECT s FROM RouteStop s\n LEFT JOIN\n Property p\n ON p.id = s.propertyId\"\"\"",
      })
  void an_entity_join_is_found(String source) {
    assertThat(EntityJoin.isIn(source)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"SELECT r FROM Route r LEFT JOIN FETCH r.stops\"",
        "\"SELECT r FROM Route r LEFT JOIN r.stops s ON s.position = 1\"",
        "\"SELECT r FROM Route r JOIN Property p ON p.id = r.firstId\"",
        "/** Never LEFT JOIN Property p ON. */",
        "(unitName = \"platform\") \"SELECT r FROM Result r LEFT JOIN Customer c ON c.id = r.id\"",
      })
  void other_joins_are_right(String source) {
    assertThat(EntityJoin.isIn(source)).isFalse();
  }
}
