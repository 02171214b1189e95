package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Support and programs come to a company: who lets them in, who sees them, what ends it. */
@ExtendWith(PortalExtension.class)
class GuestsIT {

  private static final String PROPERTY =
      "{\"name\":\"Depot\",\"street\":\"1 Main St\",\"kind\":\"COMMERCIAL\"}";

  private PortalSystem portal;
  private NewCompany company;
  private PortalClient admin;
  private PortalClient operator;

  @BeforeEach
  void a_company_and_an_operator(PortalSystem running) {
    portal = running;
    company = NewCompany.in(portal);
    admin = portal.login(company.hire(portal, "ADMIN"));
    operator = portal.login("root@portal.example");
  }

  @Test
  void support_acts_in_its_own_name_and_the_company_reads_who_was_in_when_and_why()
      throws Exception {
    Guests.Support support = Guests.support(operator, company.customerId(), true);

    JWTClaimsSet claims = SignedJWT.parse(support.client().token()).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo(support.id());
    assertThat(claims.getJSONObjectClaim("act"))
        .isEqualTo(
            Map.of(
                "sub", BadTokens.claim(operator.token(), "sub"), "email", "root@portal.example"));
    assertThat(claims.getStringListClaim("groups")).containsExactly("MANAGER");
    assertThat(claims.getExpirationTime().toInstant())
        .isBefore(Instant.now().plusSeconds(3600 + 5));

    String property = support.client().post("/api/properties", PROPERTY).createdId();

    JsonObject entry = admin.get("/api/audit?entity=property&entityId=" + property).items().get(0);
    assertThat(entry.getString("actorName")).isEqualTo("root@portal.example");
    assertThat(entry.containsKey("actorId")).as("an account of ours").isFalse();
    assertThat(entry.getString("onBehalfOf")).isEqualTo(support.id());
    assertThat(admin.get("/api/audit?entity=support-access").items())
        .extracting(start -> start.getString("action"), start -> start.getString("actorName"))
        .containsExactly(tuple("create", "root@portal.example"));
    JsonObject seen = admin.get("/api/support-access").items().get(0);
    assertThat(seen.getString("id")).isEqualTo(support.id());
    assertThat(seen.getString("operator")).isEqualTo("root@portal.example");
    assertThat(seen.getString("reason")).isEqualTo("A test looks into it");
    assertThat(seen.getBoolean("write")).isTrue();
    assertThat(Instant.parse(seen.getString("expiresAt")))
        .isEqualTo(Instant.parse(seen.getString("startedAt")).plusSeconds(3600));
    assertThat(
            support.client().get("/api/auth/me").json().getJsonObject("customer").getString("role"))
        .isEqualTo("MANAGER");
  }

  @Test
  void support_says_why_and_stays_an_hour_at_most() {
    for (String request :
        List.of(
            "{\"minutes\":10}",
            "{\"reason\":\" \",\"minutes\":10}",
            "{\"reason\":\"Why not\"}",
            "{\"reason\":\"Why not\",\"minutes\":0}",
            "{\"reason\":\"Why not\",\"minutes\":61}")) {
      Answer answer = operator.post(door(), request);

      assertThat(answer.status()).as(request + answer).isEqualTo(400);
    }
    assertThat(admin.get("/api/support-access").items()).isEmpty();
  }

  @Test
  void a_company_that_wants_no_support_ends_what_goes_on_and_it_never_comes_back() {
    Guests.Support support = Guests.support(operator, company.customerId(), false);
    assertThat(support.client().get("/api/properties").status()).isEqualTo(200);

    Answer off = allow(false);

    assertThat(off.status()).as(off.toString()).isEqualTo(200);
    assertThat(support.client().get("/api/properties").status()).isEqualTo(401);
    Answer refused = Guests.ask(operator, company.customerId(), 10, false);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/support-is-refused");
    assertThat(allow(true).status()).isEqualTo(200);
    assertThat(support.client().get("/api/properties").status()).isEqualTo(401);
    assertThat(
            Guests.support(operator, company.customerId(), false)
                .client()
                .get("/api/properties")
                .status())
        .isEqualTo(200);
  }

