package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A storm as an office and its crews live through it, all at once: the crews drive their routes,
 * check in, log work and check out at each property, as devices on a bad network do: what has no
 * answer is sent again under its key, some of it though it had one, and some people start the same
 * work twice. The office follows it meanwhile.
 */
final class CrewStorm {

  /** Somebody of a crew, and the member they are. */
  record Crew(PortalClient device, String memberId) {

    /** Invites somebody who follows the link, which is shown where no mail is configured. */
    static Crew hire(PortalClient admin, PortalClient stranger) {
      String email = "crew." + UUID.randomUUID() + "@storm.example";
      String password = UUID.randomUUID().toString();
      JsonObject invited =
          successful(
                  admin.post(
                      "/api/members",
                      Json.createObjectBuilder()
                          .add("email", email)
                          .add("displayName", "Storm crew")
                          .add("role", "CONTRACTOR")
                          .build()
                          .toString()))
              .json();
      String link = invited.getJsonObject("invitation").getString("link");
      successful(
          stranger.post(
              "/api/invitations/" + link.substring(link.indexOf('#') + 1) + "/accept",
              Json.createObjectBuilder().add("password", password).build().toString()));
      Answer signedIn =
          successful(
              stranger.post(
                  "/api/auth/login",
                  Json.createObjectBuilder()
                      .add("email", email)
                      .add("password", password)
                      .add("customerId", admin.customerId())
                      .build()
                      .toString()));
      return new Crew(stranger.use(signedIn), invited.getString("id"));
    }
  }

  /** What it took: requests sent, sent again though answered, and refused for a while. */
  record Figures(
      int requests, int repeated, int refused, int doubled, Duration took, long median) {}

  private static final BigDecimal SALT_KG = new BigDecimal("12.5");
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final PortalClient office;
  private final List<Crew> crews;
  private final List<String> properties;
  private final Map<String, String> logOf = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> millis = new ConcurrentLinkedQueue<>();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger doubled = new AtomicInteger();
  private volatile String event;

  /**
   * @param office a manager
   * @param properties all properties of the company that are in service
   */
  CrewStorm(PortalClient office, List<Crew> crews, List<String> properties) {
    this.office = office;
    this.crews = crews;
    this.properties = properties;
  }

  /** How many properties are done by now; another thread may ask. */
  int done() {
    return logOf.size();
  }

  /** Lives through the storm, and checks that all of it is there once, and nothing else. */
  Figures rage() throws Exception {
    planRoutes();
    event = begin();
    Instant begun = Instant.now();
    ExecutorService threads = Executors.newFixedThreadPool(crews.size() + 1);
    try {
      List<Future<?>> drives = new ArrayList<>();
      for (int i = 0; i < crews.size(); i++) {
        Crew crew = crews.get(i);
        List<String> route = routeOf(i);
        Random random = new Random(i); // Each run repeats and doubles the same requests.
        drives.add(threads.submit(() -> drive(crew, route, random)));
      }
      Future<?> follower = threads.submit(() -> follow(drives));
      for (Future<?> drive : drives) {
        drive.get();
      }
      follower.get();
    } finally {
      threads.shutdownNow();
    }
    Duration took = Duration.between(begun, Instant.now());
    everythingIsThereOnce();
    itEnds();
    List<Long> sorted = millis.stream().sorted(Comparator.naturalOrder()).toList();
    return new Figures(
        sorted.size(),
        repeated.get(),
        refused.get(),
        doubled.get(),
        took,
        sorted.get(sorted.size() / 2));
  }

  /** All properties of a company that are in service. */
  static List<String> inService(PortalClient office) {
    return all(office, "/api/properties?status=ACTIVE").stream()
        .map(property -> property.getString("id"))
        .toList();
  }

  private void planRoutes() {
    for (int i = 0; i < crews.size(); i++) {
      JsonObject route =
          Json.createObjectBuilder()
              .add("name", "Storm route " + UUID.randomUUID())
              .add("memberId", crews.get(i).memberId())
              .add("stops", Json.createArrayBuilder(routeOf(i)))
              .build();
      Answer planned = office.post("/api/routes", route.toString());
      successful(planned);
    }
  }

  private List<String> routeOf(int crew) {
    List<String> route = new ArrayList<>();
    for (int i = crew; i < properties.size(); i += crews.size()) {
      route.add(properties.get(i));
    }
    return route;
  }

  private String begin() {
    JsonObject draft =
        Json.createObjectBuilder()
            .add("name", "Storm of " + crews.size() + " crews")
            .add("kind", "SNOW")
            .add("startsAt", Instant.now().toString())
            .build();
    Answer planned = office.post("/api/winter-events", draft.toString());
    assertThat(planned.status()).as(planned.toString()).isEqualTo(201);
    Answer active =
        office.send("POST", planned.location() + "/activate", null, "", "If-Match", planned.etag());
    assertThat(active.status()).as(active.toString()).isEqualTo(200);
    return planned.location();
  }

