package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalExtension.class)
class HealthIT {

  @Test
  void the_portal_is_ready_and_says_so_of_each_part(PortalSystem portal) {
    Answer answer = portal.stranger().get("/health/ready");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getString("status")).isEqualTo("UP");
    assertThat(detail(answer, "database")).isEqualTo("The database answers.");
    assertThat(detail(answer, "schema")).isEqualTo("The database has the schema of this release.");
    assertThat(detail(answer, "store")).isEqualTo("Files can be written to the store.");
    assertThat(detail(answer, "keys")).isEqualTo("The signing keys can be read.");
  }

  @Test
  void lost_keys_are_noticed_though_they_are_in_memory(PortalSystem portal) throws Exception {
    Path key = portal.server().keys().resolve("signing.jwk");
    Path away = key.resolveSibling("away");
    Files.move(key, away);
    try {
      becomesUnready(portal, "keys", "The signing keys cannot be read.");
    } finally {
      Files.move(away, key);
    }
    becomesReady(portal);
  }

  @Test
  void a_store_that_takes_no_files_is_noticed(PortalSystem portal) throws Exception {
    Path store = portal.server().store();
    Path away = store.resolveSibling("store-away");
    Files.move(store, away);
    try {
      becomesUnready(portal, "store", "Files cannot be written to the store.");
    } finally {
      Files.move(away, store);
    }
    becomesReady(portal);
    try (var left = Files.newDirectoryStream(store, ".ready*")) {
      assertThat(left).as("files left by probes").isEmpty();
    }
  }

  @Test
  void a_schema_that_lacks_a_change_is_noticed(PortalSystem portal) throws Exception {
    try (Connection owner = portal.database();
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(
          "UPDATE DATABASECHANGELOG SET ID = CONCAT('away-', ID) WHERE ORDEREXECUTED = 1");
      try {
        becomesUnready(
            portal, "schema", "The database cannot be asked, or lacks changes of this release.");
      } finally {
        statement.executeUpdate(
            "UPDATE DATABASECHANGELOG SET ID = SUBSTRING(ID, 6) WHERE ID LIKE 'away-%'");
      }
    }
    becomesReady(portal);
  }

  @Test
  void whether_nights_succeed_has_an_address_of_its_own(PortalSystem portal) {
    Answer nights = portal.stranger().get("/health/nightly-reports");

    assertThat(nights.status()).isEqualTo(200);
    JsonObject check = nights.json().getJsonArray("checks").getJsonObject(0);
    assertThat(check.getString("name")).isEqualTo("nightly-reports");
    assertThat(check.getJsonObject("data").getString("detail"))
        .isEqualTo("Nights are switched off.");
    assertThat(portal.stranger().get("/health/ready").body()).doesNotContain("nightly-reports");
  }

  @Test
  void the_server_does_not_say_what_it_is(PortalSystem portal) {
    Answer answer = portal.stranger().get("/health/ready");

    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
  }

  /** Looks are up to a second old. */
  private static void becomesUnready(PortalSystem portal, String part, String detail) {
    Soon.see(
        "readiness without " + part, () -> portal.stranger().get("/health/ready").status() == 503);
    Answer answer = portal.stranger().get("/health/ready");
    assertThat(detail(answer, part)).isEqualTo(detail);
    assertThat(answer.body())
        .doesNotContain("Exception", portal.server().store().getParent().toString());
    assertThat(portal.stranger().get("/health/live").status()).isEqualTo(200);
  }

  private static void becomesReady(PortalSystem portal) {
    Soon.see("readiness", () -> portal.stranger().get("/health/ready").status() == 200);
  }

  private static String detail(Answer answer, String part) {
    return answer.json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
        .filter(check -> check.getString("name").equals(part))
        .map(check -> check.getJsonObject("data").getString("detail"))
        .findFirst()
        .orElseThrow();
  }
}