  @Test
  void either_side_ends_a_support_access_and_signing_out_does() {
    Guests.Support one = Guests.support(operator, company.customerId(), false);
    Guests.Support two = Guests.support(operator, company.customerId(), false);
    PortalClient another = portal.login("root@portal.example");
    Guests.Support three = Guests.support(another, company.customerId(), false);

    assertThat(operator.send("DELETE", door() + "/" + one.id(), null, "").status()).isEqualTo(204);
    assertThat(admin.send("DELETE", "/api/support-access/" + two.id(), null, "").status())
        .isEqualTo(204);
    assertThat(another.post("/api/auth/logout").status()).isEqualTo(204);

    for (Guests.Support ended : List.of(one, two, three)) {
      assertThat(ended.client().get("/api/properties").status()).isEqualTo(401);
    }
    assertThat(admin.get("/api/audit?entity=support-access&action=end").items())
        .extracting(entry -> entry.getString("entityId"))
        .containsExactlyInAnyOrder(one.id(), two.id());
  }

  @Test
  void an_open_stream_ends_with_the_support_access() {
    Guests.Support support = Guests.support(operator, company.customerId(), false);
    try (EventStream stream = support.client().follow(Optional.empty())) {
      stream.awaitOpen();

      admin.send("DELETE", "/api/support-access/" + support.id(), null, "");

      stream.awaitEnd();
    }
  }

  @Test
  void nobody_enters_a_suspended_company() {
    Answer customer = operator.get("/api/platform/customers/" + company.customerId());
    Answer suspended =
        operator.post(
            "/api/platform/customers/" + company.customerId() + "/suspend",
            "{\"reason\":\"Unpaid\"}",
            "If-Match",
            customer.etag());
    assertThat(suspended.status()).as(suspended.toString()).isEqualTo(200);

    Answer refused = Guests.ask(operator, company.customerId(), 10, false);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/customer-is-not-open");
    assertThat(Guests.ask(operator, "ABCDEFGHJ", 10, false).status()).isEqualTo(404);
  }

