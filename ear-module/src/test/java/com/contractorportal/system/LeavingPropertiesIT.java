package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A property that leaves while somebody adds it somewhere is nowhere afterwards. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeavingPropertiesIT {

  /** The ways in which properties come to be somewhere. */
  enum Adding {
    NEW_ROUTE("route_stop") {
      @Override
      Answer ask(Storm storm, String property) {
        return storm.manager.post("/api/routes", holding("stops", property));
      }
    },
    STOPS_OF_A_ROUTE("route_stop") {
      @Override
      Answer ask(Storm storm, String property) {
        String route = "/api/routes/" + storm.route("R" + UUID.randomUUID(), null);
        return storm.manager.put(
            route + "/stops",
            "{\"stops\":[\"" + property + "\"]}",
            storm.manager.get(route).etag());
      }
    },
    NEW_LIST("property_list_entry") {
      @Override
      Answer ask(Storm storm, String property) {
        return storm.manager.post("/api/property-lists", holding("properties", property));
      }
    },
    CONTRACTOR("property_contractor") {
      @Override
      Answer ask(Storm storm, String property) {
        return storm.manager.post(
            "/api/properties/" + property + "/contractors",
            "{\"memberId\":\"" + storm.crewMember + "\"}");
      }
    };

    private final String table;

    Adding(String table) {
      this.table = table;
    }

    abstract Answer ask(Storm storm, String property);

    private static String holding(String what, String property) {
      return "{\"name\":\"%s\",\"%s\":[\"%s\"]}".formatted(UUID.randomUUID(), what, property);
    }
  }

  private PortalSystem portal;
  private Storm storm;

  @BeforeAll
  void a_company(PortalSystem running) {
    portal = running;
    storm = Storm.in(portal);
  }

  /** Archiving has read everything by the time that the other asks, and has not ended. */
  @ParameterizedTest
  @EnumSource
  void a_property_that_is_being_archived_is_added_nowhere(Adding adding) throws Exception {
    String property = storm.property("Leaving");
    CompletableFuture<Answer> added;
    try (Connection archiving = hold(property)) {
      added = CompletableFuture.supplyAsync(() -> adding.ask(storm, property));
      Soon.see("somebody waits for the property", portal::somebodyWaits);
      write(archiving, "UPDATE property SET status = 'ARCHIVED' WHERE " + row(property));
      archiving.commit();
    }

    assertThat(added.get().status()).as(added.get().toString()).isIn(400, 409);
    assertThat(places(adding, property)).isZero();
  }

  /** Adding has looked at the property by the time that the other archives, and has not ended. */
  @Test
  void what_is_being_added_is_seen_by_who_archives() throws Exception {
    String property = storm.property("Leaving");
    String path = "/api/properties/" + property;
    String route = storm.route("R" + UUID.randomUUID(), null);
    String etag = storm.manager.get(path).etag();
    CompletableFuture<Answer> archived;
    try (Connection adding = hold(property)) {
      write(
          adding,
          "INSERT INTO route_stop (customer_id, id, route_id, property_id, position) SELECT"
              + " customer_id, UNHEX(REPLACE(UUID(), '-', '')), id, "
              + binary(property)
              + ", 0 FROM route WHERE "
              + row(route));
      archived =
          CompletableFuture.supplyAsync(
              () ->
                  storm.manager.put(
                      path,
                      "{\"name\":\"Leaving\",\"street\":\"1 Main St\",\"kind\":\"COMMERCIAL\","
                          + "\"status\":\"ARCHIVED\"}",
                      etag));
      Soon.see("somebody waits for the property", portal::somebodyWaits);
      adding.commit();
    }

    assertThat(archived.get().status()).as(archived.get().toString()).isEqualTo(200);
    assertThat(places(Adding.NEW_ROUTE, property)).isZero();
    assertThat(storm.manager.get("/api/routes/" + route).json().getJsonArray("stops")).isEmpty();
  }

  /** A log has been written by the time that the other deletes, and is not committed. */
  @Test
  void where_somebody_begins_to_work_is_archived_by_who_deletes() throws Exception {
    String property = storm.property("Leaving");
    String path = "/api/properties/" + property;
    String event = Storm.id(storm.activeEvent(Duration.ofHours(1)));
    String etag = storm.manager.get(path).etag();
    CompletableFuture<Answer> deleted;
    try (Connection working = hold(property)) {
      write(
          working,
          "INSERT INTO winter_ops_log (customer_id, id, event_id, property_id, member_id, work,"
              + " status, started_at, captured_at, received_at, late, created_at, updated_at)"
              + " SELECT customer_id, UNHEX(REPLACE(UUID(), '-', '')), id, "
              + binary(property)
              + ", "
              + binary(storm.crewMember)
              + ", 'PLOW', 'OPEN', activated_at, activated_at, activated_at, FALSE, activated_at,"
              + " activated_at FROM winter_event WHERE "
              + row(event));
      deleted = CompletableFuture.supplyAsync(() -> storm.manager.delete(path, etag));
      Soon.see("somebody waits for the property", portal::somebodyWaits);
      working.commit();
    }

    assertThat(deleted.get().status()).as(deleted.get().toString()).isEqualTo(200);
    assertThat(storm.manager.get(path).json().getString("status")).isEqualTo("ARCHIVED");
  }

  /** A transaction that holds the property. */
  private Connection hold(String property) throws SQLException {
    Connection holder = portal.database();
    holder.setAutoCommit(false);
    try (PreparedStatement lock =
            holder.prepareStatement(
                "SELECT id FROM property WHERE " + row(property) + " FOR UPDATE");
        ResultSet row = lock.executeQuery()) {
      assertThat(row.next()).isTrue();
    }
    return holder;
  }

  private long places(Adding adding, String property) {
    return storm.number(
        "SELECT COUNT(*) FROM "
            + adding.table
            + " WHERE customer_id = ? AND property_id = "
            + binary(property));
  }

  private static void write(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      assertThat(statement.executeUpdate()).as(sql).isEqualTo(1);
    }
  }

  /** By the whole key: whoever looks for less locks more. */
  private String row(String id) {
    return "customer_id = '" + storm.customerId + "' AND id = " + binary(id);
  }

  private static String binary(String id) {
    return "UNHEX('" + id.replace("-", "") + "')";
  }
}
