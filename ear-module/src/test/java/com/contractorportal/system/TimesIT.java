package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Times in the database are UTC, whatever time zone the server lives in. */
@ExtendWith(PortalExtension.class)
class TimesIT {

  private static final String MANAGER = "manager@connecticut.example";

  @Test
  void times_are_stored_in_utc(PortalSystem portal) throws SQLException {
    // Half past two does not exist on this day where the server lives.
    String start = "2026-09-27T02:30:00";
    PortalClient office = portal.login(MANAGER);
    Answer created =
        office.post(
            "/api/winter-events",
            "{\"name\":\"Spring forward\",\"kind\":\"ICE\",\"startsAt\":\"" + start + "Z\"}");

    try (Connection connection = portal.database();
        Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "SELECT starts_at FROM winter_event WHERE name = 'Spring forward'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getObject(1, LocalDateTime.class)).isEqualTo(start);
    }
    Answer read = office.get(created.location());
    assertThat(read.json().getString("startsAt")).isEqualTo(start + "Z");
    office.delete(created.location(), read.etag());
  }

  @Test
  void what_others_stored_in_utc_is_read_as_such(PortalSystem portal) {
    String created =
        portal
            .login(MANAGER)
            .get("/api/properties?sort=createdAt&limit=1")
            .items()
            .get(0)
            .getString("createdAt");

    assertThat(Instant.parse(created)).isBefore(Instant.now());
  }
}
