package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of many customers and of a large one, by a server with little memory. */
@Tag("endurance")
class NightEnduranceIT {

  private static final int LOGS = 1_000;
  private static final int EVENTS = 5;
  private static final int PROPERTIES = 20;
  private static final int FEW = 100;
  private static final int MANY = 1_000;

  private static final int MANY_LOGS = 1_000_000;
  private static final int MANY_EVENTS = 50;
  private static final int MANY_PROPERTIES = 2_000;

  private static final double MOST_TIMES_FOR_TEN_TIMES_THE_CUSTOMERS = 11;
  private static final double LEAST_SHARE_OF_PLAIN_JDBC = 0.5;

  private static final int KILLED_CUSTOMERS = 60;
  private static final int KILLS = 20;

  private static final Duration LIMIT = Duration.ofMinutes(90);

  private NightPortal portal;

  @BeforeEach
  void a_portal_with_little_memory() throws Exception {
    portal = NightPortal.start();
  }

  @AfterEach
  void gone_again() {
    portal.close();
  }

  @Test
  void a_night_of_many_customers_and_a_large_one_completes_in_little_memory() throws Exception {
    portal.add(FEW, LOGS, EVENTS, PROPERTIES);
    night("{}"); // Warm.
    Night few = night("{}");
    portal.add(MANY - FEW, LOGS, EVENTS, PROPERTIES);
    Night many = night("{}");
    portal.add(1, MANY_LOGS, MANY_EVENTS, MANY_PROPERTIES);
    Night all = night("{}");
    long resident = portal.residentMb();

    double times = many.seconds() / few.seconds();
    Measurements.write(
        "Night of %,d customers with %,d logs each".formatted(MANY, LOGS),
        "%.0f s, %,.0f rows a second in all reports and formats; %.1f times that of %d such customers, at most %.0f"
            .formatted(
                many.seconds(),
                many.rows() / many.seconds(),
                times,
                FEW,
                MOST_TIMES_FOR_TEN_TIMES_THE_CUSTOMERS));
    Measurements.write(
        "Night of these and one of %,d logs, with a heap of 512 MB".formatted(MANY_LOGS),
        "%.0f s, %,d rows, %,.0f a second; the process had at most %d MB"
            .formatted(all.seconds(), all.rows(), all.rows() / all.seconds(), resident));

    assertThat(times).isLessThan(MOST_TIMES_FOR_TEN_TIMES_THE_CUSTOMERS);
    assertThat(Files.readString(portal.server().log())).doesNotContain("OutOfMemoryError");
  }

  @Test
  void a_large_report_is_at_least_half_as_fast_as_plain_jdbc(@TempDir Path folder)
      throws Exception {
    portal.add(1, LOGS, EVENTS, PROPERTIES);
    night("{}"); // Warm.
    String large = portal.add(1, MANY_LOGS, MANY_EVENTS, MANY_PROPERTIES).get(0);

    long start = System.nanoTime();
    JsonObject run = history(large);
    double portalSeconds = seconds(start);
    Path made = file(large, run);
    Path plain = folder.resolve("plain.csv");
    String header;
    try (Stream<String> lines = Files.lines(made)) {
      header = lines.findFirst().orElseThrow() + "\r\n";
    }
    LocalDateTime asOf =
        LocalDateTime.ofInstant(Instant.parse(run.getString("asOf")), ZoneOffset.UTC);
    long begun = System.nanoTime();
    long rows;
    try (Connection connection = portal.database()) {
      rows = PlainHistory.write(connection, large, asOf, header, plain);
    }
    double plainSeconds = seconds(begun);

    double share = plainSeconds / portalSeconds;
    Measurements.write(
        "Service history of %,d rows as CSV".formatted(MANY_LOGS),
        "%,.0f rows a second; the same file by plain JDBC %,.0f; %.2f of it, at least %.1f"
            .formatted(
                rows / portalSeconds, rows / plainSeconds, share, LEAST_SHARE_OF_PLAIN_JDBC));
    assertThat(rows).isEqualTo(MANY_LOGS);
    assertThat(Files.mismatch(made, plain)).as("first difference").isEqualTo(-1);
    assertThat(share).isGreaterThan(LEAST_SHARE_OF_PLAIN_JDBC);
  }