  @Test
  void a_secret_is_shown_once_and_kept_as_its_hash() throws Exception {
    Guests.Key key = Guests.key(admin, List.of("properties:read"));

    assertThat(key.secret()).hasSize(43);
    Answer list = admin.get("/api/api-keys");
    assertThat(list.items().get(0).getString("id")).isEqualTo(key.id());
    assertThat(list.body()).doesNotContain(key.secret());
    assertThat(admin.get("/api/audit?entity=api-key").body())
        .contains(key.id())
        .doesNotContain(key.secret());
    try (Connection connection = portal.database();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT secret_hash = UNHEX(SHA2(?, 256)) FROM api_key"
                    + " WHERE id = UNHEX(REPLACE(?, '-', ''))")) {
      query.setString(1, key.secret());
      query.setString(2, key.id());
      try (ResultSet row = query.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getBoolean(1)).isTrue();
      }
    }
  }

  @Test
  void a_program_works_within_its_scopes_in_its_own_name() {
    Guests.Key key = Guests.key(admin, List.of("properties:read", "properties:write"));
    assertThat(admin.get("/api/api-keys").items().get(0)).doesNotContainKey("lastUsedAt");
    PortalClient program = key.client(portal.stranger());

    String property =
        program.post("/api/properties", PROPERTY, "Idempotency-Key", "once").createdId();
    assertThat(program.post("/api/properties", PROPERTY, "Idempotency-Key", "once").createdId())
        .isEqualTo(property);

    JsonObject entry = admin.get("/api/audit?entity=property&entityId=" + property).items().get(0);
    assertThat(entry.getString("actorName")).isEqualTo("API key Test");
    assertThat(entry.containsKey("actorId")).as("a member").isFalse();
    assertThat(Instant.parse(admin.get("/api/api-keys").items().get(0).getString("lastUsedAt")))
        .isAfter(Instant.now().minusSeconds(60));
    Answer elsewhere = program.get("/api/routes");
    assertThat(elsewhere.status()).isEqualTo(403);
    assertThat(elsewhere.json().getString("detail")).contains("routes:read");
    PortalClient reader = key.client(portal.stranger(), List.of("properties:read"));
    assertThat(reader.get("/api/properties/" + property).status()).isEqualTo(200);
    assertThat(reader.post("/api/properties", PROPERTY).status()).isEqualTo(403);

    assertThat(admin.send("DELETE", "/api/api-keys/" + key.id(), null, "").status()).isEqualTo(204);
    assertThat(program.get("/api/properties").status()).isEqualTo(401);
    assertThat(key.exchange(portal.stranger(), "").json().getString("error"))
        .isEqualTo("invalid_client");
  }

  @Test
  void the_token_endpoint_speaks_oauth() {
    Guests.Key key = Guests.key(admin, List.of("properties:read"));
    PortalClient stranger = portal.stranger();

    Answer good = key.exchange(stranger, "");
    assertThat(good.status()).isEqualTo(200);
    assertThat(good.json().getString("token_type")).isEqualTo("Bearer");
    assertThat(good.json().getInt("expires_in")).isEqualTo(600);
    assertThat(good.json().getString("scope")).isEqualTo("properties:read");
    assertThat(good.header("Cache-Control")).contains("no-store");

    assertThat(basic(stranger, key.id(), key.secret()).status()).isEqualTo(200);
    Answer wrong = basic(stranger, key.id(), "A".repeat(43));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("WWW-Authenticate").orElse("")).startsWith("Basic");
    Answer unknown = basic(stranger, UUID.randomUUID().toString(), key.secret());
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    refused(key.exchange(stranger, "&scope=properties:write"), 400, "invalid_scope");
    refused(key.exchange(stranger, "&scope=everything"), 400, "invalid_scope");
    refused(form(stranger, "grant_type=password"), 400, "unsupported_grant_type");
    refused(form(stranger, "grant_type=client_credentials"), 401, "invalid_client");
  }

  @Test
  void a_key_names_scopes_that_there_are_and_ends() {
    for (String draft :
        List.of(
            "{\"name\":\"A\",\"scopes\":[\"members:read\"],\"expiresAt\":\"%s\"}"
                .formatted(Instant.now().plusSeconds(3600)),
            "{\"name\":\"A\",\"scopes\":[],\"expiresAt\":\"%s\"}"
                .formatted(Instant.now().plusSeconds(3600)),
            "{\"name\":\"A\",\"scopes\":[\"properties:read\"]}",
            "{\"name\":\"A\",\"scopes\":[\"properties:read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}",
            "{\"name\":\"A\",\"scopes\":[\"properties:read\"],\"expiresAt\":\"2099-01-01T00:00:00Z\"}")) {
      assertThat(admin.post("/api/api-keys", draft).status()).as(draft).isEqualTo(400);
    }
  }

  private String door() {
    return "/api/platform/customers/" + company.customerId() + "/support-access";
  }

  private Answer allow(boolean allowed) {
    return admin.put(
        "/api/support-setting",
        "{\"allowed\":" + allowed + "}",
        admin.get("/api/support-setting").etag());
  }

  private static void refused(Answer answer, int status, String error) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.json().getString("error")).isEqualTo(error);
  }

  private static Answer form(PortalClient client, String form, String... headers) {
    return client.send(
        "POST", "/api/oauth/token", "application/x-www-form-urlencoded", form, headers);
  }

  private static Answer basic(PortalClient client, String id, String secret) {
    return form(
        client,
        "grant_type=client_credentials",
        "Authorization",
        "Basic "
            + Base64.getEncoder()
                .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)));
  }
}
