package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Routes: their stops, what they amount to, and who drives them. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesIT {

  private PortalSystem portal;
  private String customerId;
  private PortalClient manager;
  private PortalClient crew;
  private PortalClient otherCrew;
  private String crewMember;
  private List<String> places;

  @BeforeAll
  void a_company_with_two_crews(PortalSystem running) {
    portal = running;
    NewCompany company = NewCompany.in(portal);
    customerId = company.customerId();
    manager = portal.login(company.manager());
    crew = portal.login(company.hire(portal, "CONTRACTOR"));
    crewMember =
        manager.get("/api/members").items().stream()
            .filter(member -> member.getString("role").equals("CONTRACTOR"))
            .map(member -> member.getString("id"))
            .findFirst()
            .orElseThrow();
    otherCrew = portal.login(company.hire(portal, "CONTRACTOR"));
  }

  @BeforeEach
  void four_places() {
    places = new ArrayList<>();
    for (String position :
        List.of(
            ",\"latitude\":44.00,\"longitude\":-72.50",
            ",\"latitude\":44.01,\"longitude\":-72.50",
            "",
            ",\"latitude\":44.02,\"longitude\":-72.50")) {
      places.add(property("Place " + places.size(), position));
    }
  }

  @Test
  void stops_are_replaced_as_a_whole() {
    Answer route = route("Round", null, places.get(0), places.get(1));

    Answer led =
        manager.put(route.location() + "/stops", stops(places.get(3), places.get(1)), route.etag());

    assertThat(led.status()).as(led.toString()).isEqualTo(200);
    assertThat(order(led)).containsExactly(places.get(3), places.get(1));
    assertThat(led.etag()).isNotEqualTo(route.etag());
    assertThat(order(manager.get(route.location()))).isEqualTo(order(led));

    Answer cleared = manager.put(route.location() + "/stops", stops(), led.etag());
    assertThat(order(cleared)).isEmpty();
  }

  @Test
  void a_sheet_tells_of_each_stop_in_order_all_that_a_crew_has_to_know() {
    String gated = property("Gated", ",\"siteNotes\":\"Gate code 4711\"");
    Answer route = route("Round", null, places.get(1), gated, places.get(0));

    JsonObject sheet = manager.get(route.location() + "/sheet").json();

    assertThat(sheet.getJsonArray("properties").getValuesAs(JsonObject.class))
        .extracting(each -> each.getString("id"))
        .containsExactly(places.get(1), gated, places.get(0));
    assertThat(sheet.getJsonArray("properties").getJsonObject(1).getString("siteNotes"))
        .isEqualTo("Gate code 4711");
    assertThat(sheet.getJsonObject("route")).isEqualTo(manager.get(route.location()).json());
  }

  @Test
  void the_routes_of_the_demonstration_tell_what_they_amount_to() {
    PortalClient demo = portal.login("manager@connecticut.example");

    for (JsonObject listed : demo.get("/api/routes").items()) {
      JsonObject route = demo.get("/api/routes/" + listed.getString("id")).json();
      assertThat(listed.getInt("stopCount"))
          .as(listed.toString())
          .isPositive()
          .isEqualTo(route.getJsonArray("stops").size());
      assertThat(listed.getInt("distanceM") > 0)
          .as(listed.toString())
          .isEqualTo(listed.getInt("stopCount") > 1);
    }
  }

  @Test
  void stops_that_cannot_be_change_nothing() {
    Answer route = route("Round", null, places.get(0), places.get(1));
    String path = route.location() + "/stops";
    String archived = property("Gone", ",\"status\":\"ARCHIVED\"");

    assertRefused(manager.put(path, stops(places.get(2), places.get(2)), route.etag()), "stops");
    assertRefused(manager.put(path, stops(places.get(2), archived), route.etag()), "stops[1]");
    assertRefused(manager.put(path, stops(UUID.randomUUID().toString()), route.etag()), "stops[0]");
    assertRefused(manager.put(path, "{}", route.etag()), "stops");
    assertThat(manager.put(path, stops(places.get(2)), "\"99\"").status()).isEqualTo(412);
    assertThat(manager.send("PUT", path, "application/json", stops(places.get(2))).status())
        .isEqualTo(428);

    Answer now = manager.get(route.location());
    assertThat(now.etag()).isEqualTo(route.etag());
    assertThat(order(now)).containsExactly(places.get(0), places.get(1));
  }

  @Test
  void a_stop_moves_and_the_others_keep_their_order() {
    Answer route = route("Round", null, places.toArray(String[]::new));
    String path = route.location() + "/stops/move";

    Answer moved = move(path, places.get(3), 1, route.etag());

    assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    assertThat(order(moved))
        .containsExactly(places.get(0), places.get(3), places.get(1), places.get(2));
    assertThat(move(path, places.get(0), 0, route.etag()).status()).isEqualTo(412);
    assertThat(manager.post(path, moveBody(places.get(0), 0)).status()).isEqualTo(428);
    assertRefused(move(path, UUID.randomUUID().toString(), 0, moved.etag()), "propertyId");
    assertRefused(move(path, places.get(0), 4, moved.etag()), "position");
    assertRefused(move(path, places.get(0), -1, moved.etag()), "position");
    assertThat(order(manager.get(route.location()))).isEqualTo(order(moved));
  }

  @Test
  void of_many_moves_at_once_one_happens() throws Exception {
    for (int round = 0; round < 3; round++) {
      Answer route = route("Race", null, places.toArray(String[]::new));
      String path = route.location() + "/stops/move";

      List<Answer> answers =
          atOnce(4, number -> move(path, places.get(number), (number + 2) % 4, route.etag()));

      assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
      assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409, 412);
      Answer winner =
          answers.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow();
      Answer now = manager.get(route.location());
      assertThat(now.etag()).isEqualTo(winner.etag());
      assertThat(order(now)).isEqualTo(order(winner)).containsExactlyInAnyOrderElementsOf(places);
    }
  }

  @Test
  void of_many_new_orders_at_once_one_holds_whole() throws Exception {
    Answer route = route("Race", null);
    String path = route.location() + "/stops";

    List<Answer> answers =
        atOnce(
            4,
            number ->
                manager.put(
                    path, stops(places.get(number), places.get((number + 1) % 4)), route.etag()));

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409, 412);
    assertThat(order(manager.get(route.location()))).hasSize(2);
  }

  /** A hundredth of a degree of latitude is 1,112 m, 2.2 minutes of driving. */
  @Test
  void a_route_tells_what_it_amounts_to_in_the_list_too() {
    Answer route = route("Totals " + UUID.randomUUID(), null, places.toArray(String[]::new));

    assertThat(route.json().getJsonNumber("distanceM").longValue()).isEqualTo(2224);
    assertThat(route.json().getInt("expectedMinutes")).isEqualTo(5 + 4 * 15);
    JsonObject listed =
        manager
            .get("/api/routes?q=" + route.json().getString("name").replace(" ", "%20"))
            .items()
            .get(0);
    assertThat(listed.getInt("stopCount")).isEqualTo(4);
    assertThat(listed.getJsonNumber("distanceM").longValue()).isEqualTo(2224);
    assertThat(listed.getInt("expectedMinutes")).isEqualTo(65);
  }

  @Test
  void an_archived_or_deleted_property_leaves_its_routes_and_the_trail_says_so()
      throws SQLException {
    Answer route = route("Shrinking", null, places.get(0), places.get(1), places.get(2));
    String archived = "/api/properties/" + places.get(0);
    String deleted = "/api/properties/" + places.get(1);

    Answer property = manager.get(archived);
    assertThat(
            manager
                .put(
                    archived,
                    "{\"name\":\"Gone\",\"street\":\"1 Main St\",\"kind\":\"OTHER\",\"status\":\"ARCHIVED\"}",
                    property.etag())
                .status())
        .isEqualTo(200);
    assertThat(manager.delete(deleted, manager.get(deleted).etag()).status()).isEqualTo(204);

    assertThat(order(manager.get(route.location()))).containsExactly(places.get(2));
    assertThat(
            count(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'property-left' AND entity = 'route'"
                    + " AND entity_id = '"
                    + route.createdId()
                    + "' AND before_state LIKE '%Place%' AND after_state IS NOT NULL"))
        .isEqualTo(2);
  }

  @Test
  void my_routes_are_those_that_i_drive_with_their_stops() {
    Answer mine = route("Mine", crewMember, places.get(1), places.get(0));
    Answer nobodys = route("Nobody's", null, places.get(2));

    List<JsonObject> routes = crew.get("/api/me/routes?limit=200").items();

    JsonObject found =
        routes.stream()
            .filter(route -> route.getString("id").equals(mine.createdId()))
            .findFirst()
            .orElseThrow();
    assertThat(
            found.getJsonArray("stops").getValuesAs(JsonObject.class).stream()
                .map(stop -> stop.getString("propertyId")))
        .containsExactly(places.get(1), places.get(0));
    assertThat(routes).noneMatch(it -> it.getString("id").equals(nobodys.createdId()));
    assertThat(routes).allMatch(it -> it.getString("memberId").equals(crewMember));
    assertThat(otherCrew.get("/api/me/routes").items()).isEmpty();
    assertThat(manager.get("/api/me/routes").items()).isEmpty();
    manager.delete(mine.location(), mine.etag());
  }

  @Test
  void a_contractor_sees_only_what_they_drive_and_changes_none_of_it() {
    Answer route = route("Theirs", crewMember, places.get(0));
    String path = route.location();

    assertThat(crew.get(path).status()).isEqualTo(200);
    assertThat(otherCrew.get(path).status()).isEqualTo(404);
    assertThat(otherCrew.get("/api/routes").items()).isEmpty();
    for (PortalClient person : List.of(crew, otherCrew)) {
      assertThat(person.put(path + "/stops", stops(), route.etag()).status()).isEqualTo(403);
      assertThat(
              person
                  .post(path + "/stops/move", moveBody(places.get(0), 0), "If-Match", route.etag())
                  .status())
          .isEqualTo(403);
    }
    assertThat(manager.get(path).etag()).isEqualTo(route.etag());
    manager.delete(path, route.etag());
  }

  @Test
  void a_list_of_many_routes_takes_as_many_statements_as_one_of_few() throws Exception {
    for (int i = 0; i < 50; i++) {
      route("Count " + i, crewMember, places.get(i % 4), places.get((i + 1) % 4));
    }

    for (String list : List.of("/api/routes", "/api/me/routes")) {
      crew.get(list + "?limit=50"); // What a statement costs to prepare is not counted.
      assertThat(statementsDuring(() -> crew.get(list + "?limit=50").items()))
          .as(list)
          .isEqualTo(statementsDuring(() -> crew.get(list + "?limit=1").items()))
          .isBetween(1, 12);
    }
  }

  /**
   * Those of the company that touch what a list of routes is made of; what is metered is counted.
   */
  private int statementsDuring(Callable<List<JsonObject>> request) throws Exception {
    String sql =
        "SELECT COUNT(*) FROM mysql.general_log WHERE command_type IN ('Query', 'Execute')"
            + " AND user_host LIKE '%["
            + portal.schema().user()
            + "]%' AND argument LIKE '%"
            + customerId
            + "%' AND argument NOT LIKE 'SELECT COUNT%'"
            + " AND argument REGEXP 'FROM (route|route_stop|property|member)\\\\b'";
    try (Connection administrator = portal.schema().connectAsAdministrator();
        Statement query = administrator.createStatement()) {
      int before = number(query, sql);
      assertThat(request.call()).isNotEmpty();
      return number(query, sql) - before;
    }
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = portal.database();
        Statement query = connection.createStatement()) {
      return number(query, sql);
    }
  }

  private static int number(Statement query, String sql) throws SQLException {
    try (ResultSet row = query.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private interface Request {
    Answer send(int number);
  }

  private static List<Answer> atOnce(int times, Request request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    CyclicBarrier start = new CyclicBarrier(times);
    try {
      List<Callable<Answer>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        all.add(
            () -> {
              start.await();
              return request.send(number);
            });
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private String property(String name, String more) {
    Answer created =
        manager.post(
            "/api/properties",
            "{\"name\":\"" + name + "\",\"street\":\"1 Main St\",\"kind\":\"OTHER\"" + more + "}");
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    return created.createdId();
  }

  private Answer route(String name, String memberId, String... stops) {
    Answer created =
        manager.post(
            "/api/routes",
            "{\"name\":\""
                + name
                + "\","
                + (memberId == null ? "" : "\"memberId\":\"" + memberId + "\",")
                + stops(stops).substring(1));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    return created;
  }

  private static String stops(String... ids) {
    return "{\"stops\":[" + (ids.length == 0 ? "" : "\"" + String.join("\",\"", ids) + "\"") + "]}";
  }

  private Answer move(String path, String propertyId, int position, String etag) {
    return manager.post(path, moveBody(propertyId, position), "If-Match", etag);
  }

  private static String moveBody(String propertyId, int position) {
    return "{\"propertyId\":\"" + propertyId + "\",\"position\":" + position + "}";
  }

  private static List<String> order(Answer route) {
    return route.json().getJsonArray("stops").getValuesAs(JsonObject.class).stream()
        .map(stop -> stop.getString("propertyId"))
        .toList();
  }

  private static void assertRefused(Answer answer, String field) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo(field);
  }
}
