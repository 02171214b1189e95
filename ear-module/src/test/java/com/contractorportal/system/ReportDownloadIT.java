package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers take files of reports by plain links, in parts if need be. */
@Tag("any-database")
@ExtendWith(PortalExtension.class)
class ReportDownloadIT {

  /** Long enough to be compressed, if anybody did. */
  private static final String CONTENT = "snow and ice,".repeat(400);

  private static final int SIZE = CONTENT.length();

  private PortalSystem portal;
  private NewCompany company;
  private PortalClient manager;
  private String run;
  private String file;
  private String sha256;

  @BeforeEach
  void a_run_with_a_file(PortalSystem running) throws Exception {
    portal = running;
    company = NewCompany.in(portal);
    manager = portal.login(company.manager());
    run = UUID.randomUUID().toString();
    file = "/api/report-runs/" + run + "/files/season.csv";
    byte[] bytes = CONTENT.getBytes(StandardCharsets.US_ASCII);
    sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    Path place =
        portal.server().store().resolve("reports").resolve(company.customerId()).resolve(run);
    Files.createDirectories(place);
    Files.write(place.resolve("season.csv"), bytes);
    insertRun("SEASON_SUMMARY", run, "season.csv");
  }

  private void insertRun(String kind, String id, String name) {
    change(
        "INSERT INTO report_run (customer_id, id, kind, origin, as_of, status, started_at,"
            + " row_count) VALUES (?, UNHEX(REPLACE('"
            + id
            + "', '-', '')), '"
            + kind
            + "', 'ON_DEMAND', UTC_TIMESTAMP(), 'COMPLETED', UTC_TIMESTAMP(), 0)");
    change(
        "INSERT INTO report_file (customer_id, id, run_id, name, media_type, byte_count, sha256)"
            + " VALUES (?, UNHEX(REPLACE(UUID(), '-', '')), UNHEX(REPLACE('%s', '-', '')), '%s',"
                .formatted(id, name)
            + " 'text/csv', %d, '%s')".formatted(SIZE, sha256));
  }

