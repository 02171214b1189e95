package com.contractorportal.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who serves properties, the lists they are on, and how they go and come back. */
@ExtendWith(PortalExtension.class)
class PropertiesIT {

  private static final String NOBODY = "0196f000-0000-7000-8000-000000000000";

  private PortalClient manager;
  private PortalClient crew;
  private String crewId;
  private String managerId;
  private String viewerId;

  @BeforeEach
  void people_of_a_company(PortalSystem portal) {
    manager = portal.login("manager@massachusetts.example");
    crew = portal.login("crew@massachusetts.example");
    List<JsonObject> members = manager.get("/api/members?limit=200").items();
    crewId = withRole(members, "CONTRACTOR");
    managerId = withRole(members, "MANAGER");
    viewerId = withRole(members, "VIEWER");
  }

  @Test
  void a_contractor_sees_what_is_assigned_to_them_as_long_as_it_is() {
    String property = created("Assigned").createdId();
    String path = "/api/properties/" + property;
    assertThat(crew.get(path).status()).isEqualTo(404);
    assertThat(crew.get(path + "/contractors").status()).isEqualTo(404);

    Answer assigned = assign(property, crewId);
    assertThat(assigned.status()).as(assigned.toString()).isEqualTo(201);
    assertThat(assigned.json().getBoolean("primary")).isTrue();
    assertThat(assigned.location()).isEqualTo(path + "/contractors/" + crewId);

    assertThat(crew.get(path).status()).isEqualTo(200);
    assertThat(crew.get(path + "/contractors").items()).hasSize(1);
    assertThat(ids(crew.get("/api/properties?limit=200"))).contains(property);
    assertThat(ids(crew.get("/api/me/properties?limit=200"))).contains(property);
    assertThat(ids(crew.get("/api/me/properties?limit=200&q=Assigned"))).contains(property);
    assertThat(ids(manager.get("/api/me/properties?limit=200"))).doesNotContain(property);
    assertThat(ids(manager.get("/api/properties?limit=200&contractor=" + crewId)))
        .contains(property)
        .hasSameSizeAs(ids(crew.get("/api/me/properties?limit=200")));

    assertThat(manager.send("DELETE", path + "/contractors/" + crewId, null, "").status())
        .isEqualTo(204);
    assertThat(crew.get(path).status()).isEqualTo(404);
    assertThat(ids(crew.get("/api/me/properties?limit=200"))).doesNotContain(property);
  }

  @Test
  void a_contractor_changes_no_property_and_no_assignment_not_even_of_their_own() {
    Answer own = created("Own");
    assign(own.createdId(), crewId);
    String path = own.location();

    assertThat(
            Stream.of(
                crew.put(path, property("Mine"), own.etag()),
                crew.delete(path, own.etag()),
                crew.send("POST", path + "/restore", null, ""),
                crew.post(path + "/contractors", member(crewId)),
                crew.send("DELETE", path + "/contractors/" + crewId, null, ""),
                crew.send("PUT", path + "/contractors/" + crewId + "/primary", null, ""),
                crew.get("/api/properties/board"),
                crew.get("/api/properties/export"),
                crew.get("/api/property-lists")))
        .extracting(Answer::status)
        .containsOnly(403);
  }

  @Test
  void what_a_contractor_asks_of_others_or_of_lists_is_empty() {
    String list =
        manager.post("/api/property-lists", list("L", created("Listed").createdId())).createdId();

    assertThat(crew.get("/api/properties?contractor=" + managerId).items()).isEmpty();
    assertThat(crew.get("/api/properties?list=" + list).items()).isEmpty();
    assertThat(crew.get("/api/properties?contractor=" + crewId).items()).isNotEmpty();
  }

  @Test
  void only_active_members_who_may_work_serve_a_property(PortalSystem portal) {
    String property = created("Choosy").createdId();
    String foreign =
        withRole(
            portal.login("manager@connecticut.example").get("/api/members?limit=200").items(),
            "CONTRACTOR");

    for (String wrong : List.of(viewerId, foreign, NOBODY)) {
      Answer refused = assign(property, wrong);
      assertProblem(refused, 400, "validation-failed");
      assertThat(field(refused)).isEqualTo("memberId");
    }
    assertThat(assign(property, managerId).status()).isEqualTo(201);
    assertProblem(assign(property, managerId), 409, "already-assigned");
    assertProblem(assign(NOBODY, managerId), 404, "not-found");
  }

