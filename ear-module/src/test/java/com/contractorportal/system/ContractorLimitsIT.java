package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A contractor knows the properties that they serve, the routes that they drive and the logs of
 * their own; whatever else the company has is to them as if it were not there. Tried with every id
 * that the contract lets them send: in paths, queries and bodies.
 */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractorLimitsIT {

  private static final String CONTRACTOR = "CONTRACTOR";

  /** The events of the company are known to all who work there. */
  private static final Set<String> EVERYBODYS =
      Set.of(
          "GET /api/winter-events/{id} id",
          "GET /api/winter-events/{id}/check-ins id",
          "POST /api/winter-events/{id}/check-ins id",
          "GET /api/work-logs event",
          "GET /api/work-logs/open event",
          "GET /api/work-logs/export event",
          "POST /api/work-logs eventId");

  /**
   * One id that is sent.
   *
   * @param own one that the contractor may name, if there are such
   * @param others those of the company that they may not
   */
  private record Limit(Optional<String> own, List<String> others, Function<String, Answer> ask) {}

  private final AccessTable table = AccessTable.read();
  private final Samples samples = new Samples();

  /** By operation and the name of the id. */
  private final Map<String, Limit> limits = new LinkedHashMap<>();

  private JsonObject contract;
  private Storm storm;
  private PortalClient crew;
  private String event;

  @BeforeAll
  void two_contractors_who_share_one_property(PortalSystem portal) {
    contract = portal.stranger().get("/openapi").json();
    storm = Storm.in(portal);
    crew = storm.crew;
    String served = storm.property("Served");
    String shared = storm.property("Shared");
    String elsewhere = storm.property("Elsewhere");
    String lost = storm.property("Lost");
    String route = storm.route("Own", storm.crewMember, served, shared);
    String ended = storm.route("Ended", storm.crewMember, lost);
    String theirRoute = storm.route("Theirs", storm.otherMember, elsewhere, shared);
    String nobodys = storm.route("Nobody's", null, served);
    event = storm.activeEvent(Duration.ofHours(1));
    String log = begun(crew, event, shared);
    String lostLog = begun(crew, event, lost);
    String theirLog = begun(storm.otherCrew, event, shared);
    String farLog = begun(storm.otherCrew, event, elsewhere);
    List<String> hiddenLogs = List.of(lostLog, theirLog, farLog);
    String photo = photographed(crew, log);
    List<String> hiddenPhotos =
        List.of(
            photographed(crew, lostLog),
            photographed(storm.otherCrew, theirLog),
            photographed(storm.otherCrew, farLog));
    for (String place : List.of(shared, elsewhere)) {
      assertThat(storm.otherCrew.post(event + "/check-ins", in(place, "")).status()).isEqualTo(201);
    }
    assertThat(crew.post(event + "/check-ins", in(served, "")).status()).isEqualTo(201);
    String ending = "/api/routes/" + ended;
    assertThat(storm.manager.delete(ending, storm.manager.get(ending).etag()).status())
        .isEqualTo(204);

    Map<String, Limit> things =
        Map.of(
            "property", limit(served, List.of(elsewhere, lost), null),
            "route", limit(route, List.of(theirRoute, nobodys), null),
            "log", limit(log, hiddenLogs, null),
            "notification", limit(told(crew), List.of(told(storm.otherCrew)), null));
    for (String operation : operations()) {
      List<String> named = idsInPath(operation);
      samples
          .of(operation)
          .names()
          .map(things::get)
          .filter(known -> named.size() == 1)
          .ifPresent(
              known ->
                  limits.put(
                      operation + " " + named.get(0),
                      new Limit(known.own(), known.others(), id -> ask(operation, id))));
    }
    photos(log, hiddenLogs, hiddenPhotos);
    filters(served, shared, elsewhere);
    bodies(served, List.of(elsewhere, lost));
    portal.login(storm.crewEmail);
    limits.put(
        "DELETE /api/auth/sessions/{id} id",
        limit(
            aSession(crew, false),
            List.of(aSession(storm.otherCrew, true), aSession(storm.manager, true)),
            id -> crew.send("DELETE", "/api/auth/sessions/" + id, null, "")));
    limits.put(
        "POST /api/tickets id",
        limit(
            photo,
            hiddenPhotos,
            id -> crew.post("/api/tickets", "{\"kind\":\"PHOTO\",\"id\":\"" + id + "\"}")));
  }

  private void photos(String log, List<String> hiddenLogs, List<String> hidden) {
    String operation = "DELETE /api/work-logs/{id}/photos/{photoId}";
    limits.put(operation + " id", limit(null, hiddenLogs, id -> drop(id, UUID.randomUUID() + "")));
    limits.put(operation + " photoId", limit(null, hidden, id -> drop(log, id)));
  }

  private void filters(String served, String shared, String elsewhere) {
    String list =
        storm
            .manager
            .post(
                "/api/property-lists",
                "{\"name\":\"All\",\"properties\":[\"%s\",\"%s\"]}".formatted(served, elsewhere))
            .createdId();
    for (String path : List.of("/api/properties", "/api/me/properties")) {
      limits.put("GET " + path + " list", limit(null, List.of(list), filter(path, "list")));
      limits.put(
          "GET " + path + " contractor",
          limit(
              storm.crewMember,
              List.of(storm.otherMember, storm.managerMember),
              filter(path, "contractor")));
    }
    String checkIns = event + "/check-ins";
    String operation = "GET /api/winter-events/{id}/check-ins ";
    limits.put(
        operation + "member",
        limit(storm.crewMember, List.of(storm.otherMember), filter(checkIns, "member")));
    limits.put(
        operation + "property", limit(served, List.of(elsewhere), filter(checkIns, "property")));
    for (String path : List.of("/api/work-logs", "/api/work-logs/open", "/api/work-logs/export")) {
      limits.put(
          "GET " + path + " member",
          limit(storm.crewMember, List.of(storm.otherMember), filter(path, "member")));
      limits.put(
          "GET " + path + " property", limit(shared, List.of(elsewhere), filter(path, "property")));
    }
    limits.put(
        "GET /api/weather/nearest propertyId",
        limit(
            served,
            List.of(elsewhere),
            id -> crew.get("/api/weather/nearest?at=2026-01-05T10:00:00Z&propertyId=" + id)));
    limits.put(
        "GET /api/weather/forecast propertyId",
        limit(served, List.of(elsewhere), filter("/api/weather/forecast", "propertyId")));
  }

  private void bodies(String served, List<String> elsewhere) {
    String checkIn = "POST /api/winter-events/{id}/check-ins ";
    limits.put(
        checkIn + "propertyId",
        limit(served, elsewhere, id -> crew.post(event + "/check-ins", in(id, ""))));
    limits.put(
        checkIn + "memberId",
        limit(
            storm.crewMember,
            List.of(storm.otherMember, storm.managerMember),
            id -> crew.post(event + "/check-ins", in(served, by(id)))));
    limits.put(
        "POST /api/work-logs propertyId",
        limit(served, elsewhere, id -> crew.post("/api/work-logs", Storm.log(event, id, ""))));
    limits.put(
        "POST /api/work-logs memberId",
        limit(
            storm.crewMember,
            List.of(storm.otherMember, storm.managerMember),
            id -> crew.post("/api/work-logs", Storm.log(event, served, by(id)))));
  }

  @Test
  void every_id_that_a_contractor_can_send_is_tried_or_everybodys() {
    Set<String> known = new TreeSet<>(limits.keySet());
    known.addAll(EVERYBODYS);
    Set<String> sent = new TreeSet<>();
    operations().forEach(operation -> ids(operation).forEach(id -> sent.add(operation + " " + id)));

    assertThat(known).isEqualTo(sent);
    assertThat(limits).doesNotContainKeys(EVERYBODYS.toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> whatever_is_out_of_reach_is_as_if_it_were_not_there() {
    return limits.entrySet().stream()
        .map(
            limit -> DynamicTest.dynamicTest(limit.getKey(), () -> isOutOfReach(limit.getValue())));
  }

  /** Where they work somebody else does too. */
  @Test
  void what_is_listed_is_their_own() {
    for (String list :
        List.of("/api/work-logs", "/api/work-logs/open", event + "/check-ins?limit=200")) {
      assertThat(crew.get(list).items())
          .as(list)
          .extracting(item -> item.getString("memberId"))
          .isNotEmpty()
          .containsOnly(storm.crewMember);
    }
  }

  private static void isOutOfReach(Limit limit) {
    List<Object> nothing = shape(limit.ask().apply(UUID.randomUUID().toString()));
    for (String other : limit.others()) {
      assertThat(shape(limit.ask().apply(other))).isEqualTo(nothing);
    }
    limit.own().ifPresent(own -> assertThat(shape(limit.ask().apply(own))).isNotEqualTo(nothing));
  }

  private static List<Object> shape(Answer answer) {
    return List.of(answer.status(), answer.body().replaceAll("\"requestId\":\"[^\"]*\"", ""));
  }

  /** Asks an operation that has one id in its path, as the matrix does. */
  private Answer ask(String operation, String id) {
    Samples.Sample sample = samples.of(operation);
    String[] parts = operation.split(" ");
    return crew.send(
        parts[0],
        parts[1].replaceFirst("\\{\\w+}", id),
        sample.contentType(),
        sample.body(),
        "If-Match",
        Samples.NO_VERSION);
  }

  private Answer drop(String log, String photo) {
    return crew.send("DELETE", "/api/work-logs/" + log + "/photos/" + photo, null, "");
  }

  private Function<String, Answer> filter(String path, String name) {
    return id -> crew.get(path + "?" + name + "=" + id);
  }

  /** What contractors may ask, and only who is known. */
  private List<String> operations() {
    return table.operations().stream()
        .filter(operation -> table.allows(operation, CONTRACTOR) && !table.isPublic(operation))
        .toList();
  }

  private List<String> idsInPath(String operation) {
    return parameters(operation).stream()
        .filter(parameter -> parameter.getString("in").equals("path"))
        .map(parameter -> parameter.getString("name"))
        .toList();
  }

  /** The names of all ids that an operation takes. */
  private Set<String> ids(String operation) {
    Set<String> ids = new LinkedHashSet<>();
    parameters(operation).stream()
        .filter(parameter -> isId(parameter.getJsonObject("schema")))
        .forEach(parameter -> ids.add(parameter.getString("name")));
    JsonObject body = described(operation).getJsonObject("requestBody");
    if (body != null && body.getJsonObject("content").containsKey("application/json")) {
      JsonObject schema =
          body.getJsonObject("content").getJsonObject("application/json").getJsonObject("schema");
      resolved(schema)
          .getJsonObject("properties")
          .forEach(
              (name, property) -> {
                if (isId(property.asJsonObject())) {
                  ids.add(name);
                }
              });
    }
    return ids;
  }

  private List<JsonObject> parameters(String operation) {
    JsonObject path = contract.getJsonObject("paths").getJsonObject(operation.split(" ")[1]);
    List<JsonObject> all = new ArrayList<>();
    for (JsonObject place : List.of(path, described(operation))) {
      Optional.ofNullable(place.getJsonArray("parameters"))
          .ifPresent(some -> all.addAll(some.getValuesAs(JsonObject.class)));
    }
    return all;
  }

  private JsonObject described(String operation) {
    String[] parts = operation.split(" ");
    return contract
        .getJsonObject("paths")
        .getJsonObject(parts[1])
        .getJsonObject(parts[0].toLowerCase(Locale.ROOT));
  }

  private boolean isId(JsonObject schema) {
    JsonObject known = resolved(schema);
    JsonValue items = known.get("items");
    return known.getString("format", "").equals("uuid")
        || items != null && isId(items.asJsonObject());
  }

  private JsonObject resolved(JsonObject schema) {
    return schema.containsKey("$ref")
        ? contract
            .getJsonObject("components")
            .getJsonObject("schemas")
            .getJsonObject(schema.getString("$ref").replaceFirst(".*/", ""))
        : schema;
  }

  private static Limit limit(String own, List<String> others, Function<String, Answer> ask) {
    return new Limit(Optional.ofNullable(own), others, ask);
  }

  private static String begun(PortalClient who, String event, String property) {
    Answer log = who.post("/api/work-logs", Storm.log(event, property, ""));
    assertThat(log.status()).as(log.toString()).isEqualTo(201);
    return log.createdId();
  }

  private static String photographed(PortalClient who, String log) {
    try (InputStream photo =
        ContractorLimitsIT.class.getResourceAsStream("/photo-with-position.jpg")) {
      Answer answer =
          who.send(
              "POST",
              "/api/work-logs/" + log + "/photos",
              "image/jpeg",
              BodyPublishers.ofByteArray(photo.readAllBytes()));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
      return answer.createdId();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String aSession(PortalClient who, boolean current) {
    return who.get("/api/auth/sessions").items().stream()
        .filter(session -> session.getBoolean("current") == current)
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private static String told(PortalClient who) {
    return who.get("/api/notifications").items().get(0).getString("id");
  }

  private static String in(String property, String more) {
    return "{\"kind\":\"IN\",\"propertyId\":\"%s\"%s}".formatted(property, more);
  }

  private static String by(String member) {
    return ",\"memberId\":\"" + member + "\"";
  }
}