  /** Has the history made as the customer's people would. */
  private JsonObject history(String customer) throws InterruptedException {
    PortalClient admin = portal.login("crew@night.example", customer);
    Answer asked = admin.post("/api/reports/SERVICE_HISTORY/run", "{\"formats\":[\"csv\"]}");
    assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
    Instant limit = Instant.now().plus(LIMIT);
    while (true) {
      JsonObject run = admin.get(asked.location()).json();
      if (run.getString("status").equals("COMPLETED")) {
        return run;
      }
      assertThat(run.getString("status")).as(run.toString()).isEqualTo("RUNNING");
      assertThat(Instant.now()).as(run.toString()).isBefore(limit);
      Thread.sleep(100);
    }
  }

  private Path file(String customer, JsonObject run) {
    return portal
        .server()
        .store()
        .resolve("reports")
        .resolve(customer)
        .resolve(run.getString("id"))
        .resolve(run.getJsonArray("files").getJsonObject(0).getString("name"));
  }

  @Test
  void after_twenty_deaths_every_file_is_that_of_an_undisturbed_night() throws Exception {
    portal.add(KILLED_CUSTOMERS, LOGS, EVENTS, PROPERTIES);
    String yesterday =
        "{\"day\":\"%s\"}"
            .formatted(Instant.now().minus(Duration.ofDays(2)).toString().substring(0, 10));
    String undisturbed = portal.startNight(yesterday);
    portal.awaitEnd(undisturbed, LIMIT);
    Map<String, String> files = portal.digests(undisturbed);
    assertThat(files).hasSizeGreaterThan(KILLED_CUSTOMERS * ManyCustomers.REPORTS);

    String night = portal.startNight(yesterday);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int kill = 1; kill <= KILLS; kill++) {
      int from = KILLED_CUSTOMERS * (kill - 1) / (KILLS + 1);
      portal.await(night, LIMIT, seen -> completed(seen) >= from);
      Thread.sleep(random.nextInt(3_000)); // Any moment is as good as any other.
      portal.server().kill();
      portal.server().start();
    }
    JsonObject ended = portal.awaitEnd(night, LIMIT);

    assertThat(ended.getJsonObject("counts").getInt("failed")).as("seed %d", seed).isZero();
    assertThat(portal.digests(night)).as("seed %d", seed).isEqualTo(files);
    assertThat(halfWritten()).isEmpty();
    long interrupted =
        portal.number(
            "SELECT COUNT(*) FROM execution_log WHERE status NOT IN ('COMPLETED', 'FAILED')"
                + " AND customer_id LIKE 'KNGHT%'");
    Measurements.write(
        "Files of a night whose server was killed %d times".formatted(KILLS),
        "%,d of %,d the same as those of an undisturbed night, byte by byte; %d interruptions told by the execution logs"
            .formatted(files.size(), files.size(), interrupted));
    assertThat(interrupted).isPositive();
  }

  private static int completed(JsonObject night) {
    return night.getJsonObject("counts").getInt("completed");
  }

  private List<Path> halfWritten() throws IOException {
    try (Stream<Path> files = Files.walk(portal.server().store())) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  /** What a night took, and how many rows its reports have. */
  private record Night(double seconds, long rows) {}

  private Night night(String request) throws Exception {
    long start = System.nanoTime();
    String night = portal.startNight(request);
    JsonObject ended = portal.awaitEnd(night, LIMIT);
    double seconds = seconds(start);
    assertThat(ended.getJsonObject("counts").getInt("failed")).as(ended.toString()).isZero();
    String id = night.substring(night.lastIndexOf('/') + 1).replace("-", "");
    return new Night(
        seconds,
        portal.number(
            "SELECT SUM(row_count) FROM report_result WHERE night_id = UNHEX('" + id + "')"));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
