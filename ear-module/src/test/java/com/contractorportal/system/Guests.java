package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Those who come to a customer without being its members: support, and programs with a key. */
final class Guests {

  static final List<String> SCOPES =
      List.of(
          "properties:read",
          "properties:write",
          "routes:read",
          "routes:write",
          "events:read",
          "events:write",
          "work:read",
          "work:write",
          "rates:read",
          "rates:write",
          "weather:read",
          "weather:write",
          "reports:read");

  private Guests() {}

  /**
   * A support access.
   *
   * @param id of the access
   * @param client who sends its token
   */
  record Support(String id, PortalClient client) {}

  /** The operator enters a customer for an hour. */
  static Support support(PortalClient operator, String customerId, boolean write) {
    Answer answer = ask(operator, customerId, 60, write);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return new Support(
        answer.json().getJsonObject("access").getString("id"),
        operator.withToken(answer.json().getString("accessToken")));
  }

  /** As {@link #support}, whatever comes of it. */
  static Answer ask(PortalClient operator, String customerId, int minutes, boolean write) {
    return operator.post(
        "/api/platform/customers/" + customerId + "/support-access",
        Json.createObjectBuilder()
            .add("reason", "A test looks into it")
            .add("minutes", minutes)
            .add("write", write)
            .build()
            .toString());
  }

  /** A key as it was made, with its secret. */
  record Key(String id, String secret) {

    /** A program with a token for all of the key's scopes. */
    PortalClient client(PortalClient anybody) {
      return client(anybody, List.of());
    }

    /** A program with a token for these scopes only. */
    PortalClient client(PortalClient anybody, List<String> scopes) {
      Answer answer =
          exchange(anybody, scopes.isEmpty() ? "" : "&scope=" + String.join("+", scopes));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      return anybody.withToken(answer.json().getString("access_token"));
    }

    /** Asks for a token, with more in the form. */
    Answer exchange(PortalClient anybody, String more) {
      return anybody.send(
          "POST",
          "/api/oauth/token",
          "application/x-www-form-urlencoded",
          "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret + more);
    }
  }

  /** The administrator makes a key with these scopes. */
  static Key key(PortalClient admin, List<String> scopes) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    scopes.forEach(all::add);
    Answer answer =
        admin.post(
            "/api/api-keys",
            Json.createObjectBuilder()
                .add("name", "Test")
                .add("scopes", all)
                .add("expiresAt", Instant.now().plus(Duration.ofDays(1)).toString())
                .build()
                .toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    JsonObject made = answer.json();
    return new Key(made.getString("clientId"), made.getString("clientSecret"));
  }
}