  private Void drive(Crew crew, List<String> route, Random random) throws Exception {
    for (String property : route) {
      checkIn(crew, property, "IN", random);
      String body =
          Json.createObjectBuilder()
              .add("eventId", event.substring(event.lastIndexOf('/') + 1))
              .add("propertyId", property)
              .add("work", "SALT")
              .add("material", "Salt")
              .add("materialQuantity", SALT_KG)
              .add("materialUnit", "KG")
              .build()
              .toString();
      Answer opened = acknowledged(crew, "/api/work-logs", body, Optional.empty(), 201, random);
      if (random.nextInt(5) == 0) {
        startAgain(crew, body);
      }
      Answer completed =
          acknowledged(
              crew,
              opened.location() + "/complete",
              "{\"passes\":2}",
              Optional.of(opened.etag()),
              200,
              random);
      checkIn(crew, property, "OUT", random);
      assertThat(logOf.put(property, completed.json().getString("id"))).isNull();
    }
    return null;
  }

  private void checkIn(Crew crew, String property, String kind, Random random) throws Exception {
    String body =
        Json.createObjectBuilder().add("kind", kind).add("propertyId", property).build().toString();
    acknowledged(crew, event + "/check-ins", body, Optional.empty(), 201, random);
  }

  /** A colleague with the same phone, who does not know that the work has begun. */
  private void startAgain(Crew crew, String body) throws Exception {
    doubled.incrementAndGet();
    Answer second = sent(crew, "/api/work-logs", body, UUID.randomUUID(), Optional.empty());
    if (second.status() != 503) {
      assertThat(second.status()).as(second.toString()).isEqualTo(409);
    }
  }

  /** Sends until there is an answer, now and then once more, and gives the last answer. */
  private Answer acknowledged(
      Crew crew, String path, String body, Optional<String> etag, int status, Random random)
      throws Exception {
    UUID key = UUID.randomUUID();
    int times = random.nextInt(4) == 0 ? 2 : 1;
    repeated.addAndGet(times - 1);
    Answer answer = null;
    String id = null;
    Instant limit = Instant.now().plus(LIMIT);
    for (int answers = 0; answers < times; ) {
      answer = sent(crew, path, body, key, etag);
      if (answer.status() == status) {
        answers++;
        String same = answer.json().getString("id");
        assertThat(same).as("the same thing for the same key").isEqualTo(id == null ? same : id);
        id = same;
      } else {
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(503);
        assertThat(Instant.now()).as("the database is gone for too long").isBefore(limit);
        refused.incrementAndGet();
        Thread.sleep(200);
      }
    }
    return answer;
  }

  private Answer sent(Crew crew, String path, String body, UUID key, Optional<String> etag)
      throws Exception {
    List<String> headers = new ArrayList<>(List.of("Idempotency-Key", key.toString()));
    etag.ifPresent(value -> headers.addAll(List.of("If-Match", value)));
    return timed(() -> crew.device().post(path, body, headers.toArray(String[]::new)));
  }

  private Answer timed(Callable<Answer> request) throws Exception {
    Instant begun = Instant.now();
    Answer answer = request.call();
    millis.add(Duration.between(begun, Instant.now()).toMillis());
    return answer;
  }

  /** The office looks at the progress once a second; it never goes back. */
  private Void follow(List<Future<?>> drives) throws Exception {
    int done = 0;
    while (!drives.stream().allMatch(Future::isDone)) {
      Answer progress = timed(() -> office.get(event + "/progress"));
      if (progress.status() != 503) {
        int now = successful(progress).json().getJsonObject("properties").getInt("done");
        assertThat(now).isBetween(done, properties.size());
        done = now;
      }
      Thread.sleep(1000);
    }
    return null;
  }

  private void everythingIsThereOnce() {
    JsonObject progress = office.get(event + "/progress").json();
    assertThat(progress.getJsonObject("properties"))
        .isEqualTo(
            Json.createObjectBuilder()
                .add("done", properties.size())
                .add("open", 0)
                .add("total", properties.size())
                .add("untouched", 0)
                .build());
    assertThat(progress.getJsonObject("logs").getInt("completed")).isEqualTo(properties.size());
    assertThat(
            progress
                .getJsonArray("material")
                .getJsonObject(0)
                .getJsonNumber("quantity")
                .bigDecimalValue())
        .isEqualByComparingTo(SALT_KG.multiply(BigDecimal.valueOf(properties.size())));

    String id = event.substring(event.lastIndexOf('/') + 1);
    Map<String, String> logs = new HashMap<>();
    List<JsonObject> listed = all(office, "/api/work-logs?event=" + id);
    listed.forEach(log -> logs.put(log.getString("propertyId"), log.getString("id")));
    assertThat(logs).isEqualTo(logOf);
    assertThat(listed).hasSameSizeAs(properties);

    Map<String, Integer> visits = new TreeMap<>();
    for (JsonObject checkIn : all(office, event + "/check-ins")) {
      visits.merge(
          checkIn.getString("kind") + " " + checkIn.getString("propertyId"), 1, Integer::sum);
    }
    assertThat(visits).hasSize(2 * properties.size());
    assertThat(visits.values()).containsOnly(1);
  }

  private static List<JsonObject> all(PortalClient office, String list) {
    List<JsonObject> all = new ArrayList<>();
    String cursor = "";
    do {
      Answer page =
          successful(office.get(list + (list.contains("?") ? "&" : "?") + "limit=200" + cursor));
      all.addAll(page.items());
      String next = page.json().getString("nextCursor", null);
      cursor = next == null ? null : "&cursor=" + next;
    } while (cursor != null);
    return all;
  }

  private void itEnds() {
    String version = office.get(event).etag();
    Answer closed =
        successful(office.send("POST", event + "/close", null, "", "If-Match", version));
    assertThat(closed.json().getString("status")).isEqualTo("CLOSED");
  }

  private static Answer successful(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
    return answer;
  }
}
