package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerInEverySqlTest {

  private final CustomerInEverySql rule =
      new CustomerInEverySql(Set.of("property", "route", "route_stop"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id, name FROM property WHERE (customer_id = ?) AND (id = ?)",
        "SELECT t0.id FROM route t0 LEFT OUTER JOIN route_stop t1 ON ((t1.route_id = t0.id) AND"
            + " (t1.customer_id = t0.customer_id)) WHERE (t0.customer_id = 'LEGACY001')",
        "UPDATE property SET name = ?, version = ? WHERE ((customer_id = ?) AND (id = ?))",
        "DELETE FROM route_stop WHERE (customer_id = ?) AND (route_id = ?)",
        "INSERT INTO property (id, name, customer_id) VALUES (?, ?, ?),(?, ?, ?)",
        "SELECT COUNT(*) FROM property WHERE customer_id IN ('LEGACY001')",
        "SELECT customer_id AS a1, name AS a2, route AS a3, property AS a4 FROM property"
            + " WHERE (customer_id = ?) ORDER BY property ASC, route DESC, id ASC",
        "INSERT INTO route_stop (customer_id, property, route) VALUES (?, ?, ?)",
        "UPDATE route SET name = ?, property = ? WHERE ((customer_id = ?) AND (property = ?))",
        "SELECT property FROM route WHERE customer_id = ? GROUP BY name, property LIMIT 5",
        "SELECT 1",
        "SELECT * FROM account WHERE email = 'property'",
        "SHOW CREATE TABLE property",
      })
  void statements_that_say_whose_rows_are_right(String sql) {
    assertThat(rule.violation(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id, name FROM property WHERE (id = ?)",
        "SELECT customer_id, name FROM property",
        "SELECT name FROM property WHERE name = 'customer_id = 1'",
        "SELECT name FROM property /* customer_id = ? */ WHERE id = ?",
        "SELECT t0.id FROM route t0 LEFT OUTER JOIN route_stop t1 ON (t1.route_id = t0.id) WHERE"
            + " (t0.customer_id = ?)",
        "SELECT t0.id FROM route t0, property t1 WHERE t1.customer_id = ? AND t1.id = t0.id",
        "SELECT name FROM property t0 WHERE t0.customer_id = ? AND EXISTS (SELECT 1 FROM route_stop"
            + " t1 WHERE t1.property_id = t0.id)",
        "SELECT t0.id FROM property t1, route t0 WHERE t1.customer_id = ? AND t1.id = t0.id",
        "SELECT 1 FROM route, property WHERE route.customer_id = ?",
        "UPDATE property SET customer_id = ? WHERE id = ?",
        "DELETE FROM route_stop",
        "INSERT INTO property (id, name) VALUES (?, 'customer_id')",
        "delete from `property` where `id` = 7",
      })
  void statements_that_leave_the_customer_open_are_found(String sql) {
    assertThat(rule.violation(sql)).isPresent();
  }

  @Test
  void statements_that_differ_by_values_only_have_one_shape() {
    assertThat(CustomerInEverySql.normal("INSERT INTO route (id) VALUES ('a\\'b'),('c')"))
        .isEqualTo(CustomerInEverySql.normal("insert into `route` (id)  values (1)"));
  }

  @Test
  void statements_of_megabytes_have_a_shape_too() {
    String rows = "(_binary'\\0\\'x', 'it''s', 7),".repeat(100_000);

    assertThat(CustomerInEverySql.normal("INSERT INTO route (id, a, b) VALUES " + rows))
        .hasSizeLessThan(100);
  }
}
