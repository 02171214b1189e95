package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server dies in the middle of a night, as by a power cut, and is started again. */
@ExtendWith(PortalExtension.class)
class NightKilledIT {

  private ManyCustomers customers;

  @BeforeEach
  void many_customers_with_a_season_each(PortalSystem portal) throws SQLException, IOException {
    customers = ManyCustomers.in(portal);
  }

  @AfterEach
  void gone_again() throws SQLException, IOException {
    customers.close();
  }

  @Test
  void after_a_restart_every_customer_is_reported_once_and_every_file_is_whole(PortalSystem portal)
      throws Exception {
    String night = customers.startNight();
    JsonObject counts =
        customers
            .await(night, seen -> seen.getJsonObject("counts").getInt("completed") >= 20)
            .getJsonObject("counts");
    portal.server().kill();
    assertThat(counts.getInt("pending")).as("customers left when it was killed").isPositive();
    assertThat(portal.server().isRunning()).isFalse();
    long before =
        count(
            portal,
            "SELECT COUNT(*) FROM report_run WHERE status = 'COMPLETED' AND customer_id LIKE '"
                + ManyCustomers.PREFIX
                + "%'");
    assertThat(before).isLessThan(ManyCustomers.CUSTOMERS * ManyCustomers.REPORTS);

    portal.server().start();
    JsonObject ended = customers.await(night, seen -> seen.getString("status").equals("COMPLETED"));

    JsonObject last = ended.getJsonObject("counts");
    assertThat(last.getInt("completed")).isGreaterThanOrEqualTo(ManyCustomers.CUSTOMERS);
    assertThat(last.getInt("failed")).isZero();
    customers.assertEachReportedOnce();
  }

  private static long count(PortalSystem portal, String sql) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
