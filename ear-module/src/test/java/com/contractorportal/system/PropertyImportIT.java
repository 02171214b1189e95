package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.launch.DemoData;
import com.contractorportal.launch.LaunchFailure;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of properties, good and bad, as a manager of a new company sends them. */
@Tag("any-database")
@ExtendWith(PortalExtension.class)
class PropertyImportIT {

  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private PortalSystem portal;
  private NewCompany company;
  private PortalClient manager;

  @BeforeEach
  void a_manager_of_a_new_company(PortalSystem running) {
    portal = running;
    company = NewCompany.in(portal);
    manager = portal.login(company.manager());
  }

  @ParameterizedTest
  @CsvSource({"vermont,175", "massachusetts,188", "connecticut,196"})
  void an_address_file_goes_in_whole(String state, int rows) throws IOException {
    JsonObject done = ended(send(addresses(state), "false"));

    assertThat(done.getString("status")).isEqualTo("COMPLETED");
    assertThat(done.getInt("rowsRead")).isEqualTo(rows);
    assertThat(done.getInt("rowsAccepted")).isEqualTo(rows);
    assertThat(done.getInt("rowsRejected")).isZero();
    assertThat(done.getJsonArray("errors")).isEmpty();
    assertThat(total()).isEqualTo(rows);
  }

  @Test
  void a_dry_run_checks_and_writes_nothing() throws IOException {
    JsonObject done = ended(send(addresses("vermont"), "true"));

    assertThat(done.getBoolean("dryRun")).isTrue();
    assertThat(done.getInt("rowsAccepted")).isEqualTo(175);
    assertThat(total()).isZero();
  }

  @Test
  void a_file_without_a_header_is_refused_at_once() throws IOException {
    String text = new String(addresses("vermont"), StandardCharsets.UTF_8);
    byte[] headless = text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);

    Answer refused = send(headless, "false");