  @Test
  void
      a_ticket_opens_the_file_without_a_token_as_often_as_it_takes_and_each_time_is_in_the_trail() {
    String url = ticket(manager);

    Answer whole = portal.stranger().get(url);

    assertThat(whole.status()).as(whole.toString()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(CONTENT);
    assertThat(whole.header("Content-Type")).contains("text/csv");
    assertThat(whole.header("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''season.csv");
    assertThat(whole.header("Content-Length")).contains(String.valueOf(SIZE));
    assertThat(whole.header("Accept-Ranges")).contains("bytes");
    assertThat(whole.header("Cache-Control")).contains("no-store");
    assertThat(whole.etag()).isEqualTo('"' + sha256 + '"');
    assertThat(downloads()).isEqualTo(1);

    Answer rest = portal.stranger().get(url, "Range", "bytes=10-");
    assertThat(rest.status()).isEqualTo(206);
    assertThat(rest.body()).isEqualTo(CONTENT.substring(10));
    assertThat(downloads()).isEqualTo(2);
  }

  @Test
  void to_ask_how_long_a_file_is_is_not_to_take_it() {
    for (Answer head :
        new Answer[] {
          portal.stranger().send("HEAD", ticket(manager), null, ""),
          manager.send("HEAD", file, null, "")
        }) {
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.header("Content-Length")).contains(String.valueOf(SIZE));
      assertThat(head.etag()).isEqualTo('"' + sha256 + '"');
      assertThat(head.bytes()).isEmpty();
    }
    assertThat(downloads()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0, 3",
    "bytes=4-4, 4, 4",
    "bytes=100-, 100, 5199",
    "bytes=-5, 5195, 5199",
    "bytes=5190-99999, 5190, 5199",
    "bytes=-99999, 0, 5199"
  })
  void a_part_is_had_by_ticket_and_by_token_and_is_never_compressed(
      String range, int first, int last) {
    for (Answer part :
        new Answer[] {
          portal.stranger().get(ticket(manager), "Range", range, "Accept-Encoding", "gzip"),
          manager.get(file, "Range", range, "Accept-Encoding", "gzip"),
          manager.get(file, "Range", range, "If-Range", '"' + sha256 + '"')
        }) {
      assertThat(part.status()).as(part.toString()).isEqualTo(206);
      assertThat(part.body()).isEqualTo(CONTENT.substring(first, last + 1));
      assertThat(part.header("Content-Range"))
          .contains("bytes %d-%d/%d".formatted(first, last, SIZE));
      assertThat(part.header("Content-Length")).contains(String.valueOf(last - first + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5200-", "bytes=9999-99999", "bytes=-0"})
  void what_begins_behind_the_end_is_a_problem_that_tells_the_length(String range) {
    Answer refused = portal.stranger().get(ticket(manager), "Range", range);

    assertThat(refused.status()).isEqualTo(416);
    assertThat(refused.header("Content-Range")).contains("bytes */" + SIZE);
    assertThat(refused.json().getInt("status")).isEqualTo(416);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,3-4", "lines=1-2", "bytes=5-2", "bytes=-", "bytes=a-b", "0-3"})
  void what_is_no_single_range_is_answered_with_all(String range) {
    Answer whole = manager.get(file, "Range", range);

    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(CONTENT);
  }

  @Test
  void a_part_of_what_was_another_file_is_not_given() {
    Answer whole = manager.get(file, "Range", "bytes=10-", "If-Range", "\"another\"");

    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(CONTENT);
  }

  @Test
  void a_ticket_ends_with_its_time_the_session_and_the_customer() {
    String late = ticket(manager);
    change("UPDATE file_ticket SET expires_at = UTC_TIMESTAMP() WHERE customer_id = ?");
    assertThat(portal.stranger().get(late).status()).as("after its time").isEqualTo(404);

    String url = ticket(manager);
    change("UPDATE customer SET status = 'SUSPENDED' WHERE customer_id = ?");
    assertThat(portal.stranger().get(url).status()).as("suspended").isEqualTo(404);
    change("UPDATE customer SET status = 'ACTIVE' WHERE customer_id = ?");
    assertThat(portal.stranger().get(url).status()).as("active again").isEqualTo(200);
    assertThat(manager.post("/api/auth/logout").status()).isEqualTo(204);
    assertThat(portal.stranger().get(url).status()).as("signed out").isEqualTo(404);
  }

  @Test
  void who_may_not_read_a_report_gets_no_ticket_and_loses_it_with_the_role() throws Exception {
    String costs = UUID.randomUUID().toString();
    insertRun("CONTRACTOR_HOURS", costs, "contractor-hours.csv");
    Path place =
        portal.server().store().resolve("reports").resolve(company.customerId()).resolve(costs);
    Files.createDirectories(place);
    Files.writeString(place.resolve("contractor-hours.csv"), CONTENT);
    String hours = "/api/report-runs/" + costs + "/files/contractor-hours.csv/ticket";
    PortalClient admin = portal.login(company.hire(portal, "ADMIN"));
    PortalClient elsewhere = portal.login(NewCompany.in(portal).manager());

    assertThat(manager.post(hours).status()).isEqualTo(404);
    assertThat(elsewhere.post(hours).status()).isEqualTo(404);
    assertThat(elsewhere.post(file + "/ticket").status()).isEqualTo(404);
    assertThat(elsewhere.post("/api/report-runs/" + run + "/archive/ticket").status())
        .isEqualTo(404);
    PortalClient contractor = portal.login(company.hire(portal, "CONTRACTOR"));
    assertThat(contractor.post(file + "/ticket").status()).isEqualTo(403);
    String anything =
        "{\"kind\":\"REPORT_ARCHIVE\",\"id\":\"" + run + "\"}"; // Tickets are for contractors, too.
    assertThat(contractor.post("/api/tickets", anything).status()).isEqualTo(404);
    assertThat(elsewhere.post("/api/tickets", anything).status()).isEqualTo(404);

    String url = admin.post(hours).json().getString("url");
    assertThat(portal.stranger().get(url).status()).isEqualTo(200);
    change("UPDATE membership SET role = 'VIEWER' WHERE customer_id = ? AND role = 'ADMIN'");
    assertThat(portal.stranger().get(url).status()).as("no administrator any more").isEqualTo(404);
  }

  @Test
  void all_of_a_night_is_had_by_ticket() throws Exception {
    Answer ticket = manager.post("/api/report-runs/" + run + "/archive/ticket");

    Answer archive = portal.stranger().get(ticket.json().getString("url"));

    assertThat(archive.status()).isEqualTo(200);
    assertThat(archive.header("Content-Disposition").orElse("")).startsWith("attachment; ");
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("manifest.json");
      assertThat(zip.getNextEntry().getName()).isEqualTo("season.csv");
      assertThat(new String(zip.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo(CONTENT);
    }
  }

  private String ticket(PortalClient who) {
    Answer answer = who.post(file + "/ticket");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().getString("url");
  }

  private long downloads() {
    return new Tables(portal)
        .number(
            "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND action = 'download'",
            company.customerId());
  }

  private void change(String sql) {
    new Tables(portal).run(sql, company.customerId());
  }
}
