package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another customer's ids do in bodies and cursors: nothing that random ones would not. */
@ExtendWith(PortalExtension.class)
class ForeignIdsIT {

  private PortalClient ours;
  private PortalClient theirs;

  @BeforeEach
  void two_managers(PortalSystem portal) {
    ours = portal.login("manager@massachusetts.example");
    theirs = portal.login("manager@connecticut.example");
  }

  @Test
  void a_property_of_another_customer_cannot_be_a_stop() {
    String foreign = theirs.get("/api/properties").items().get(0).getString("id");

    Answer refused = ours.post("/api/routes", routeWithStop(foreign));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(field(refused)).isEqualTo("stops[0]");
    assertThat(withoutRequestId(refused))
        .isEqualTo(
            withoutRequestId(
                ours.post("/api/routes", routeWithStop(UUID.randomUUID().toString()))));
  }

  @Test
  void a_member_of_another_customer_cannot_drive_a_route() {
    String foreign = theirs.get("/api/members").items().get(0).getString("id");

    Answer refused = ours.post("/api/routes", routeOf(foreign));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(field(refused)).isEqualTo("memberId");
    assertThat(withoutRequestId(refused))
        .isEqualTo(
            withoutRequestId(ours.post("/api/routes", routeOf(UUID.randomUUID().toString()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"properties", "routes", "winter-events"})
  void the_cursor_of_another_customer_shows_only_the_own_list(String list) {
    Set<String> own = ids(ours, list);
    JsonObject page = theirs.get("/api/" + list + "?limit=1").json();
    if (!page.containsKey("nextCursor")) {
      throw new AssertionError("Connecticut has too few " + list);
    }

    Answer answer = ours.get("/api/" + list + "?limit=200&cursor=" + page.getString("nextCursor"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.items()).allMatch(item -> own.contains(item.getString("id")));
  }

  @Test
  void a_customer_named_by_the_client_changes_nothing() {
    String foreign = theirs.customerId();
    Set<String> own = ids(ours, "properties");

    Answer answer =
        ours.get(
            "/api/properties?limit=200&customerId=" + foreign + "&customer_id=" + foreign,
            "X-Customer-Id",
            foreign,
            "X-Tenant-Id",
            foreign,
            "Cookie",
            "customer_id=" + foreign);

    assertThat(answer.items()).isNotEmpty().allMatch(item -> own.contains(item.getString("id")));
  }

  private static Set<String> ids(PortalClient person, String list) {
    Set<String> ids = new HashSet<>();
    String cursor = "";
    while (true) {
      JsonObject page = person.get("/api/" + list + "?limit=200" + cursor).json();
      List<JsonObject> items = page.getJsonArray("items").getValuesAs(JsonObject.class);
      ids.addAll(items.stream().map(item -> item.getString("id")).collect(Collectors.toSet()));
      if (!page.containsKey("nextCursor")) {
        return ids;
      }
      cursor = "&cursor=" + page.getString("nextCursor");
    }
  }

  private static String field(Answer answer) {
    return answer.json().getJsonArray("errors").getJsonObject(0).getString("field");
  }

  private static Object withoutRequestId(Answer answer) {
    return List.of(answer.status(), answer.body().replaceAll("\"requestId\":\"[^\"]*\"", ""));
  }

  private static String routeWithStop(String propertyId) {
    return "{\"name\":\"Through the fence\",\"stops\":[\"" + propertyId + "\"]}";
  }

  private static String routeOf(String memberId) {
    return "{\"name\":\"Through the fence\",\"memberId\":\"" + memberId + "\",\"stops\":[]}";
  }
}
