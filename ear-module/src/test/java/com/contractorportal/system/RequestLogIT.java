package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalExtension.class)
class RequestLogIT {

  private static final String REQUESTS = "com.contractorportal.requests";

  private PortalSystem portal;
  private int linesBefore;

  @BeforeEach
  void what_was_logged_so_far(PortalSystem running) throws IOException {
    portal = running;
    linesBefore = Files.readAllLines(portal.server().log()).size();
  }

  @Test
  void every_request_is_one_line_with_its_id_operation_customer_and_time() throws IOException {
    PortalClient manager = portal.login("manager@vermont.example");
    String account = manager.signIn().getJsonObject("account").getString("id");

    Answer answer = manager.get("/api/properties/" + UUID.randomUUID());

    JsonObject line = lineOf(answer);
    assertThat(line.getString("method")).isEqualTo("GET");
    assertThat(line.getString("operation")).isEqualTo("GET /api/properties/{id}");
    assertThat(line.getString("status")).isEqualTo("404");
    assertThat(Long.parseLong(line.getString("durationMs"))).isNotNegative();
    assertThat(line.getString("customerId")).isEqualTo(manager.customerId());
    assertThat(line.getString("accountId")).isEqualTo(account);
    assertThat(lines().stream().filter(each -> each.contains(idOf(answer)))).hasSize(1);
  }

  @Test
  void requests_that_reach_no_operation_are_lines_too() throws IOException {
    Answer badToken = portal.stranger().withToken("a.b.c").get("/api/properties");
    Answer nowhere = portal.stranger().get("/api/nowhere/at-all");
    Answer page = portal.stranger().get("/c/ABCDEFGHJ/properties");

    assertThat(badToken.status()).isEqualTo(401);
    assertThat(lineOf(badToken).getString("status")).isEqualTo("401");
    assertThat(lineOf(badToken).getString("operation")).isEqualTo("GET turned away");
    assertThat(lineOf(nowhere).getString("operation")).isEqualTo("GET /api/*");
    assertThat(lineOf(page).getString("operation")).isEqualTo("GET /c/*");
  }

  @Test
  void a_failing_request_has_the_same_id_in_its_answer_its_line_and_its_stack_trace()
      throws IOException, SQLException {
    PortalClient manager = portal.login("manager@vermont.example");
    Answer failed;
    try (Connection owner = portal.database();
        Statement statement = owner.createStatement()) {
      statement.execute("RENAME TABLE winter_event TO winter_event_away");
      try {
        failed = manager.get("/api/winter-events?q=Zephyr%20Drive%204");
      } finally {
        statement.execute("RENAME TABLE winter_event_away TO winter_event");
      }
    }

    assertThat(failed.status()).isEqualTo(500);
    String id = failed.json().getString("requestId");
    assertThat(id).isEqualTo(idOf(failed));
    assertThat(lineOf(failed).getString("status")).isEqualTo("500");
    JsonObject trace =
        lines().stream()
            .map(RequestLogIT::parsed)
            .flatMap(Optional::stream)
            .filter(line -> line.getString("requestId", "").equals(id))
            .filter(line -> line.containsKey("Throwable"))
            .findFirst()
            .orElseThrow();
    assertThat(trace.getJsonObject("Throwable").getString("StackTrace"))
        .contains("WinterEventService");
    assertThat(String.join("\n", lines())).doesNotContain("Zephyr");
  }