    assertProblem(refused, 400);
    assertThat(refused.json().getString("detail")).contains("first line", "address");
    assertThat(total()).isZero();
  }

  @Test
  void a_bad_latitude_is_reported_with_its_line_and_the_good_rows_stay() {
    JsonObject done =
        ended(
            send(
                ("name,address,latitude,longitude\n"
                        + "Good,1 Main St,44.1,-72.1\n"
                        + "Bad,2 Main St,144.1,-72.1\n"
                        + "\"Two\nlines\",3 Main St,north,-72.1\n"
                        + "Also good,4 Main St,44.2,-72.2\n")
                    .getBytes(StandardCharsets.UTF_8),
                "false"));

    assertThat(done.getString("status")).isEqualTo("COMPLETED");
    assertThat(done.getInt("rowsRead")).isEqualTo(4);
    assertThat(done.getInt("rowsAccepted")).isEqualTo(2);
    assertThat(done.getInt("rowsRejected")).isEqualTo(2);
    List<JsonObject> errors = done.getJsonArray("errors").getValuesAs(JsonObject.class);
    assertThat(errors).extracting(error -> error.getInt("line")).containsExactly(3, 4);
    assertThat(errors).extracting(error -> error.getString("field")).containsOnly("latitude");
    assertThat(errors.get(0).getString("value")).isEqualTo("144.1");
    assertThat(errors.get(0).getString("reason")).contains("-90 and 90");
    assertThat(total()).isEqualTo(2);

    String read = "/api/properties/imports/" + done.getString("id");
    Answer csv = manager.get(read + "/errors.csv");
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.body().lines().toList()).hasSize(3).first().isEqualTo("line,field,reason,value");
    assertThat(manager.get(read, "Accept-Language", "fr").body())
        .contains("Une latitude se situe entre -90 et 90 degrés.");
    assertThat(manager.get(read + "/errors.csv", "Accept-Language", "fr").body())
        .contains("Une latitude se situe entre -90 et 90 degrés.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"address,city\n%s,Stowe\n", "name,address,city\n,%s,Stowe\n"})
  void a_bad_street_that_would_be_the_name_as_well_is_reported_once(String file) {
    for (String street : List.of("", " ", "1 Long Road ".repeat(20))) {
      JsonObject done =
          ended(send(file.formatted(street).getBytes(StandardCharsets.UTF_8), "false"));

      assertThat(done.getJsonArray("errors").getValuesAs(JsonObject.class))
          .extracting(error -> error.getString("field"))
          .containsExactly("street");
      assertThat(done.getInt("rowsRejected")).isEqualTo(1);
    }
  }

  @Test
  void a_quotation_mark_never_closed_is_told_with_its_line_and_the_rows_before_stay() {
    JsonObject done =
        ended(
            send(
                ("name,address\nGood,1 Main St\nBad,\"2 Main St\nLost,3 Main St\n")
                    .getBytes(StandardCharsets.UTF_8),
                "false"));

    assertThat(done.getString("status")).isEqualTo("FAILED");
    assertThat(done.getString("failure")).contains("line 3", "quotation mark");
    assertThat(done.getInt("rowsAccepted")).isEqualTo(1);
    assertThat(done.getJsonArray("errors").getJsonObject(0).getInt("line")).isEqualTo(3);
    assertThat(total()).isEqualTo(1);
  }

  @Test
  void a_file_name_is_one_line() {
    Answer refused =
        manager.send(
            "POST",
            "/api/properties/imports?fileName=sites%00.csv",
            "text/csv",
            BodyPublishers.ofByteArray(rows(1)));

    assertProblem(refused, 400);
    assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("fileName");
  }

  @Test
  void a_megabyte_of_noise_is_refused_with_a_sentence() {
    byte[] noise = new byte[1024 * 1024];
    new Random(1).nextBytes(noise);

    Answer refused = send(noise, "false");

    assertProblem(refused, 400);
    assertThat(refused.json().getString("detail")).contains("not a CSV file");
    assertThat(total()).isZero();
  }

  @Test
  void noise_behind_a_good_start_ends_the_import_with_a_sentence() {
    byte[] file = new byte[1024 * 1024];
    new Random(2).nextBytes(file);
    byte[] start =
        ("name,address\n" + "Good,1 Main St\n".repeat(10_000)).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, file, 0, start.length);

    Answer answer = send(file, "false");

    if (answer.status() == 202) {
      JsonObject done = ended(answer);
      assertThat(done.getString("status")).isEqualTo("FAILED");
      assertThat(done.getString("failure")).endsWith(".");
    } else {
      assertProblem(answer, 400);
    }
  }

  @Test
  void a_file_of_more_than_twenty_megabytes_is_too_large() {
    byte[] large = new byte[20 * 1024 * 1024 + 1];
    Arrays.fill(large, (byte) 'a');

    assertProblem(send(large, "false"), 413);
  }

  @Test
  void an_empty_file_is_refused() {
    assertProblem(send(new byte[0], "false"), 400);
  }

  @Test
  void a_hundred_thousand_rows_go_in() throws IOException {
    Instant start = Instant.now();
    Answer sent = send(rows(100_000), "false");
    long[] most = {0};

    JsonObject done =
        until(
            sent,
            view -> {
              most[0] = Math.max(most[0], heapUsedKilobytes());
              return isOver(view);
            });

    System.out.printf(
        "100,000 rows in %s, at most %d MB of heap in use%n",
        Duration.between(start, Instant.now()), most[0] / 1024);
    assertThat(done.getString("status")).isEqualTo("COMPLETED");
    assertThat(done.getInt("rowsRead")).isEqualTo(100_000);
    assertThat(done.getInt("rowsAccepted")).isEqualTo(100_000);
    assertThat(stored()).isEqualTo("100000 rows, 100000 names");
  }

  @Test
  void a_company_with_much_to_import_waits_in_a_short_line_of_its_own() {
    byte[] file = rows(3_000);
    Answer last = send(file, "true");
    for (int i = 0; i < 200 && last.status() == 202; i++) {
      last = send(file, "true");
    }
    assertProblem(last, 409);
    assertThat(last.json().getString("type")).isEqualTo("/problems/too-many-imports");

    PortalClient other = portal.login(NewCompany.in(portal).manager());
    JsonObject done = ended(send(other, rows(1), "false"), other);

    assertThat(done.getString("status")).isEqualTo("COMPLETED");
    assertThat(manager.get("/api/properties/imports?sort=-createdAt&limit=200").items())
        .as("imports sent before")
        .anyMatch(sent -> sent.getString("status").equals("QUEUED"));
  }

  @Test
  void an_import_goes_on_after_the_server_was_killed_and_takes_no_row_twice() throws LaunchFailure {
    int rows = 30_000;
    Answer sent = send(rows(rows), "false");
    until(sent, view -> view.getInt("rowsRead") > 0 || isOver(view));
    portal.server().kill();
    try {
      assertThat(stored()).as("rows before the end").doesNotStartWith("0 ");
    } finally {
      portal.server().start();
    }

    JsonObject done = ended(sent);

    assertThat(done.getString("status")).isEqualTo("COMPLETED");
    assertThat(done.getInt("rowsRead")).isEqualTo(rows);
    assertThat(done.getInt("rowsAccepted")).isEqualTo(rows);
    assertThat(stored()).isEqualTo(rows + " rows, " + rows + " names");
  }

  private Answer send(byte[] file, String dryRun) {
    return send(manager, file, dryRun);
  }

  private static Answer send(PortalClient sender, byte[] file, String dryRun) {
    return sender.send(
        "POST",
        "/api/properties/imports?fileName=sites.csv&dryRun=" + dryRun,
        "text/csv",
        BodyPublishers.ofByteArray(file));
  }

  private JsonObject ended(Answer sent) {
    return until(sent, PropertyImportIT::isOver);
  }

  private static JsonObject ended(Answer sent, PortalClient sender) {
    return until(sent, sender, PropertyImportIT::isOver);
  }

  private JsonObject until(Answer sent, Predicate<JsonObject> reached) {
    return until(sent, manager, reached);
  }

  private static JsonObject until(Answer sent, PortalClient sender, Predicate<JsonObject> reached) {
    assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
    Instant limit = Instant.now().plus(LIMIT);
    JsonObject view = sent.json();
    while (Instant.now().isBefore(limit)) {
      view = sender.get(sent.location()).json();
      if (reached.test(view)) {
        return view;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("The import does not get there: " + view);
  }

  private static boolean isOver(JsonObject view) {
    return List.of("COMPLETED", "FAILED").contains(view.getString("status"));
  }

  private int total() {
    return manager.get("/api/properties?limit=1&total=true").json().getInt("total");
  }

  private String stored() {
    try (Connection connection = portal.database();
        PreparedStatement count =
            connection.prepareStatement(
                "SELECT COUNT(*), COUNT(DISTINCT name) FROM property WHERE customer_id = ?")) {
      count.setString(1, company.customerId());
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1) + " rows, " + row.getInt(2) + " names";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the server's heap holds, garbage included; 0 where no tool tells. */
  private long heapUsedKilobytes() {
    try {
      Path pid = portal.server().log().getParent().resolveSibling("server.pid");
      Process tool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Files.readString(pid).split(" ")[0],
                  "GC.heap_info")
              .redirectErrorStream(true)
              .start();
      Matcher used =
          USED.matcher(new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      return used.find() ? Long.parseLong(used.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static byte[] rows(int count) {
    StringBuilder csv = new StringBuilder("name,address,city,latitude,longitude\n");
    for (int i = 0; i < count; i++) {
      csv.append("Site ").append(i).append(',').append(i).append(" Main St,Barre,44.1,-72.1\n");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] addresses(String state) throws IOException {
    try (InputStream file =
        DemoData.class.getResourceAsStream("demo/addresses-" + state + ".csv")) {
      return file.readAllBytes();
    }
  }

  private static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
  }
}
