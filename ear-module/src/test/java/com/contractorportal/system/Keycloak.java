package com.contractorportal.system;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Keycloak in a process of its own, with one realm, whose data are gone with it. */
final class Keycloak implements AutoCloseable {

  static final String CLIENT = "contractor-portal";
  static final String SECRET = "only-the-portal-knows";
  static final String PASSWORD = "blizzard-at-dawn-5";

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Path DISTRIBUTIONS = Path.of("target", "keycloak");

  /** Browsers take it for another site than the portal's 127.0.0.1. */
  private static final String HOST = "localhost";

  private final Path home;
  private final int port;
  private Process process;

  /** Somebody whom the realm knows. */
  record Person(String name, String email, boolean verified) {}

  /**
   * @param port where it is to listen
   */
  Keycloak(int port) throws IOException {
    this.port = port;
    try (Stream<Path> unpacked = Files.list(DISTRIBUTIONS)) {
      home = unpacked.findFirst().orElseThrow().toAbsolutePath();
    }
  }

  String issuer() {
    return "http://" + HOST + ":" + port + "/realms/portal";
  }

  /**
   * Starts it, and waits until it answers.
   *
   * @param callback where it may send people back to
   */
  void start(String callback, List<Person> people) throws IOException, InterruptedException {
    removeData();
    Files.createDirectories(home.resolve("data").resolve("import"));
    Files.writeString(
        home.resolve("data").resolve("import").resolve("portal-realm.json"),
        realm(callback, people).toString());
    ProcessBuilder builder =
        new ProcessBuilder(
                "/bin/sh",
                home.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
    builder.environment().put("JAVA_OPTS_APPEND", "-Xmx512m");
    process = builder.start();
    awaitRealm();
  }

  private void awaitRealm() throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
            .timeout(Duration.ofSeconds(10))
            .build();
    Instant limit = Instant.now().plus(LIMIT);
    while (!answers(http, request)) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        close();
        throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log()));
      }
      Thread.sleep(500);
    }
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static JsonObject realm(String callback, List<Person> people) {
    JsonArrayBuilder users = Json.createArrayBuilder();
    for (Person person : people) {
      users.add(
          Json.createObjectBuilder()
              .add("username", person.name())
              .add("enabled", true)
              .add("email", person.email())
              .add("emailVerified", person.verified())
              .add("firstName", "Nell")
              .add("lastName", "Newcomer")
              .add(
                  "credentials",
                  Json.createArrayBuilder()
                      .add(
                          Json.createObjectBuilder()
                              .add("type", "password")
                              .add("value", PASSWORD))));
    }
    JsonObjectBuilder client =
        Json.createObjectBuilder()
            .add("clientId", CLIENT)
            .add("enabled", true)
            .add("protocol", "openid-connect")
            .add("publicClient", false)
            .add("secret", SECRET)
            .add("standardFlowEnabled", true)
            .add("redirectUris", Json.createArrayBuilder().add(callback))
            .add(
                "attributes", Json.createObjectBuilder().add("pkce.code.challenge.method", "S256"));
    return Json.createObjectBuilder()
        .add("realm", "portal")
        .add("enabled", true)
        .add("clients", Json.createArrayBuilder().add(client))
        .add("users", users)
        .build();
  }

  private Path log() {
    return DISTRIBUTIONS.resolveSibling("keycloak.log");
  }

  /** Stops it for good, with what it started. */
  @Override
  public void close() throws IOException {
    if (process != null) {
      List<ProcessHandle> all =
          Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
      all.forEach(ProcessHandle::destroy);
      for (ProcessHandle one : all) {
        one.onExit().join();
      }
    }
    removeData();
  }

  private void removeData() throws IOException {
    Path data = home.resolve("data");
    if (Files.exists(data)) {
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