  @Test
  void an_assignment_that_is_repeated_with_its_key_is_made_once() {
    String property = created("Repeated").createdId();
    String path = "/api/properties/" + property + "/contractors";
    String key = UUID.randomUUID().toString();

    Answer first = manager.post(path, member(crewId), "Idempotency-Key", key);
    Answer again = manager.post(path, member(crewId), "Idempotency-Key", key);

    assertThat(again.status()).as(again.toString()).isEqualTo(first.status()).isEqualTo(201);
    assertThat(manager.get(path).items()).hasSize(1);
  }

  @Test
  void exactly_one_contractor_is_the_primary_one() {
    String property = created("Primary").createdId();
    assign(property, crewId);
    assign(property, managerId);
    assertThat(primaries(property)).containsExactly(crewId);

    Answer changed =
        manager.send(
            "PUT",
            "/api/properties/%s/contractors/%s/primary".formatted(property, managerId),
            null,
            "");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(primaries(property)).containsExactly(managerId);

    JsonObject row =
        manager.get("/api/properties/board?q=Primary&limit=200").items().stream()
            .filter(item -> item.getJsonObject("property").getString("id").equals(property))
            .findFirst()
            .orElseThrow();
    assertThat(row.getJsonArray("contractors").getValuesAs(JsonObject.class))
        .extracting(one -> one.getString("memberId"))
        .containsExactly(managerId, crewId);

    manager.send(
        "DELETE", "/api/properties/%s/contractors/%s".formatted(property, managerId), null, "");
    assertThat(primaries(property)).containsExactly(crewId);
  }

