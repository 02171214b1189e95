package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says to browsers, what it does not say to strangers, and what is refused. */
@ExtendWith(PortalExtension.class)
class ProtectionIT {

  private static final Pattern NONCE = Pattern.compile("'nonce-([\\w-]{22})'");
  private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");
  private static final Pattern INSIDE =
      Pattern.compile(
          "payara|glassfish|grizzly|catalina|jersey|exception|\\bat [a-z]+\\.[a-z]+\\.|\\.java",
          Pattern.CASE_INSENSITIVE);

  private PortalClient stranger;
  private PortalSystem portal;

  @BeforeEach
  void a_stranger(PortalSystem running) {
    portal = running;
    // As proxies speak to the portal.
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    stranger = new PortalClient(http, running.address());
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200, no-cache",
    "/login, 200, no-cache",
    "/favicon.svg, 200, no-cache",
    "/manifest.webmanifest, 200, no-cache",
    "/sw.js, 200, no-cache",
    "/openapi, 200, no-cache",
    "/api-docs/index.html, 200, no-cache",
    "/api/ui-config, 200, no-store",
    "/api/properties, 401, no-store",
    "/health/live, 200, no-store",
    "/nothing, 404, no-store",
    "/assets/index-gone.js, 404, no-store",
    "/WEB-INF/index.html, 404, no-store"
  })
  void every_answer_is_protected(String path, int status, String keeping) {
    Answer answer = stranger.get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly(keeping);
    assertThat(answer.header("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; ")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Referrer-Policy")).contains("strict-origin-when-cross-origin");
    assertThat(answer.header("Permissions-Policy")).isPresent();
    assertThat(answer.header("Cross-Origin-Opener-Policy")).contains("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("same-origin");
    assertThat(answer.header("X-Request-Id")).isPresent();
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
    // This portal is not used over HTTPS.
    assertThat(answer.header("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void the_service_worker_may_fetch_from_the_portal_and_from_nowhere_else() {
    Answer worker = stranger.get("/sw.js");

    assertThat(worker.header("Content-Type").orElse("")).contains("javascript");
    assertThat(worker.header("Content-Security-Policy"))
        .contains(
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                + " connect-src 'self'");
    assertThat(stranger.get("/manifest.webmanifest").header("Content-Type").orElse(""))
        .startsWith("application/manifest+json");
  }

  @Test
  void only_what_bears_the_nonce_of_the_answer_runs_in_the_page() {
    String first = nonceOf(stranger.get("/"));
    String second = nonceOf(stranger.get("/c/LEGACY001/properties"));

    assertThat(first).isNotEqualTo(second);
  }

  private static String nonceOf(Answer page) {
    Matcher nonce = NONCE.matcher(page.header("Content-Security-Policy").orElseThrow());
    assertThat(nonce.find()).isTrue();
    assertThat(page.body().lines().filter(line -> line.contains("<script")))
        .isNotEmpty()
        .allMatch(line -> line.contains("nonce=\"" + nonce.group(1) + "\""));
    assertThat(page.body()).doesNotContain("PORTAL-NONCE");
    return nonce.group(1);
  }

  @Test
  void what_is_named_after_its_content_is_kept_for_a_year_and_sent_packed() {
    Matcher script = SCRIPT.matcher(stranger.get("/").body());
    assertThat(script.find()).isTrue();

    Answer plain = stranger.get(script.group(1));
    Answer packed = stranger.get(script.group(1), "Accept-Encoding", "gzip");

    assertThat(packed.header("Cache-Control")).contains("public, max-age=31536000, immutable");
    assertThat(packed.header("Content-Encoding")).contains("gzip");
    assertThat(packed.header("Vary")).contains("Accept-Encoding");
    assertThat(packed.bytes().length).isLessThan(plain.bytes().length / 2);
  }

  @Test
  void no_other_site_may_call() {
    Answer preflight =
        stranger.send(
            "OPTIONS",
            "/api/auth/login",
            null,
            "",
            "Origin",
            "https://elsewhere.example",
            "Access-Control-Request-Method",
            "POST");
    Answer call = stranger.post("/api/auth/refresh", "{}", "Origin", "https://elsewhere.example");

    for (Answer answer : new Answer[] {preflight, call}) {
      assertThat(answer.headers().map().keySet())
          .noneMatch(name -> name.toLowerCase().startsWith("access-control-"));
    }
  }

  @Test
  void the_cookie_is_for_the_sign_in_only_and_for_no_script() {
    Answer signIn =
        stranger.post(
            "/api/auth/login",
            Json.createObjectBuilder()
                .add("email", "manager@vermont.example")
                .add("password", PortalSystem.PASSWORD)
                .build()
                .toString());

    assertThat(signIn.header("Set-Cookie").orElseThrow().split(";"))
        .extracting(String::strip)
        .contains("Path=/api/auth", "HttpOnly", "SameSite=Strict");
  }

  static Stream<String> bad_requests() {
    return Stream.of(
        "GET / HTTP/9.9",
        "GET /" + "a".repeat(20_000) + " HTTP/1.1",
        "GET / HTTP/1.1\r\nX-Long: " + "a".repeat(20_000),
        "GET / HTTP/1.1" + "\r\nX-Many: 1".repeat(300),
        "GET /%00 HTTP/1.1",
        "GET /../../etc/passwd HTTP/1.1",
        "GET /nothing HTTP/1.1",
        "GET /WEB-INF/web.xml HTTP/1.1",
        "GET //nothing HTTP/1.1",
        "GET /api;x=y/properties HTTP/1.1",
        "GET /api/properties/%2e%2e HTTP/1.1",
        "GET /__asadmin/version HTTP/1.1",
        "GET /nothing HTTP/1.1\r\nAuthorization: Bearer a.b.c",
        "TRACE / HTTP/1.1",
        "BREW /pot HTTP/1.1",
        "POST /login HTTP/1.1\r\nContent-Length: 0",
        "POST /api/auth/login HTTP/1.1\r\nContent-Length: -1");
  }

  @ParameterizedTest
  @MethodSource("bad_requests")
  void what_cannot_be_answered_is_refused_without_a_word_about_the_inside(String request)
      throws IOException {
    try (RawConnection connection = new RawConnection(portal.address())) {
      connection.send(request + "\r\nHost: portal\r\nConnection: close\r\n\r\n");
      String answer = connection.answer();

      assertThat(answer).matches("(?s)HTTP/1.1 [45]\\d\\d .*");
      assertThat(answer).doesNotContainPattern(INSIDE);
      assertThat(answer).doesNotContain("<html");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/login", "/api/properties", "/nothing"})
  void a_body_of_a_stranger_is_small(String path) {
    assertProblem(sendSpaces(path, 16 * 1024 + 1), 413, "too-large");
  }

  @Test
  void a_body_of_somebody_known_may_have_a_megabyte(PortalSystem running) {
    String token = running.login(NewCompany.in(running).manager()).token();
    String[] known = {"Authorization", "Bearer " + token};

    assertProblem(sendSpaces("/api/properties", 1024 * 1024, known), 400, "malformed-request");
    assertProblem(sendSpaces("/api/properties", 1024 * 1024 + 1, known), 413, "too-large");
  }

  private Answer sendSpaces(String path, int count, String... headers) {
    byte[] spaces = new byte[count];
    Arrays.fill(spaces, (byte) ' ');
    return stranger.send(
        "POST", path, "application/json", BodyPublishers.ofByteArray(spaces), headers);
  }

  @Test
  void a_body_that_is_large_only_when_it_is_unpacked_is_too_large_as_well() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"email\":\"".getBytes());
      byte[] spaces = new byte[1024 * 1024];
      Arrays.fill(spaces, (byte) 'a');
      for (int i = 0; i < 50; i++) {
        gzip.write(spaces);
      }
    }

    Answer answer =
        stranger.send(
            "POST",
            "/api/auth/login",
            "application/json",
            BodyPublishers.ofByteArray(packed.toByteArray()),
            "Content-Encoding",
            "gzip");

    assertProblem(answer, 413, "too-large");
  }

  @Test
  void a_body_of_unknown_length_is_refused() throws IOException {
    try (RawConnection connection = new RawConnection(portal.address())) {
      connection.send(
          "POST /api/auth/login HTTP/1.1\r\nHost: portal\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");

      String answer = connection.answerUntil("length-required");

      assertThat(answer).startsWith("HTTP/1.1 411 ").contains("application/problem+json");
    }
  }

  private static void assertProblem(Answer answer, int status, String name) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.json().getString("type")).isEqualTo("/problems/" + name);
  }
}
