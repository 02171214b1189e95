package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs after all other classes, over everything that they made the portal ask its database. */
@Order(Integer.MAX_VALUE)
@ExtendWith(PortalExtension.class)
class SqlLogIT {

  @Test
  void every_statement_on_customers_tables_says_whose_rows_it_means(PortalSystem portal)
      throws SQLException {
    CustomerInEverySql rule = new CustomerInEverySql(portal.sqlLog().customerTables());

    List<String> statements =
        portal.sqlLog().statements().keySet().stream().filter(rule::concerns).toList();

    assertThat(statements).as("statements on customers' tables").isNotEmpty();
    assertThat(statements.stream().map(rule::violation).flatMap(Optional::stream)).isEmpty();
  }
}
