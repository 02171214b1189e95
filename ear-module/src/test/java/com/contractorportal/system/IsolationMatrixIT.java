package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.system.Samples.Sample;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation of the contract, asked by everybody who may come to the door. {@code access.csv}
 * says who is let in.
 */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationMatrixIT {

  private static final List<String> ROLES = List.of("ADMIN", "MANAGER", "CONTRACTOR", "VIEWER");
  private static final Map<String, String> MAILBOX =
      Map.of("ADMIN", "admin", "MANAGER", "manager", "CONTRACTOR", "crew", "VIEWER", "viewer");
  private static final String SIGN_OUT = "POST /api/auth/logout";
  private static final Set<String> VERBS =
      Set.of("get", "post", "put", "delete", "patch", "head", "options");
  private static final Set<String> VARYING_HEADERS = Set.of("date", "content-length");

  private final AccessTable table = AccessTable.read();
  private final Samples samples = new Samples();

  /** By role, at Massachusetts; the operator; support and a program with a key. */
  private final Map<String, PortalClient> ours = new LinkedHashMap<>();

  /** By role, at Connecticut. */
  private final Map<String, PortalClient> theirs = new LinkedHashMap<>();

  /** Of Massachusetts: what a sample names, and the parts of its path. */
  private final Map<String, List<String>> things = new LinkedHashMap<>();

  /** At Massachusetts, by the one scope that is missing. */
  private final Map<String, PortalClient> keysWithout = new LinkedHashMap<>();

  private Guests.Key key;

  /** A word of the portal's, which all customers may read. */
  private static final String FEATURE = "WORK_PHOTOS";

  private PortalSystem portal;
  private PortalClient stranger;
  private BadTokens badTokens;
  private Set<String> contract;
  private String customerId;

  @BeforeAll
  void everybody_is_signed_in_and_there_is_one_of_everything(PortalSystem running)
      throws InterruptedException {
    portal = running;
    stranger = portal.stranger();
    badTokens = new BadTokens(portal.server().keys());
    contract = operations(stranger.get("/openapi").json());
    for (String role : ROLES) {
      ours.put(role, portal.login(MAILBOX.get(role) + "@massachusetts.example"));
      theirs.put(role, portal.login(MAILBOX.get(role) + "@connecticut.example"));
    }
    ours.put(AccessTable.SUPER_ADMIN, portal.login("root@portal.example"));
    customerId = ours.get("ADMIN").customerId();
    guestsCome();

    PortalClient crew = ours.get("CONTRACTOR");
    things.put("property", List.of(firstId(crew, "/api/properties")));
    things.put("nobody", List.of(things.get("property").get(0), UUID.randomUUID().toString()));
    things.put("list", List.of(aList()));
    things.put("route", List.of(firstId(crew, "/api/routes")));
    things.put("event", List.of(firstId(crew, "/api/winter-events")));
    things.put("planned event", List.of(firstId(crew, "/api/winter-events?status=PLANNED")));
    things.put("log", List.of(aLog(crew)));
    things.put("crew", List.of(memberOf("log")));
    things.put("customer", List.of(customerId));
    things.put("member", List.of(firstId(ours.get("ADMIN"), "/api/members")));
    things.put("invitation", List.of("A".repeat(43))); // Nobody's: good links are not lent.
    things.put("no link", List.of("B".repeat(43)));
    things.put("no session", List.of(UUID.randomUUID().toString())); // None is lent either.
    things.put("rate", List.of(aRate()));
    things.put("no photo", List.of(things.get("log").get(0), UUID.randomUUID().toString()));
    things.put("no ticket", List.of("never"));
    things.put("no kind", List.of("UNHEARDOF"));
    things.put("no plan", List.of("UNHEARDOF"));
    things.put("no report", List.of("UNHEARDOF"));
    things.put("notification", List.of(UUID.randomUUID().toString()));
    things.put("import", List.of(anImport()));
    things.put("export", List.of(anExport()));
    things.put("night", List.of(aNight()));
    things.put("template", List.of(aTemplate()));
    things.put("feature", List.of(FEATURE, "FREE"));
    things.put("customer's feature", List.of(customerId, FEATURE));
    JsonObject run = ours.get("MANAGER").get("/api/report-runs").items().get(0);
    things.put(
        "run",
        List.of(run.getString("id"), run.getJsonArray("files").getJsonObject(0).getString("name")));
  }

  private void guestsCome() {
    PortalClient operator = ours.get(AccessTable.SUPER_ADMIN);
    ours.put(AccessTable.IMPERSONATOR, Guests.support(operator, customerId, false).client());
    ours.put(AccessTable.WRITING_IMPERSONATOR, Guests.support(operator, customerId, true).client());
    key = Guests.key(ours.get("ADMIN"), Guests.SCOPES);
    ours.put(AccessTable.API_KEY, key.client(stranger));
    for (String scope : Guests.SCOPES) {
      List<String> others = new ArrayList<>(Guests.SCOPES);
      others.remove(scope);
      keysWithout.put(scope, key.client(stranger, others));
    }
    String other = theirs.get("ADMIN").customerId();
    theirs.put(AccessTable.IMPERSONATOR, Guests.support(operator, other, false).client());
    theirs.put(AccessTable.WRITING_IMPERSONATOR, Guests.support(operator, other, true).client());
    theirs.put(
        AccessTable.API_KEY, Guests.key(theirs.get("ADMIN"), Guests.SCOPES).client(stranger));

    String ended = Guests.support(operator, customerId, false).id();
    String path = "/api/platform/customers/" + customerId + "/support-access/" + ended;
    assertThat(operator.send("DELETE", path, null, "").status()).isEqualTo(204);
    things.put("ended support", List.of(ended));
    things.put("ended support of a customer", List.of(customerId, ended));
    String revoked = Guests.key(ours.get("ADMIN"), List.of("reports:read")).id();
    assertThat(ours.get("ADMIN").send("DELETE", "/api/api-keys/" + revoked, null, "").status())
        .isEqualTo(204);
    things.put("revoked key", List.of(revoked));
  }

  @Test
  void every_operation_of_the_contract_is_in_access_csv_and_in_a_sample() {
    assertThat(table.operations()).isEqualTo(contract);
    assertThat(new TreeSet<>(samples.all().keySet())).isEqualTo(contract);
  }

  @Test
  void a_token_that_the_test_signs_with_the_servers_key_is_good() {
    String token = badTokens.resigned(ours.get("ADMIN").token());

    assertThat(stranger.withToken(token).get("/api/auth/me").status()).isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicContainer> access_is_as_written_for() {
    return contract.stream()
        .map(
            operation ->
                DynamicContainer.dynamicContainer(
                    operation,
                    Stream.of(
                            roles(operation),
                            badTokens(operation),
                            lapsedRights(operation),
                            lapsedSupport(operation),
                            keys(operation),
                            otherCustomer(operation))
                        .flatMap(cells -> cells)
                        .map(cell -> named(operation, cell))));
  }

  /** Reports show the last name only. */
  private static DynamicTest named(String operation, DynamicTest cell) {
    return DynamicTest.dynamicTest(operation + ": " + cell.getDisplayName(), cell.getExecutable());
  }

  private Stream<DynamicTest> roles(String operation) {
    List<DynamicTest> cells = new ArrayList<>();
    cells.add(
        DynamicTest.dynamicTest(
            "without a token",
            () -> {
              Answer answer = ask(stranger, operation);
              if (table.isPublic(operation)) {
                assertThat(answer.status()).isEqualTo(samples.of(operation).answer());
              } else {
                assertProblem(answer, 401, "not-authenticated");
              }
            }));
    ours.forEach(
        (role, person) ->
            cells.add(
                DynamicTest.dynamicTest(
                    role + (table.allows(operation, role) ? " is let in" : " is refused"),
                    () -> {
                      Answer answer = ask(withoutCookie(visitor(person, operation)), operation);
                      if (table.allows(operation, role)) {
                        assertThat(answer.status())
                            .as(answer.toString())
                            .isEqualTo(samples.of(operation).answer());
                      } else {
                        assertProblem(answer, 403, "forbidden");
                      }
                    })));
    return cells.stream();
  }

  /** Whatever is wrong with a token: it opens nothing, not even to those it names. */
  private Stream<DynamicTest> badTokens(String operation) {
    return badTokens.of(entitled(operation).token()).entrySet().stream()
        .map(
            bad ->
                DynamicTest.dynamicTest(
                    bad.getKey() + " opens nothing",
                    () -> {
                      Answer answer = ask(stranger.withToken(bad.getValue()), operation);
                      if (!table.isPublic(operation) || answer.status() == 401) {
                        assertProblem(answer, 401, "not-authenticated");
                      } else {
                        assertThat(answer.status()).isEqualTo(samples.of(operation).answer());
                      }
                    }));
  }

  /** A token that was good a moment ago. What is open to everybody stays so. */
  private Stream<DynamicTest> lapsedRights(String operation) {
    if (table.isPublic(operation)) {
      return Stream.of();
    }
    List<DynamicTest> cells = new ArrayList<>();
    boolean platform = table.someone(operation).orElseThrow().equals(AccessTable.SUPER_ADMIN);
    PortalClient person = entitled(operation);
    cells.add(
        DynamicTest.dynamicTest(
            "a role that was taken away",
            () ->
                assertProblem(
                    platform
                        ? whileDatabaseSays(
                            "UPDATE account SET super_admin = FALSE WHERE email = 'root@portal.example'",
                            "UPDATE account SET super_admin = TRUE WHERE email = 'root@portal.example'",
                            () -> ask(withoutCookie(person), operation))
                        : whileDatabaseSays(
                            role("VIEWER"),
                            role("ADMIN"),
                            () -> ask(withoutCookie(person), operation)),
                    401,
                    "not-authenticated")));
    cells.add(
        DynamicTest.dynamicTest(
            "a revoked session",
            () ->
                assertProblem(
                    whileDatabaseSays(
                        session(person, "UTC_TIMESTAMP()"),
                        session(person, "NULL"),
                        () -> ask(withoutCookie(person), operation)),
                    401,
                    "not-authenticated")));
    if (!platform) {
      cells.add(
          DynamicTest.dynamicTest(
              "a membership that has ended",
              () ->
                  assertProblem(
                      whileDatabaseSays(
                          active("FALSE"),
                          active("TRUE"),
                          () -> ask(withoutCookie(person), operation)),
                      401,
                      "not-authenticated")));
      cells.add(
          DynamicTest.dynamicTest(
              "a suspended customer",
              () ->
                  assertProblem(
                      whileDatabaseSays(
                          customerStatus("SUSPENDED"),
                          customerStatus("ACTIVE"),
                          () -> ask(withoutCookie(person), operation)),
                      403,
                      "customer-suspended")));
    }
    return cells.stream();
  }

  /** Support that was good a moment ago. */
  private Stream<DynamicTest> lapsedSupport(String operation) {
    if (table.isPublic(operation) || !table.allows(operation, AccessTable.WRITING_IMPERSONATOR)) {
      return Stream.of();
    }
    PortalClient operator =
        ours.get(
            table.allows(operation, AccessTable.IMPERSONATOR)
                ? AccessTable.IMPERSONATOR
                : AccessTable.WRITING_IMPERSONATOR);
    String access = idIs(BadTokens.claim(operator.token(), "sub"));
    PortalClient self = ours.get(AccessTable.SUPER_ADMIN);
    return Stream.of(
        lapsed(
            "a support access that was ended",
            "UPDATE support_access SET ended_at = UTC_TIMESTAMP()" + access,
            "UPDATE support_access SET ended_at = NULL" + access,
            operator,
            operation),
        lapsed(
            "a support access whose time is over",
            "UPDATE support_access SET expires_at = started_at" + access,
            "UPDATE support_access SET expires_at = started_at + INTERVAL 1 HOUR" + access,
            operator,
            operation),
        lapsed(
            "a support access whose right to write was taken away, or given",
            "UPDATE support_access SET may_write = NOT may_write" + access,
            "UPDATE support_access SET may_write = NOT may_write" + access,
            operator,
            operation),
        lapsed(
            "support that has signed out",
            session(self, "UTC_TIMESTAMP()"),
            session(self, "NULL"),
            operator,
            operation),
        lapsed(
            "support by somebody who is no operator any more",
            "UPDATE account SET super_admin = FALSE WHERE email = 'root@portal.example'",
            "UPDATE account SET super_admin = TRUE WHERE email = 'root@portal.example'",
            operator,
            operation),
        lapsed(
            "support that the customer keeps out",
            supportAllowed("FALSE"),
            supportAllowed("TRUE"),
            operator,
            operation),
        ofSuspendedCustomer("support of a suspended customer", operator, operation));
  }

  /** Keys that lack the scope, or were good a moment ago. */
  private Stream<DynamicTest> keys(String operation) {
    if (table.scope(operation).isEmpty()) {
      return Stream.of();
    }
    String scope = table.scope(operation).get();
    PortalClient program = ours.get(AccessTable.API_KEY);
    String row = idIs(key.id());
    return Stream.of(
        DynamicTest.dynamicTest(
            "a key with every scope but " + scope + " is refused",
            () -> assertProblem(ask(keysWithout.get(scope), operation), 403, "forbidden")),
        lapsed(
            "a key that was revoked",
            "UPDATE api_key SET revoked_at = UTC_TIMESTAMP()" + row,
            "UPDATE api_key SET revoked_at = NULL" + row,
            program,
            operation),
        lapsed(
            "a key that has expired",
            "UPDATE api_key SET expires_at = created_at" + row,
            "UPDATE api_key SET expires_at = created_at + INTERVAL 1 DAY" + row,
            program,
            operation),
        ofSuspendedCustomer("a key of a suspended customer", program, operation));
  }

  private DynamicTest lapsed(
      String name, String change, String back, PortalClient who, String operation) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            assertProblem(
                whileDatabaseSays(change, back, () -> ask(who, operation)),
                401,
                "not-authenticated"));
  }

  private DynamicTest ofSuspendedCustomer(String name, PortalClient who, String operation) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            assertProblem(
                whileDatabaseSays(
                    customerStatus("SUSPENDED"),
                    customerStatus("ACTIVE"),
                    () -> ask(who, operation)),
                403,
                "customer-suspended"));
  }

  private static String idIs(String id) {
    return " WHERE id = UNHEX('" + id.replace("-", "") + "')";
  }

  private String supportAllowed(String allowed) {
    return "UPDATE customer SET support_allowed = "
        + allowed
        + " WHERE customer_id = '"
        + customerId
        + "'";
  }

  /** Somebody of another customer, with every right there. */
  private Stream<DynamicTest> otherCustomer(String operation) {
    Sample sample = samples.of(operation);
    return theirs.entrySet().stream()
        .filter(person -> !table.isPublic(operation) && table.allows(operation, person.getKey()))
        .map(
            person ->
                sample.names().isPresent()
                    ? DynamicTest.dynamicTest(
                        "another customer's " + person.getKey() + " finds nothing at our id",
                        () -> {
                          List<String> own = things.get(sample.names().get());
                          List<String> absent = new ArrayList<>(own);
                          absent.set(0, absentLike(own.get(0)));
                          PortalClient other = withoutCookie(person.getValue());

                          Answer foreign = ask(other, operation, own);
                          Answer nothing = ask(other, operation, absent);

                          assertProblem(foreign, 404, "not-found");
                          assertThat(shape(foreign)).isEqualTo(shape(nothing));
                        })
                    : DynamicTest.dynamicTest(
                        "another customer's " + person.getKey() + " sees nothing of ours",
                        () -> {
                          Answer answer = ask(withoutCookie(person.getValue()), operation);

                          assertThat(answer.status()).isEqualTo(sample.answer());
                          assertThat(answer.body()).doesNotContain(customerId);
                          things.values().stream()
                              .map(parts -> parts.get(0))
                              .filter(id -> !id.equals(FEATURE))
                              .forEach(id -> assertThat(answer.body()).doesNotContain(id));
                        }));
  }

  /** Someone of ours who is let in. */
  private PortalClient entitled(String operation) {
    return visitor(ours.get(table.someone(operation).orElseThrow()), operation);
  }

  /** Whoever signs out does so in a session of their own: the others are needed on. */
  private PortalClient visitor(PortalClient person, String operation) {
    return operation.equals(SIGN_OUT) && person.hasLoggedIn()
        ? portal.login(person.signIn().getJsonObject("account").getString("email"))
        : person;
  }

  private Answer ask(PortalClient who, String operation) {
    return ask(who, operation, samples.of(operation).names().map(things::get).orElse(List.of()));
  }

  private Answer ask(PortalClient who, String operation, List<String> names) {
    Sample sample = samples.of(operation);
    String[] parts = operation.split(" ");
    String path = parts[1];
    for (String name : names) {
      path = path.replaceFirst("\\{\\w+}", name);
    }
    boolean changes =
        parts[0].equals("PUT")
            || parts[0].equals("DELETE")
            || path.matches(
                ".*/(activate|suspend|close|reopen|cancel|move|complete|approve|reject|correct)");
    String[] headers = changes ? new String[] {"If-Match", Samples.NO_VERSION} : new String[0];
    if (path.endsWith("/stream")) {
      headers = new String[] {"Last-Event-ID", "never"};
    }
    String body = sample.body().replace(Samples.CREW, things.get("crew").get(0));
    return who.send(parts[0], path, sample.contentType(), body, headers);
  }

  /** The cookie would sign out or refresh the session that all cells share. */
  private PortalClient withoutCookie(PortalClient person) {
    return stranger.withToken(person.token());
  }

  private static void assertProblem(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.json().getString("type")).isEqualTo("/problems/" + problem);
    assertThat(answer.json().getInt("status")).isEqualTo(status);
    assertThat(answer.json().getString("requestId")).isNotBlank();
  }

  /** All that a client can see of an answer, without what is new in every answer. */
  private static List<Object> shape(Answer answer) {
    Set<String> headers = new TreeSet<>();
    answer.headers().map().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> !VARYING_HEADERS.contains(name))
        .forEach(headers::add);
    Map<String, Object> body = new LinkedHashMap<>(answer.json());
    body.remove("requestId");
    return List.of(answer.status(), headers, body, answer.bytes().length);
  }

  private static String absentLike(String id) {
    return id.length() == 36 ? UUID.randomUUID().toString() : "ABCDEFGHJ";
  }

  private static Set<String> operations(JsonObject contract) {
    Set<String> operations = new TreeSet<>();
    contract
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject().keySet().stream()
                    .filter(VERBS::contains)
                    .forEach(verb -> operations.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
    return operations;
  }

  private static String firstId(PortalClient person, String path) {
    return person.get(path).items().get(0).getString("id");
  }

  private String memberOf(String log) {
    return ours.get("CONTRACTOR")
        .get("/api/work-logs/" + things.get(log).get(0))
        .json()
        .getString("memberId");
  }

  private String aRate() {
    return ours.get("MANAGER")
        .post(
            "/api/equipment-rates",
            "{\"equipment\":\"Matrix loader\",\"hourlyRate\":120,\"currency\":\"USD\","
                + "\"validFrom\":\"2026-01-01\",\"validTo\":\"2026-01-01\"}")
        .json()
        .getString("id");
  }

  private String aList() {
    Answer answer =
        ours.get("MANAGER").post("/api/property-lists", "{\"name\":\"" + UUID.randomUUID() + "\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.createdId();
  }

  private String aTemplate() {
    Answer answer =
        ours.get(AccessTable.SUPER_ADMIN)
            .post(
                "/api/platform/onboarding-templates",
                "{\"name\":\"" + UUID.randomUUID() + "\",\"content\":{}}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.createdId();
  }

  private String anImport() {
    Answer answer =
        ours.get("MANAGER")
            .send(
                "POST",
                "/api/properties/imports?dryRun=true&fileName=one.csv",
                "text/csv",
                "name,street,latitude,longitude\nDepot,1 Main St,42.1,-72.1\n");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    return answer.createdId();
  }

  private String aLog(PortalClient crew) {
    Answer answer =
        crew.post(
            "/api/work-logs",
            "{\"eventId\":\"%s\",\"propertyId\":\"%s\",\"work\":\"SALT\"}"
                .formatted(
                    firstId(crew, "/api/winter-events?status=ACTIVE"),
                    things.get("property").get(0)));
    assertThat(answer.status()).as(answer.toString()).isIn(201, 409);
    return answer.status() == 201
        ? answer.createdId()
        : answer.json().getJsonArray("related").getJsonObject(0).getString("id");
  }

  private String anExport() {
    PortalClient admin = ours.get("ADMIN");
    Answer started = admin.post("/api/data-exports", "{\"format\":\"zip\"}");
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    Soon.see(
        "the bundle",
        () -> admin.get(started.location()).json().getString("status").equals("COMPLETED"));
    return started.createdId();
  }

  private String aNight() throws InterruptedException {
    PortalClient operator = ours.get(AccessTable.SUPER_ADMIN);
    Answer started =
        operator.post("/api/platform/report-runs", "{\"customerId\":\"" + customerId + "\"}");
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    for (int i = 0; i < 300; i++) {
      if (operator.get(started.location()).json().getString("status").equals("COMPLETED")) {
        return started.createdId();
      }
      Thread.sleep(200);
    }
    throw new AssertionError("The night does not end: " + operator.get(started.location()));
  }

  /** Asks in another present, and puts the former one back. */
  private Answer whileDatabaseSays(String change, String back, Asking asking) throws SQLException {
    write(change);
    try {
      return asking.ask();
    } finally {
      write(back);
    }
  }

  private interface Asking {
    Answer ask();
  }

  private void write(String sql) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      assertThat(statement.executeUpdate()).as(sql).isEqualTo(1);
    }
  }

  private String role(String role) {
    return "UPDATE membership SET role = '" + role + "' WHERE " + ourAdmin();
  }

  private String active(String active) {
    return "UPDATE membership SET active = " + active + " WHERE " + ourAdmin();
  }

  private String ourAdmin() {
    return "customer_id = '"
        + customerId
        + "' AND account_id = (SELECT id FROM account WHERE email = 'admin@massachusetts.example')";
  }

  private String customerStatus(String status) {
    return "UPDATE customer SET status = '" + status + "' WHERE customer_id = '" + customerId + "'";
  }

  private static String session(PortalClient person, String revokedAt) {
    return "UPDATE account_session SET revoked_at = "
        + revokedAt
        + " WHERE id = UNHEX('"
        + BadTokens.claim(person.token(), "sid").replace("-", "")
        + "')";
  }
}