  @Test
  void no_line_holds_a_secret_or_anybodys_data() throws IOException {
    String manager = "manager@vermont.example";
    PortalClient client = portal.login(manager);
    String token = client.token();
    String cookie = client.refreshCookie().orElseThrow();

    login(manager, "wrong-Quagmire-1");
    login("Quagmire-2@vermont.example", PortalSystem.PASSWORD);
    login("Quagmire-3\r\nis my password", "Quagmire-4");
    client.post("/api/auth/refresh", "{}");
    portal.stranger().withToken(token + "x").get("/api/properties");
    client.post(
        "/api/auth/password",
        "{\"currentPassword\":\"Quagmire-5\",\"newPassword\":\"Quagmire-6-long\"}");
    Answer created =
        client.post(
            "/api/properties",
            "{\"name\":\"Quagmire House\",\"street\":\"7 Quagmire Road\",\"kind\":\"RESIDENTIAL\","
                + "\"siteNotes\":\"Quagmire key under the mat\"}");
    assertThat(created.status()).isEqualTo(201);
    client.get("/api/properties?q=Quagmire");
    client.get("/api/properties?q=Quagmire&sort=Quagmire&limit=Quagmire");
    client.post("/api/properties", "{\"name\":{\"Quagmire\":1}}");
    client.post("/api/properties", "{\"name\":\"Quagmire");
    client.send("GET", "/api/properties/Quagmire", null, "", "X-Quagmire", "Quagmire");
    client.get("/Quagmire/%0d%0aQuagmire?Quagmire");
    client.send("QUAGMIRE", "/api/properties", null, "");
    importing(client, "name,address\nQuagmire Mill,8 Quagmire Street\nQuagmire Hut,\n");
    importing(client, "Quagmire\n\u0000\u0001");
    client.delete(created.location(), created.etag());
    client.post("/api/auth/logout");
    Answer last = client.get("/api/auth/me");
    lineOf(last);

    assertThat(String.join("\n", lines()))
        .doesNotContainIgnoringCase("Quagmire")
        .doesNotContain(PortalSystem.PASSWORD, token, cookie, manager, "portal_refresh")
        .doesNotContain(token.substring(token.lastIndexOf('.')));
  }

  @Test
  void nobody_can_forge_a_line() throws IOException {
    String forged =
        "\r\n{\"LoggerName\":\"" + REQUESTS + "\",\"requestId\":\"forged-by-a-client\"}\r\n";
    String encoded = URLEncoder.encode(forged, StandardCharsets.UTF_8);
    PortalClient client = portal.login("manager@vermont.example");

    login(forged, forged);
    client.get("/api/properties?q=" + encoded + "&sort=" + encoded);
    client.get("/api/properties/" + encoded);
    client.get("/api/" + encoded);
    client.get("/" + encoded);
    client.post("/api/properties/imports?fileName=" + encoded, forged);
    Answer last = client.get("/api/auth/me");
    lineOf(last);

    assertThat(lines()).allSatisfy(line -> assertThat(parsed(line)).as(line).isPresent());
    assertThat(
            lines().stream()
                .map(line -> parsed(line).orElseThrow())
                .map(line -> line.getString("requestId", "")))
        .doesNotContain("forged-by-a-client");
  }

  private void login(String email, String password) {
    portal
        .stranger()
        .post(
            "/api/auth/login",
            Json.createObjectBuilder()
                .add("email", email)
                .add("password", password)
                .build()
                .toString());
  }

  private static void importing(PortalClient client, String csv) {
    Answer started =
        client.send("POST", "/api/properties/imports?fileName=Quagmire.csv", "text/csv", csv);
    if (started.status() == 202) {
      Soon.see(
          "the end of the import",
          () ->
              List.of("COMPLETED", "FAILED")
                  .contains(client.get(started.location()).json().getString("status")));
    }
  }

  /** A line may come a moment after the answer. */
  private JsonObject lineOf(Answer answer) {
    String id = idOf(answer);
    return Soon.find(
        "the line of request " + id,
        () ->
            lines().stream()
                .map(RequestLogIT::parsed)
                .flatMap(Optional::stream)
                .filter(line -> line.getString("LoggerName", "").equals(REQUESTS))
                .filter(line -> line.getString("requestId", "").equals(id))
                .findFirst());
  }

  private static String idOf(Answer answer) {
    return answer.header("X-Request-Id").orElseGet(() -> answer.json().getString("requestId"));
  }

  /** What was logged since this test began. */
  private List<String> lines() {
    try {
      return Files.readAllLines(portal.server().log()).stream().skip(linesBefore).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<JsonObject> parsed(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return Optional.of(reader.readObject());
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }
}
