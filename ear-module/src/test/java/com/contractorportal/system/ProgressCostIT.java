package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Measurements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long open screens wait that ask again and again how far a storm is. */
@Tag("endurance")
@ExtendWith(PortalExtension.class)
class ProgressCostIT {

  private static final int LOGS = 10_000;
  private static final int PROPERTIES = 500;
  private static final int CALLS = 50;

  @Test
  void progress_of_ten_thousand_logs_over_http(PortalSystem portal) throws SQLException {
    Storm storm = Storm.in(portal);
    String event = storm.activeEvent(Duration.ofHours(12));
    work(portal, event.substring(event.lastIndexOf('/') + 1), storm.crewMember);
    String progress = event + "/progress";
    assertThat(storm.manager.get(progress).json().getJsonObject("logs").getInt("completed"))
        .isEqualTo(LOGS);

    List<Long> counting = new ArrayList<>();
    List<Long> trivial = new ArrayList<>();
    for (int call = 0; call < 2 * CALLS; call++) {
      long ask = timed(storm.manager, progress);
      long other = timed(storm.manager, "/api/settings");
      if (call >= CALLS) { // The first ones warm up.
        counting.add(ask);
        trivial.add(other);
      }
    }

    Measurements.write(
        "Progress of an event with 10,000 logs, over HTTP",
        "median of %d calls %.1f ms; of the caller's settings %.1f ms; %.1f times as long"
            .formatted(
                CALLS,
                median(counting) / 1e6,
                median(trivial) / 1e6,
                (double) median(counting) / median(trivial)));
  }

  private static long timed(PortalClient client, String path) {
    long start = System.nanoTime();
    Answer answer = client.get(path);
    long time = System.nanoTime() - start;
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return time;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  /** Properties of the event's company, and work there that is done. */
  private static void work(PortalSystem portal, String event, String member) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement property =
            connection.prepareStatement(
                "INSERT INTO property (customer_id, id, name, street, kind, status, created_at,"
                    + " updated_at) SELECT customer_id, UNHEX(REPLACE(?, '-', '')), 'Site',"
                    + " '1 Main St', 'OTHER', 'ACTIVE', created_at, created_at"
                    + " FROM winter_event WHERE id = UNHEX(REPLACE(?, '-', ''))");
        PreparedStatement log =
            connection.prepareStatement(
                "INSERT INTO winter_ops_log (customer_id, id, event_id, property_id, member_id,"
                    + " work, status, started_at, ended_at, captured_at, received_at, late,"
                    + " created_at, updated_at) SELECT customer_id, UNHEX(REPLACE(?, '-', '')), id,"
                    + " UNHEX(REPLACE(?, '-', '')), UNHEX(REPLACE(?, '-', '')), 'PLOW',"
                    + " 'COMPLETED', activated_at, activated_at + INTERVAL 10 MINUTE, activated_at,"
                    + " activated_at, FALSE, activated_at, activated_at"
                    + " FROM winter_event WHERE id = UNHEX(REPLACE(?, '-', ''))")) {
      List<String> properties = new ArrayList<>();
      for (int i = 0; i < PROPERTIES; i++) {
        properties.add(UUID.randomUUID().toString());
        set(property, properties.get(i), event);
      }
      property.executeBatch();
      for (int i = 0; i < LOGS; i++) {
        set(log, UUID.randomUUID().toString(), properties.get(i % PROPERTIES), member, event);
      }
      log.executeBatch();
    }
  }

  private static void set(PreparedStatement statement, String... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i]);
    }
    statement.addBatch();
  }
}