  @Test
  void of_two_primary_contractors_chosen_at_once_one_stays() throws Exception {
    String property = created("Contended").createdId();
    assign(property, crewId);
    assign(property, managerId);
    for (int round = 0; round < 5; round++) {
      List<Answer> answers =
          atOnce(
              8,
              i ->
                  manager.send(
                      "PUT",
                      "/api/properties/%s/contractors/%s/primary"
                          .formatted(property, i % 2 == 0 ? crewId : managerId),
                      null,
                      ""));

      assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409).contains(200);
      assertThat(primaries(property)).hasSize(1);
    }
  }

  @Test
  void first_contractors_assigned_at_once_make_one_primary() throws Exception {
    for (int round = 0; round < 5; round++) {
      String property = created("Fresh").createdId();

      List<Answer> answers = atOnce(4, i -> assign(property, i % 2 == 0 ? crewId : managerId));

      assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409);
      assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(2);
      assertThat(primaries(property)).hasSize(1);
    }
  }

  @Test
  void a_deleted_property_is_hidden_until_it_is_restored() {
    Answer created = created("Undone");
    String id = created.createdId();
    assign(id, crewId);
    Answer route = manager.post("/api/routes", "{\"name\":\"R\",\"stops\":[\"" + id + "\"]}");
    Answer list = manager.post("/api/property-lists", list("Undo", id));
    assertThat(list.status()).as(list.toString()).isEqualTo(201);

    assertThat(manager.delete(created.location(), created.etag()).status()).isEqualTo(204);

    assertProblem(manager.get(created.location()), 404, "not-found");
    assertProblem(manager.put(created.location(), property("X"), "\"2\""), 404, "not-found");
    assertProblem(manager.delete(created.location(), "\"2\""), 404, "not-found");
    assertThat(manager.get("/api/properties?q=Undone&limit=200").items())
        .noneMatch(item -> item.getString("id").equals(id));
    assertThat(manager.get(route.location()).json().getJsonArray("stops")).isEmpty();
    assertThat(manager.get(list.location()).json().getJsonArray("properties")).isEmpty();
    assertThat(ids(crew.get("/api/me/properties?limit=200"))).doesNotContain(id);
    assertProblem(assign(id, crewId), 404, "not-found");

    Answer restored = manager.send("POST", created.location() + "/restore", null, "");
    assertThat(restored.status()).as(restored.toString()).isEqualTo(200);
    assertThat(restored.json().containsKey("deletedAt")).isFalse();
    assertThat(manager.get(created.location()).etag()).isEqualTo(restored.etag());
    assertThat(manager.get(created.location() + "/contractors").items()).isEmpty();
    assertThat(manager.send("POST", created.location() + "/restore", null, "").etag())
        .isEqualTo(restored.etag());
    assertProblem(
        manager.send("POST", "/api/properties/" + NOBODY + "/restore", null, ""), 404, "not-found");
  }

  @Test
  void a_property_deleted_while_it_is_put_somewhere_is_nowhere() throws Exception {
    for (int round = 0; round < 6; round++) {
      Answer created = created("Contested");
      String id = created.createdId();

      List<Answer> answers =
          atOnce(
              4,
              i ->
                  switch (i) {
                    case 0 -> manager.delete(created.location(), created.etag());
                    case 1 -> assign(id, crewId);
                    default -> manager.post("/api/property-lists", list("C", id));
                  });

      assertThat(answers).extracting(Answer::status).isSubsetOf(201, 204, 400, 404, 409, 412);
      assertThat(answers.get(0).status()).isEqualTo(204);
      manager.send("POST", created.location() + "/restore", null, "");
      assertThat(manager.get(created.location() + "/contractors").items()).isEmpty();
      answers.subList(2, 4).stream()
          .filter(answer -> answer.status() == 201)
          .forEach(
              list ->
                  assertThat(manager.get(list.location()).json().getJsonArray("properties"))
                      .isEmpty());
    }
  }

  @Test
  void an_archived_property_leaves_its_lists_and_contractors() {
    Answer created = created("Archived");
    assign(created.createdId(), crewId);
    Answer list = manager.post("/api/property-lists", list("A", created.createdId()));

    String archived = property("Archived").replace("}", ",\"status\":\"ARCHIVED\"}");
    assertThat(manager.put(created.location(), archived, created.etag()).status()).isEqualTo(200);

    assertThat(manager.get(list.location()).json().getJsonArray("properties")).isEmpty();
    assertThat(manager.get(created.location() + "/contractors").items()).isEmpty();
    assertProblem(assign(created.createdId(), crewId), 409, "property-is-archived");
    Answer refused = manager.post("/api/property-lists", list("B", created.createdId()));
    assertProblem(refused, 400, "validation-failed");
    assertThat(field(refused)).isEqualTo("properties[0]");
  }

  @Test
  void a_list_keeps_its_order_and_is_replaced_as_a_whole() {
    String x = created("x").createdId();
    String y = created("y").createdId();
    String z = created("z").createdId();
    Answer created = manager.post("/api/property-lists", list("Order", z, x, y));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    assertThat(entries(created)).containsExactly(z, x, y);

    Answer changed = manager.put(created.location(), list("Order 2", y, z), created.etag());
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(entries(manager.get(created.location()))).containsExactly(y, z);
    assertThat(ids(manager.get("/api/properties?list=" + created.createdId())))
        .containsExactlyInAnyOrder(y, z);
    assertProblem(
        manager.put(created.location(), list("Order 3", y), created.etag()), 412, "stale-version");
    String name = changed.json().getString("name");
    assertThat(manager.get("/api/property-lists?limit=200&q=" + name.replace(" ", "%20")).items())
        .singleElement()
        .satisfies(item -> assertThat(item.getInt("propertyCount")).isEqualTo(2));
    assertProblem(
        manager.post("/api/property-lists", "{\"name\":\"" + name + "\"}"), 409, "list-name-taken");

    assertThat(manager.delete(created.location(), changed.etag()).status()).isEqualTo(204);
    assertProblem(manager.get(created.location()), 404, "not-found");
  }

  @Test
  void a_list_names_existing_properties_once_and_not_too_many(PortalSystem portal) {
    String own = created("Once").createdId();
    String foreign =
        portal
            .login("manager@connecticut.example")
            .get("/api/properties?limit=1")
            .items()
            .get(0)
            .getString("id");

    assertThat(field(manager.post("/api/property-lists", list("D", own, own))))
        .isEqualTo("properties");
    assertThat(field(manager.post("/api/property-lists", list("D", own, foreign))))
        .isEqualTo("properties[1]");
    assertThat(field(manager.post("/api/property-lists", list("D", own, NOBODY))))
        .isEqualTo("properties[1]");
    String[] many =
        IntStream.range(0, 501).mapToObj(i -> UUID.randomUUID().toString()).toArray(String[]::new);
    assertProblem(manager.post("/api/property-lists", list("D", many)), 400, "validation-failed");
  }

  @Test
  void two_properties_cannot_share_a_reference() {
    String ref = UUID.randomUUID().toString();
    Answer first = manager.post("/api/properties", withRef("First", ref));
    assertThat(first.json().getString("externalRef")).isEqualTo(ref);

    assertProblem(
        manager.post("/api/properties", withRef("Second", ref)), 409, "external-ref-taken");
    Answer other = created("Third");
    assertProblem(
        manager.put(other.location(), withRef("Third", ref), other.etag()),
        409,
        "external-ref-taken");

    manager.delete(first.location(), first.etag());
    Answer taken = manager.post("/api/properties", withRef("Fourth", ref));
    assertProblem(taken, 409, "external-ref-taken");
    assertThat(taken.json().getString("detail")).contains("First", "deleted");
  }

  @ParameterizedTest
  @CsvSource({
    "'-60.6,10,-60.4,11',true",
    "'-60.5,10.5,-60.5,10.5',true",
    "'-60.4,10,-60,11',false",
    "'-60.6,10.6,-60.4,11',false",
    "'170,10,-60.4,11',true",
    "'170,10,-170,11',false"
  })
  void a_box_holds_what_lies_in_it(String box, boolean inside) {
    Answer placed =
        manager.post(
            "/api/properties",
            "{\"name\":\"At sea\",\"street\":\"1 Wave\",\"latitude\":10.5,\"longitude\":-60.5}");

    assertThat(ids(manager.get("/api/properties?limit=200&q=At%20sea&bbox=" + box)))
        .hasSize(inside ? 1 : 0);

    manager.delete(placed.location(), placed.etag());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=1,2,3,1e99",
        "bbox=0,91,0,92",
        "bbox=-181,0,0,1",
        "bbox=0,2,1,1",
        "contractor=me",
        "list=1"
      })
  void a_filter_that_cannot_be_is_named(String filter) {
    for (String path : List.of("", "/board", "/export")) {
      Answer refused = manager.get("/api/properties" + path + "?" + filter);

      assertProblem(refused, 400, "validation-failed");
      assertThat(field(refused)).isEqualTo(filter.substring(0, filter.indexOf('=')));
    }
  }

  @Test
  void an_export_holds_what_the_filter_leaves_and_imports_again_without_a_change(
      PortalSystem portal) {
    PortalClient newcomer = portal.login(NewCompany.in(portal).manager());
    String rows =
        IntStream.range(0, 450)
            .mapToObj(i -> "Site %d,%d Main St,Barre,44.1,-72.1,R-%d\n".formatted(i, i, i))
            .collect(Collectors.joining());
    imported(newcomer, "name,address,city,latitude,longitude,external_ref\n" + rows);
    newcomer.post(
        "/api/properties",
        "{\"name\":\"=1+1\",\"street\":\"1 Formula St\",\"siteNotes\":\"two\\nlines\"}");

    Answer all = newcomer.get("/api/properties/export");
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.header("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(all.header("Content-Disposition").orElse("")).contains("attachment");
    assertThat(all.body()).contains("'=1+1,1 Formula St").contains("R-449");
    assertThat(all.body().lines()).hasSize(1 + 450 + 2);
    Answer some = newcomer.get("/api/properties/export?q=Formula");
    assertThat(some.body().lines()).hasSize(1 + 2);

    Answer sites = newcomer.get("/api/properties/export?city=Barre");
    JsonObject again = imported(newcomer, sites.body());
    assertThat(again.getInt("rowsUnchanged")).isEqualTo(450);
    assertThat(again.getInt("rowsAccepted")).isEqualTo(450);
  }

  @Test
  void an_import_changes_what_bears_the_reference_and_creates_the_rest(PortalSystem portal) {
    PortalClient newcomer = portal.login(NewCompany.in(portal).manager());
    JsonObject first =
        imported(
            newcomer,
            "external_ref,name,address,city,notes\nA,Alpha,1 A St,Stowe,gate 7\nB,Beta,1 B St,Stowe,\nC,Gamma,1 C St,Stowe,\n,None,1 N St,,\n");
    assertThat(counts(first)).containsExactly(4, 0, 0, 0);
    JsonObject gamma = named(newcomer, "Gamma");
    newcomer.delete("/api/properties/" + gamma.getString("id"), "\"1\"");

    JsonObject second =
        imported(
            newcomer,
            "Reference,Address,City\nA,2 A St,\nB,1 B St,Stowe\nC,1 C St,Stowe\nD,1 D St,Barre\na,9 a St,\nD,3 D St,\n,1 N St,\n");

    // A changed, C came back, B is as it was; D, a and the row without a reference are new.
    assertThat(counts(second)).containsExactly(3, 2, 1, 1);
    JsonObject error = second.getJsonArray("errors").getJsonObject(0);
    assertThat(error.getInt("line")).isEqualTo(7);
    assertThat(error.getString("field")).isEqualTo("externalRef");
    assertThat(error.getString("reason")).contains("Line 5");
    JsonObject alpha = named(newcomer, "Alpha");
    assertThat(alpha.getString("street")).isEqualTo("2 A St");
    assertThat(alpha.containsKey("city")).isFalse();
    assertThat(alpha.getString("siteNotes")).isEqualTo("gate 7");
    assertThat(named(newcomer, "Gamma").getString("id")).isEqualTo(gamma.getString("id"));
  }

  private static List<Integer> counts(JsonObject done) {
    return Stream.of("rowsCreated", "rowsUpdated", "rowsUnchanged", "rowsRejected")
        .map(done::getInt)
        .toList();
  }

  private static JsonObject named(PortalClient person, String name) {
    return person.get("/api/properties?q=" + name).items().get(0);
  }

  private static JsonObject imported(PortalClient person, String csv) {
    Answer sent =
        person.send(
            "POST",
            "/api/properties/imports?fileName=x.csv",
            "text/csv",
            BodyPublishers.ofByteArray(csv.getBytes(UTF_8)));
    assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
    return Soon.find(
        "the end of the import",
        () ->
            Optional.of(person.get(sent.location()).json())
                .filter(view -> view.getString("status").equals("COMPLETED")));
  }

  private Answer created(String name) {
    Answer created = manager.post("/api/properties", property(name));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    return created;
  }

  private Answer assign(String property, String member) {
    return manager.post("/api/properties/" + property + "/contractors", member(member));
  }

  private List<String> primaries(String property) {
    return manager.get("/api/properties/" + property + "/contractors").items().stream()
        .filter(one -> one.getBoolean("primary"))
        .map(one -> one.getString("memberId"))
        .toList();
  }

  private static List<Answer> atOnce(int times, IntFunction<Answer> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    CountDownLatch ready = new CountDownLatch(times);
    try {
      List<Future<Answer>> asked = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        asked.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return work.apply(number);
                }));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : asked) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> ids(Answer list) {
    return list.items().stream().map(item -> item.getString("id")).toList();
  }

  private static List<String> entries(Answer list) {
    return list.json().getJsonArray("properties").getValuesAs(JsonObject.class).stream()
        .map(entry -> entry.getString("propertyId"))
        .toList();
  }

  private static String withRole(List<JsonObject> members, String role) {
    return members.stream()
        .filter(member -> member.getString("role").equals(role))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private static String property(String name) {
    return "{\"name\":\"" + name + "\",\"street\":\"1 Main St\"}";
  }

  private static String withRef(String name, String ref) {
    return "{\"name\":\"%s\",\"street\":\"1 Main St\",\"externalRef\":\"%s\"}".formatted(name, ref);
  }

  private static String member(String id) {
    return "{\"memberId\":\"" + id + "\"}";
  }

  /** Each list gets a name of its own. */
  private static String list(String name, String... properties) {
    return "{\"name\":\"%s %s\",\"properties\":[%s]}"
        .formatted(
            name,
            UUID.randomUUID(),
            Stream.of(properties).map(id -> '"' + id + '"').collect(Collectors.joining(",")));
  }

  private static String field(Answer answer) {
    return answer.json().getJsonArray("errors").getJsonObject(0).getString("field");
  }

  private static void assertProblem(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.json().getString("type")).isEqualTo("/problems/" + problem);
  }
}
