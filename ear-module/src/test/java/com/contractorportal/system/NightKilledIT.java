package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server dies in the middle of a night, as by a power cut, and is started again. */
@Tag("any-database")
@ExtendWith(PortalExtension.class)
class NightKilledIT {

  private static final String PATH = "/api/platform/report-runs/";

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

  /** What the kills were is in the name of the assertion, should it ever fail. */
  @Test
  void killed_at_three_random_moments_a_night_makes_the_files_of_an_undisturbed_one(
      PortalSystem portal) throws Exception {
    Instant asOf = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    UUID calm = customers.startNight(asOf);
    customers.await(PATH + calm, NightKilledIT::isCompleted);
    SortedMap<String, String> expected = customers.files(calm);
    List<Integer> moments =
        new SecureRandom().ints(3, 1, ManyCustomers.CUSTOMERS - 20).sorted().boxed().toList();

    UUID night = customers.startNight(asOf);
    for (int moment : moments) {
      JsonObject counts =
          customers
              .await(
                  PATH + night, seen -> seen.getJsonObject("counts").getInt("completed") >= moment)
              .getJsonObject("counts");
      portal.server().kill();
      assertThat(counts.getInt("pending")).as("killed at %s", moments).isPositive();
      portal.server().start();
    }
    customers.await(PATH + night, NightKilledIT::isCompleted);

    assertThat(customers.files(night)).as("killed at %s", moments).isEqualTo(expected);
    String executions =
        " FROM execution_log WHERE reference = '" + night + "' AND kind = 'REPORT_ON_DEMAND'";
    assertThat(
            count(
                portal,
                "SELECT COUNT(*) FROM (SELECT customer_id, SUM(status <> 'INTERRUPTED') AS ended"
                    + executions
                    + " GROUP BY customer_id HAVING ended = 1) told"))
        .as("the execution logs tell of each customer that one attempt was not interrupted")
        .isEqualTo(ManyCustomers.CUSTOMERS);
    assertThat(count(portal, "SELECT COUNT(*)" + executions + " AND status = 'INTERRUPTED'"))
        .as("and of the attempts that ended with the server")
        .isBetween(
            1L,
            count(
                portal,
                "SELECT SUM(attempts - 1) FROM report_result WHERE night_id = UNHEX('%s')"
                    .formatted(ManyCustomers.hex(night))));
  }

  private static boolean isCompleted(JsonObject night) {
    return night.getString("status").equals("COMPLETED");
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
