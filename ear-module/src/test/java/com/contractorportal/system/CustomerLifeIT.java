package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A company becomes a customer, as the guide for operators says it, from the order to the first
 * report; and leaves.
 */
@ExtendWith(PortalExtension.class)
class CustomerLifeIT {

  private static final String CUSTOMERS = "/api/platform/customers";

  private final String company = "Life " + UUID.randomUUID();
  private final String address = UUID.randomUUID() + "@life.example";

  private PortalSystem portal;
  private PortalClient operator;

  @BeforeEach
  void an_operator(PortalSystem running) {
    portal = running;
    operator = portal.login("root@portal.example");
  }

  @Test
  void from_the_order_to_the_first_report() {
    Answer template =
        operator.post(
            "/api/platform/onboarding-templates",
            """
            {"name": "%s", "description": "For the north-east", "content": {
              "settings": {"units": "IMPERIAL", "locale": "en-US", "currency": "USD"},
              "equipmentRates": [{"equipment": "Plow truck", "hourlyRate": 95, "currency": "USD",
                "validFrom": "2025-11-01"}],
              "properties": [{"name": "Sample lot", "street": "1 Main St", "kind": "COMMERCIAL"}],
              "propertyLists": [{"name": "Walks", "properties": ["Sample lot"]}],
              "routes": [{"name": "Sample route", "stops": ["Sample lot"]}]}}
            """
                .formatted(company));
    assertThat(template.status()).as(template.toString()).isEqualTo(201);
    assertThat(operator.get(template.location()).etag()).isEqualTo(template.etag());

    Answer made = create(template.createdId());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    JsonObject customer = made.json().getJsonObject("customer");
    assertThat(customer.getString("status")).isEqualTo("TRIAL");
    assertThat(customer.getString("units")).isEqualTo("IMPERIAL");
    assertThat(made.json().getJsonObject("admin").getJsonObject("invitation").keySet())
        .as("the letter has the link")
        .containsExactly("expiresAt");
    assertThat(operator.get(made.location()).json()).isEqualTo(customer);

    PortalClient admin = join();
    assertThat(admin.customerId()).isEqualTo(made.createdId());
    assertThat(admin.get("/api/equipment-rates").items()).hasSize(1);
    assertThat(admin.get("/api/property-lists").items()).hasSize(1);
    assertThat(admin.get("/api/routes").items().get(0).getInt("stopCount")).isEqualTo(1);
    assertThat(
            admin
                .post(
                    "/api/members",
                    "{\"email\":\"m.%s\",\"displayName\":\"Max\",\"role\":\"MANAGER\"}"
                        .formatted(address))
                .status())
        .isEqualTo(201);

    Answer night =
        operator.post("/api/platform/report-runs", "{\"customerId\":\"" + made.createdId() + "\"}");
    assertThat(night.status()).as(night.toString()).isEqualTo(202);
    JsonObject run =
        Soon.find(
            "the first report", () -> admin.get("/api/report-runs").items().stream().findFirst());
    Soon.find(
        "the end of the night",
        () ->
            Optional.of(operator.get(night.location()).json())
                .filter(seen -> seen.getString("status").equals("COMPLETED")));
    JsonObject done = admin.get("/api/report-runs/" + run.getString("id")).json();
    assertThat(done.getString("status")).isEqualTo("COMPLETED");
    String file = done.getJsonArray("files").getJsonObject(0).getString("name");
    Answer report = admin.get("/api/report-runs/" + run.getString("id") + "/files/" + file);
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.body()).isNotBlank();
  }

  @Test
  void suspension_and_closing_keep_everybody_out_and_the_data() {
    Answer made = create(null);
    PortalClient admin = join();
    String customer = made.location();
    assertThat(change(customer, "activate", "").status()).isEqualTo(200);
    assertThat(admin.get("/api/customer").status()).isEqualTo(200);
    Answer property =
        admin.post("/api/properties", "{\"name\":\"Depot\",\"street\":\"1 Main St\"}");
    assertThat(property.status()).isEqualTo(201);

    Answer unexplained = change(customer, "suspend", "{\"reason\":\" \"}");
    assertThat(unexplained.status()).isEqualTo(400);
    assertThat(admin.get("/api/customer").status()).isEqualTo(200);
    Answer suspended = change(customer, "suspend", why("The invoice is not paid."));
    assertThat(suspended.status()).as(suspended.toString()).isEqualTo(200);
    assertRefused(admin);

    Answer closed = change(customer, "close", why("They left."));
    assertThat(closed.json().getString("status")).isEqualTo("CLOSED");
    assertRefused(admin);
    assertThat(portal.stranger().post("/api/auth/login", credentials()).status()).isNotEqualTo(200);
    Answer refused = change(customer, "activate", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/customer-is-closed");

    assertThat(change(customer, "reopen", "").json().getString("status")).isEqualTo("ACTIVE");
    assertThat(admin.get(property.location()).status()).isEqualTo(200);
    assertThat(admin.get("/api/audit?entity=customer&action=suspend").body())
        .contains("The invoice is not paid.")
        .contains("root@portal.example");
  }

  @Test
  void terms_change_for_who_saw_the_present_ones() {
    Answer made = create(null);
    String terms =
        """
        {"name": "%s", "plan": "STARTER", "currency": "CAD", "units": "METRIC",
         "locale": "fr-CA", "timeZone": "America/Toronto", "contactEmail": "a@b.example"}
        """
            .formatted(company);

    Answer changed = operator.put(made.location(), terms, made.etag());

    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().getString("plan")).isEqualTo("STARTER");
    assertThat(operator.put(made.location(), terms, made.etag()).status()).isEqualTo(412);
    Answer unknown =
        operator.put(made.location(), terms.replace("STARTER", "PLATINUM"), changed.etag());
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("plan");
  }

  private Answer create(String template) {
    var order =
        Json.createObjectBuilder()
            .add("name", company)
            .add("timeZone", "America/New_York")
            .add("locale", "en-US")
            .add("currency", "USD")
            .add("plan", "PRO")
            .add(
                "admin",
                Json.createObjectBuilder().add("email", address).add("displayName", "Ann Admin"));
    if (template != null) {
      order.add("template", template);
    }
    return operator.post(CUSTOMERS, order.build().toString());
  }

  /** Follows the link of the letter. */
  private PortalClient join() {
    String token = new Letters(portal).token(address, 1);
    Answer accepted =
        portal
            .stranger()
            .post(
                "/api/invitations/" + token + "/accept",
                "{\"password\":\"" + PortalSystem.PASSWORD + "\"}");
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
    return portal.login(address);
  }

  private Answer change(String customer, String verb, String body) {
    return operator.send(
        "POST",
        customer + "/" + verb,
        body.isEmpty() ? null : "application/json",
        body,
        "If-Match",
        operator.get(customer).etag());
  }

  private static void assertRefused(PortalClient person) {
    Answer refused = person.get("/api/customer");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/customer-suspended");
  }

  private String credentials() {
    return "{\"email\":\"" + address + "\",\"password\":\"" + PortalSystem.PASSWORD + "\"}";
  }

  private static String why(String reason) {
    return "{\"reason\":\"" + reason + "\"}";
  }
}
