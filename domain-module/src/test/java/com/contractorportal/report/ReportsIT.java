package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Transaction;
import com.contractorportal.customer.Units;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import com.contractorportal.winterevent.EventKind;
import com.contractorportal.winterevent.EventStatus;
import com.contractorportal.winterevent.Work;
import com.contractorportal.worklog.MaterialUnit;
import com.contractorportal.worklog.WorkLogStatus;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The reports of a company with a winter of its own, against SQL over the raw rows. */
@ExtendWith(ArquillianExtension.class)
class ReportsIT {

  private static final Instant AS_OF = Instant.parse("2026-01-15T07:00:00Z");
  private static final Instant STORM = Instant.parse("2026-01-10T12:00:00Z");

  private static final List<String> ON_PAPER = List.of("EVENT_REPORT", "SERVICE_HISTORY");

  /** Work that counts, in words of SQL. */
  private static final String COUNTS =
      " FROM winter_ops_log l WHERE l.customer_id = ? AND l.event_id = ? AND l.property_id = ?"
          + " AND l.status IN ('COMPLETED', 'APPROVED') AND l.created_at <= '2026-01-15 07:00:00'"
          + " AND NOT EXISTS (SELECT 1 FROM winter_ops_log c WHERE c.customer_id = l.customer_id"
          + " AND c.id = l.corrected_by AND c.status <> 'REJECTED')";

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private final UUID storm = Ids.next();
  private final UUID school = Ids.next();
  private final UUID depot = Ids.next();

  private Fixture given;
  private CustomerId company;
  private UUID plower;
  private UUID salter;
  private Map<String, ReportRunView> runs;

  @BeforeEach
  void a_night_after_a_storm() throws Exception {
    given = new Fixture();
    winterOf(given.customer("Another company with the same ids"), 1_000);
    company = given.customer("Snow and Sons");
    winterOf(company, 0);
    runs = night(company);
  }

  @Test
  void all_reports_are_made_in_all_formats() {
    assertThat(runs.keySet())
        .containsExactlyInAnyOrder(
            "SEASON_SUMMARY",
            "EVENT_REPORT",
            "CONTRACTOR_HOURS",
            "SERVICE_HISTORY",
            "MATERIAL_USAGE",
            "OPEN_AND_LATE_WORK");
    assertThat(runs.values())
        .allSatisfy(
            run -> {
              assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
              assertThat(run.rowCount()).isPositive();
              String name = run.kind().toLowerCase(Locale.ROOT).replace('_', '-') + "-2026-01-15.";
              assertThat(run.files())
                  .extracting(ReportFileView::name)
                  .containsExactlyElementsOf(
                      ON_PAPER.contains(run.kind())
                          ? List.of(name + "csv", name + "pdf", name + "xlsx")
                          : List.of(name + "csv", name + "xlsx"));
            });
  }

  @Test
  void csv_and_workbook_say_the_same() throws Exception {
    for (ReportRunView run : runs.values()) {
      List<CsvRecord> csv = csv(run);
      List<Row> sheet = sheet(run);
      List<Column> columns = report(run.kind()).columns();
      assertThat(csv).as(run.kind()).hasSize((int) run.rowCount() + 1).hasSameSizeAs(sheet);
      for (int row = 1; row < csv.size(); row++) {
        for (int column = 0; column < csv.get(row).getFieldCount(); column++) {
          assertSame(
              run.kind() + " " + csv.get(0).getField(column),
              shown(columns.get(column), csv.get(row).getField(column)),
              sheet.get(row),
              column);
        }
      }
    }
  }

  /** As a workbook in English shows it. */
  private static String shown(Column column, String csv) {
    return column.type() == Column.Type.CODE && !csv.isEmpty()
        ? Words.of(Locale.US).code(csv)
        : csv;
  }

  private static Report report(String kind) {
    return CDI.current().select(Reports.class).get().all().stream()
        .filter(report -> report.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void all_that_reports_name_has_a_word_in_french() {
    ResourceBundle french =
        ResourceBundle.getBundle("com.contractorportal.report.words", Locale.FRENCH);
    List<String> keys = new ArrayList<>();
    for (Report report : CDI.current().select(Reports.class).get().all()) {
      keys.add("report." + report.kind());
      for (Column column : report.columns()) {
        keys.add("column." + column.name());
        for (Units units : Units.values()) {
          column.unit(units).ifPresent(unit -> keys.add("unit." + unit));
        }
      }
      report
          .paper()
          .ifPresent(
              paper ->
                  Stream.concat(paper.table().stream(), paper.facts().stream())
                      .forEach(field -> keys.add("column." + field.heading())));
    }
    Stream.of(
            MaterialUnit.values(),
            Work.values(),
            WorkLogStatus.values(),
            EventKind.values(),
            EventStatus.values())
        .flatMap(Stream::of)
        .forEach(code -> keys.add("code." + code.name()));
    assertThat(french.keySet()).containsAll(keys);
  }

  /** All of a line of the table: figures as the CSV has them, dates and words as people do. */
  @Test
  void paper_says_the_same_figures() throws Exception {
    String paper = paper(runs.get("EVENT_REPORT"));
    for (Map<String, String> row : rows("EVENT_REPORT")) {
      assertThat(paper)
          .contains(
              Stream.of("visits", "crew", "worked_hours", "passes", "depth_cm")
                  .map(row::get)
                  .collect(Collectors.joining(" ", row.get("property") + " 1 Salt Street ", "")))
          .containsPattern(
              row.get("property")
                  + ".* "
                  + Pattern.quote(
                      String.format(Locale.US, "%,.2f", number(row.get("material_mass_kg"))))
                  + "\\b");
    }
    BigDecimal worked =
        rows("EVENT_REPORT").stream()
            .map(row -> number(row.get("worked_hours")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(paper).contains("Snow and Sons", "Storm", worked.toPlainString());

    String history = paper(runs.get("SERVICE_HISTORY"));
    assertThat(history)
        .contains(
            "1/10/2026 7:10\u00a0AM – 0.33 Plowing Pat Person Rock salt 10.25",
            "7:05\u00a0AM, 12\u00a0m 7:30\u00a0AM, 9\u00a0m 2 Snow, 2.5\u00a0cm");
    assertThat(history.split("1/1\\d/2026 \\d+:\\d\\d.[AP]M –", -1))
        .hasSize((int) runs.get("SERVICE_HISTORY").rowCount() + 1);
  }

  private String paper(ReportRunView run) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(bytes(run, ".pdf"))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(pdf);
    }
  }

  private static void assertSame(String where, String csv, Row row, int column) {
    Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
    if (csv.isEmpty()) {
      assertThat(cell == null || cell.getType() == CellType.EMPTY || cell.getText().isEmpty())
          .as(where)
          .isTrue();
    } else if (cell.getType() != CellType.NUMBER) {
      assertThat(cell.getText()).as(where).isEqualTo(csv);
    } else if (csv.matches("\\d{4}-\\d\\d-\\d\\d")) {
      assertThat(cell.asDate().toLocalDate()).as(where).hasToString(csv);
    } else if (csv.indexOf('T') > 0) {
      assertThat(cell.asDate()).as(where).isEqualTo(OffsetDateTime.parse(csv).toLocalDateTime());
    } else {
      assertThat(cell.asNumber()).as(where).isEqualByComparingTo(new BigDecimal(csv));
    }
  }

  @Test
  void the_figures_of_an_event_are_those_of_the_raw_rows() throws Exception {
    for (Map<String, String> row : rows("EVENT_REPORT")) {
      UUID property = row.get("property").equals("School") ? school : depot;
      assertThat(row.get("event")).isEqualTo("Storm");
      assertThat(row.get("visits")).isEqualTo(figure("COUNT(*)", property, 0));
      assertThat(row.get("crew")).isEqualTo(figure("COUNT(DISTINCT member_id)", property, 0));
      assertThat(row.get("passes")).isEqualTo(figure("SUM(passes)", property, 0));
      assertThat(row.get("worked_hours"))
          .isEqualTo(
              figure("SUM(TIMESTAMPDIFF(SECOND, started_at, ended_at)) / 3600", property, 2));
      assertThat(row.get("depth_cm")).isEqualTo(figure("MAX(depth_cm)", property, 1));
      assertThat(row.get("material_mass_kg"))
          .isEqualTo(
              figure(
                  "SUM(CASE material_unit WHEN 'KG' THEN material_quantity"
                      + " WHEN 'LB' THEN material_quantity * 0.45359237 END)",
                  property,
                  2));
    }
    assertThat(rows("EVENT_REPORT"))
        .extracting(row -> row.get("property"))
        .containsExactlyInAnyOrder("School", "Depot");
  }

  @Test
  void the_weather_of_an_event_is_that_of_the_nearest_place() throws Exception {
    Map<String, String> there = row("EVENT_REPORT", "property", "School");
    assertThat(there)
        .containsEntry("weather_place", "Burlington")
        .containsEntry("snowfall_cm", "5.5")
        .containsEntry("precipitation_mm", "6.50")
        .containsEntry("temperature_min_c", "-7.0")
        .containsEntry("temperature_max_c", "-2.0");
    assertThat(row("EVENT_REPORT", "property", "Depot")).containsEntry("weather_place", "");
  }

  @Test
  void hours_and_cost_are_those_of_the_raw_rows() throws Exception {
    BigDecimal labour = BigDecimal.ZERO;
    BigDecimal equipment = BigDecimal.ZERO;
    for (Map<String, String> row : rows("CONTRACTOR_HOURS")) {
      assertThat(row.get("equipment_currency")).isIn("USD", "");
      labour = labour.add(number(row.get("labour_cost")));
      equipment = equipment.add(number(row.get("equipment_cost")));
    }
    assertThat(labour)
        .isEqualByComparingTo(
            sum("SUM(TIMESTAMPDIFF(SECOND, started_at, ended_at) * 40.00) / 3600", "= 'SALT'"));
    assertThat(equipment)
        .isEqualByComparingTo(
            sum(
                "SUM(TIMESTAMPDIFF(SECOND, started_at, ended_at) * hourly_rate) / 3600",
                "<> 'NONE'"));
  }

  @Test
  void service_is_proven_by_check_ins_photos_and_weather() throws Exception {
    List<Map<String, String>> rows = rows("SERVICE_HISTORY");
    assertThat(rows).extracting(row -> row.get("started")).isSorted();
    assertThat(rows)
        .hasSize(
            Integer.parseInt(figure("COUNT(*)", school, 0))
                + Integer.parseInt(figure("COUNT(*)", depot, 0)));
    assertThat(rows.get(0))
        .containsEntry("property", "School")
        .containsEntry("work", "PLOW")
        .containsEntry("day", "2026-01-10")
        .containsEntry("late", "no")
        .containsEntry("started", "2026-01-10T07:10:00-05:00")
        .containsEntry("checked_in", "2026-01-10T07:05:00-05:00")
        .containsEntry("checked_in_away_m", "12")
        .containsEntry("checked_out", "2026-01-10T07:30:00-05:00")
        .containsEntry("photos", "2")
        .containsEntry("weather_place", "Burlington")
        .containsEntry("conditions", "Snow")
        .containsEntry("snowfall_cm", "2.5");
    assertThat(rows.get(1)).containsEntry("photos", "0").containsEntry("checked_in", "");
  }

  @Test
  void material_is_summed_by_property_and_put_on_its_area() throws Exception {
    List<Map<String, String>> rows = rows("MATERIAL_USAGE");
    assertThat(rows)
        .filteredOn(row -> row.get("property").equals("School") && row.get("unit").equals("KG"))
        .singleElement()
        .satisfies(
            row -> {
              BigDecimal mass = number(row.get("mass_kg"));
              assertThat(mass)
                  .isEqualByComparingTo(
                      figure(
                          "SUM(CASE material_unit WHEN 'KG' THEN material_quantity END)",
                          school,
                          2));
              assertThat(number(row.get("spread_g_per_m2"))) // On 1,000 m².
                  .isEqualByComparingTo(mass);
            });
    assertThat(rows)
        .filteredOn(row -> row.get("property").equals("Depot"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("spread_g_per_m2")).isEmpty());
  }

  @Test
  void open_rejected_and_late_work_is_told() throws Exception {
    assertThat(rows("OPEN_AND_LATE_WORK"))
        .extracting(row -> row.get("why"))
        .containsExactly("open", "rejected", "rejected", "late");
    assertThat(row("OPEN_AND_LATE_WORK", "why", "open"))
        .containsEntry("open_hours", "19.00")
        .containsEntry("ended", "");
  }

  @Test
  void what_people_cost_is_for_administrators() throws Exception {
    ReportRunView costs = runs.get("CONTRACTOR_HOURS");
    String file = costs.files().get(0).name();
    for (Role role : List.of(Role.MANAGER, Role.VIEWER)) {
      assertThat(as(role, () -> service().kinds().items()))
          .extracting(ReportView::kind)
          .contains("EVENT_REPORT")
          .doesNotContain("CONTRACTOR_HOURS");
      assertThat(as(role, () -> service().list(PageRequest.first(100)).items()))
          .extracting(ReportRunView::kind)
          .contains("EVENT_REPORT")
          .doesNotContain("CONTRACTOR_HOURS");
      assertThatThrownBy(() -> as(role, () -> service().get(costs.id())))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> as(role, () -> service().take(costs.id(), file)))
          .isInstanceOf(NotFound.class);
    }
    assertThat(as(Role.ADMIN, () -> service().get(costs.id())).kind())
        .isEqualTo("CONTRACTOR_HOURS");
  }

  @Test
  void a_night_is_one_archive_with_a_manifest() throws Exception {
    Map<String, byte[]> parts = archive(Role.ADMIN);

    try (JsonReader manifest =
        Json.createReader(new ByteArrayInputStream(parts.remove("manifest.json")))) {
      JsonObject said = manifest.readObject();
      assertThat(said.getString("asOf")).isEqualTo(AS_OF.toString());
      List<JsonObject> files = said.getJsonArray("files").getValuesAs(JsonObject.class);
      assertThat(files).hasSize(14);
      for (JsonObject file : files) {
        byte[] bytes = parts.remove(file.getString("name"));
        assertThat(file.getInt("byteCount")).isEqualTo(bytes.length);
        assertThat(file.getString("sha256"))
            .isEqualTo(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(file.getInt("rows"))
            .isEqualTo((int) runs.get(file.getString("kind")).rowCount());
      }
    }
    assertThat(parts).isEmpty();
    assertThat(archive(Role.VIEWER).keySet())
        .hasSize(13)
        .noneMatch(name -> name.startsWith("contractor-hours"));
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND action = 'download'"
                    + " AND after_state LIKE '%event-report-2026-01-15.csv%'",
                company.value()))
        .isEqualTo(2);
  }

  private Map<String, byte[]> archive(Role role) throws Exception {
    UUID any = runs.get("EVENT_REPORT").id();
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    as(
        role,
        () -> {
          service().takeArchive(any).writeTo(zipped);
          return null;
        });
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  @Test
  void another_night_of_the_same_instant_makes_the_same_bytes() throws Exception {
    Map<String, ReportRunView> again = night(company);

    for (ReportRunView run : runs.values()) {
      ReportRunView other = again.get(run.kind());
      assertThat(other.id()).isNotEqualTo(run.id());
      assertThat(other.files()).as(run.kind()).isEqualTo(run.files());
    }
  }

  @Test
  void what_was_entered_after_the_instant_of_the_report_is_left_out() throws Exception {
    log(company, 99, school, plower, "COMPLETED", "KG", AS_OF.plusSeconds(1));
    Map<String, ReportRunView> again = night(company);

    assertThat(again.get("EVENT_REPORT").files()).isEqualTo(runs.get("EVENT_REPORT").files());
    assertThat(again.get("SERVICE_HISTORY").files()).isEqualTo(runs.get("SERVICE_HISTORY").files());
  }

  /** More logs than a statement goes through, of which few are late; one of them is the last. */
  @Test
  void of_very_many_logs_those_that_are_wanted_are_told_once_and_in_order() throws Exception {
    int many = 45_000;
    Instant start = STORM.plus(Duration.ofHours(12)); // After all others.
    List<Integer> late = List.of(0, 19_999, 20_000, 20_001, 20_002, 40_005, many - 1);
    List<UUID> properties = List.of(school, depot);
    given.runEach(
        "INSERT INTO winter_ops_log (customer_id, id, event_id, property_id, member_id, work,"
            + " status, started_at, ended_at, material, material_quantity, material_unit,"
            + " captured_at, received_at, late, created_at, updated_at)"
            + " VALUES (?, ?, ?, ?, ?, 'SALT', 'APPROVED', ?, ?,"
            + " 'Sand', 1, 'YD3', '2026-01-10 20:00', '2026-01-10 20:00', ?, '2026-01-10 20:00',"
            + " '2026-01-10 20:00')",
        many,
        i ->
            new Object[] {
              company.value(),
              Ids.next(),
              storm,
              properties.get(i % 2),
              salter,
              start.plusSeconds(i / 2), // Two begin at the same instant.
              start.plusSeconds(i / 2 + 60),
              late.contains(i)
            });

    Map<String, ReportRunView> made =
        night(company, Wishes.ofKinds(List.of("OPEN_AND_LATE_WORK", "MATERIAL_USAGE")));

    runs = made;
    assertThat(
            rows("OPEN_AND_LATE_WORK").stream()
                .filter(row -> row.get("why").equals("late"))
                .map(
                    row ->
                        Instant.from(
                            DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(row.get("started"))))
                .filter(begun -> !begun.isBefore(start)))
        .containsExactlyElementsOf(late.stream().map(i -> start.plusSeconds(i / 2)).toList());
    assertThat(
            rows("MATERIAL_USAGE").stream()
                .filter(row -> row.get("unit").equals("YD3"))
                .map(row -> row.get("logs")))
        .containsExactly("22500", "22500");
  }

  /** More than two pages, and all of it begun at the same instant. */
  @Test
  void a_long_winter_is_written_whole() throws Exception {
    int many = 1_100;
    List<UUID> properties = Stream.generate(Ids::next).limit(many).toList();
    given.runEach(
        "INSERT INTO property (customer_id, id, name, street, kind, status, created_at,"
            + " updated_at) VALUES (?, ?, ?, '1 Salt Street', 'OTHER', 'ACTIVE', '2026-01-01',"
            + " '2026-01-01')",
        many,
        i -> new Object[] {company.value(), properties.get(i), "One of many " + i});
    given.runEach(
        "INSERT INTO winter_ops_log (customer_id, id, event_id, property_id, member_id, work,"
            + " status, started_at, ended_at, material, material_quantity, material_unit,"
            + " captured_at, received_at, late, created_at, updated_at)"
            + " VALUES (?, ?, ?, ?, ?, 'SALT', 'APPROVED', '2026-01-10 20:00', '2026-01-10 20:10',"
            + " 'Sand', 1, 'T', '2026-01-10 20:00', '2026-01-10 20:00', TRUE, '2026-01-10 20:00',"
            + " '2026-01-10 20:00')",
        many,
        i -> new Object[] {company.value(), Ids.next(), storm, properties.get(i), salter});

    Map<String, ReportRunView> before = runs;
    runs = night(company);

    for (String kind :
        List.of("EVENT_REPORT", "SERVICE_HISTORY", "MATERIAL_USAGE", "OPEN_AND_LATE_WORK")) {
      assertThat(runs.get(kind).rowCount()).as(kind).isEqualTo(before.get(kind).rowCount() + many);
      assertThat(rows(kind).stream().map(row -> row.get("property")).distinct())
          .as(kind)
          .hasSizeGreaterThanOrEqualTo(many);
    }
  }

  /**
   * Work at two properties, under the ids that any other company's winter in this test has.
   *
   * @param more added to whatever is spread
   */
  private void winterOf(CustomerId customer, int more) {
    plower = given.member(given.account("no hash", false), customer, Role.CONTRACTOR);
    salter = given.member(given.account("no hash", false), customer, Role.CONTRACTOR);
    given.run(
        "UPDATE member SET hourly_cost = 40, currency = 'USD' WHERE customer_id = ? AND id = ?",
        customer.value(),
        salter);
    given.run(
        "INSERT INTO winter_event (customer_id, id, name, kind, status, starts_at, ends_at,"
            + " measured_depth_cm, created_at, updated_at)"
            + " VALUES (?, ?, 'Storm', 'SNOW', 'CLOSED', ?, ?, 12.5, ?, ?)",
        customer.value(),
        storm,
        STORM,
        STORM.plus(Duration.ofHours(18)),
        STORM,
        STORM);
    property(customer, school, "School", "44.48, -73.21", "1000");
    property(customer, depot, "Depot", "NULL, NULL", "NULL");
    for (int i = 0; i < 12; i++) {
      log(
          customer,
          i,
          i % 3 == 0 ? school : depot,
          i % 2 == 0 ? plower : salter,
          i == 4 ? "REJECTED" : i % 2 == 0 ? "COMPLETED" : "APPROVED",
          i % 5 == 0 ? "LB" : "KG",
          STORM.plusSeconds(60L * i));
    }
    given.run(
        "UPDATE winter_ops_log SET material_quantity = material_quantity + ? WHERE customer_id = ?",
        more,
        customer.value());
    corrected(customer, 9, 20, "APPROVED");
    corrected(customer, 3, 21, "REJECTED");
    log(customer, 30, depot, plower, "OPEN", "KG", STORM);
    given.run(
        "UPDATE winter_ops_log SET late = TRUE WHERE customer_id = ? AND id = ?",
        customer.value(),
        logId(6));
    proof(customer);
    weather(customer);
  }

  private void property(CustomerId customer, UUID id, String name, String position, String areaM2) {
    given.run(
        "INSERT INTO property (customer_id, id, name, street, latitude, longitude, kind, area_m2,"
            + " status, created_at, updated_at) VALUES (?, ?, ?, '1 Salt Street', "
            + position
            + ", 'COMMERCIAL', "
            + areaM2
            + ", 'ACTIVE', ?, ?)",
        customer.value(),
        id,
        name,
        STORM,
        STORM);
  }

  private UUID logId(int number) {
    return UUID.nameUUIDFromBytes((storm + "/" + number).getBytes(StandardCharsets.UTF_8));
  }

  /** Twenty minutes of work and some more; open work began twelve hours before the report. */
  private void log(
      CustomerId customer,
      int number,
      UUID property,
      UUID member,
      String status,
      String unit,
      Instant created) {
    boolean open = status.equals("OPEN");
    Instant start =
        open ? AS_OF.minus(Duration.ofHours(19)) : STORM.plusSeconds(600 + 1200L * number);
    given.run(
        "INSERT INTO winter_ops_log (customer_id, id, event_id, property_id, member_id, work,"
            + " status, hourly_rate, currency, started_at, ended_at, depth_cm, material,"
            + " material_quantity, material_unit, passes, captured_at, received_at, late,"
            + " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'Rock salt', ?,"
            + " ?, ?, ?, ?, FALSE, ?, ?)",
        customer.value(),
        logId(number),
        storm,
        property,
        member,
        member.equals(salter) ? "SALT" : "PLOW",
        status,
        member.equals(plower) ? new BigDecimal("85.50") : null,
        member.equals(plower) ? "USD" : null,
        start,
        open ? null : start.plusSeconds(1200 + 67L * number),
        new BigDecimal("3.5").add(BigDecimal.valueOf(number)),
        new BigDecimal("10.25").add(BigDecimal.valueOf(number)),
        unit,
        number % 4 + 1,
        start,
        start,
        created,
        created);
  }

  /** A log that another one takes the place of, or would if it had not been rejected. */
  private void corrected(CustomerId customer, int wrong, int right, String status) {
    log(customer, right, school, salter, status, "KG", STORM);
    given.run(
        "UPDATE winter_ops_log SET corrected_by = ? WHERE customer_id = ? AND id = ?",
        logId(right),
        customer.value(),
        logId(wrong));
    given.run(
        "UPDATE winter_ops_log SET corrects_id = ? WHERE customer_id = ? AND id = ?",
        logId(wrong),
        customer.value(),
        logId(right));
  }

  /** The first log has a check-in, a check-out and two photos. */
  private void proof(CustomerId customer) {
    checkIn(customer, "IN", STORM.plusSeconds(300), 12);
    checkIn(customer, "OUT", STORM.plusSeconds(1800), 9);
    checkIn(customer, "IN", STORM.minus(Duration.ofHours(5)), 3); // Of an earlier visit.
    for (int i = 0; i < 2; i++) {
      given.run(
          "INSERT INTO log_photo (customer_id, id, log_id, name, media_type, byte_count, sha256,"
              + " width, height, added_by, created_at)"
              + " VALUES (?, ?, ?, 'a.jpg', 'image/jpeg', 1, ?, 1, 1, ?, ?)",
          customer.value(),
          Ids.next(),
          logId(0),
          "0".repeat(64),
          plower,
          STORM);
    }
  }

  private void checkIn(CustomerId customer, String kind, Instant at, int distance) {
    given.run(
        "INSERT INTO event_checkin (customer_id, id, event_id, member_id, property_id, kind,"
            + " captured_at, received_at, distance_m, late, far)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, FALSE)",
        customer.value(),
        Ids.next(),
        storm,
        plower,
        school,
        kind,
        at,
        at,
        distance);
  }

  /** Hours in Burlington, a day there that hours outdo, and days far away. */
  private void weather(CustomerId customer) {
    given.run(
        "INSERT INTO weather_place (customer_id, id, place, latitude, longitude, created_at,"
            + " updated_at) VALUES (?, ?, 'Burlington', 44.47, -73.15, ?, ?),"
            + " (?, ?, 'Boston', 42.36, -71.06, ?, ?)",
        customer.value(),
        Ids.next(),
        STORM,
        STORM,
        customer.value(),
        Ids.next(),
        STORM,
        STORM);
    observed(customer, "Burlington", "HOUR", STORM, "2.5", "3", -7, -5);
    observed(customer, "Burlington", "HOUR", STORM.plusSeconds(3600), "3", "3.5", -4, -2);
    observed(customer, "Burlington", "HOUR", STORM.plus(Duration.ofHours(18)), "99", "99", -30, 9);
    Instant day = Instant.parse("2026-01-10T05:00:00Z");
    observed(customer, "Burlington", "DAY", day, "50", "50", -20, 0);
    observed(customer, "Boston", "DAY", day, "1", "1", 0, 1);
  }

  private void observed(
      CustomerId customer,
      String place,
      String period,
      Instant at,
      String snowfall,
      String precipitation,
      int min,
      int max) {
    given.run(
        "INSERT INTO weather_observation (customer_id, id, place, observed_at, period,"
            + " precipitation_mm, snowfall_cm, temperature_max_c, temperature_min_c, conditions,"
            + " source, created_at, updated_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'Snow', 'test', ?, ?)",
        customer.value(),
        Ids.next(),
        place,
        at,
        period,
        new BigDecimal(precipitation),
        new BigDecimal(snowfall),
        max,
        min,
        STORM,
        STORM);
  }

  /** The runs of a night of that instant, by kind. */
  private Map<String, ReportRunView> night(CustomerId customer) throws Exception {
    return night(customer, Wishes.NONE);
  }

  private Map<String, ReportRunView> night(CustomerId customer, Wishes wishes) throws Exception {
    UUID night = Ids.next();
    given.run(
        "INSERT INTO report_night (id, kind, as_of, status, customer_id, customers, started_at)"
            + " VALUES (?, 'MANUAL', ?, 'RUNNING', ?, 1, ?)",
        night,
        AS_OF,
        customer.value(),
        Instant.now());
    given.run(
        "INSERT INTO report_result (night_id, customer_id, status, attempts)"
            + " VALUES (?, ?, 'PENDING', 0)",
        night,
        customer.value());
    NightService nights = CDI.current().select(NightService.class).get();
    Lease lease = nights.lease(night, "test").orElseThrow();
    Actor portal = Actor.portal("nightly report", "test");
    CurrentCustomer.callAs(
        customer,
        portal,
        () -> {
          CDI.current().select(ReportRunner.class).get().report(limited(lease, wishes));
          return null;
        });
    nights.closeIfDone(night);
    assertThat(nights.get(night).counts().completed()).isEqualTo(1);
    Map<String, ReportRunView> made = new LinkedHashMap<>();
    for (ReportRunView run :
        CurrentCustomer.callAs(
            customer, portal, () -> service().list(PageRequest.first(6)).items())) {
      made.putIfAbsent(run.kind(), run); // The newest come first.
    }
    return made;
  }

  private static Lease limited(Lease lease, Wishes wishes) {
    return new Lease(
        lease.night(),
        lease.customer(),
        lease.owner(),
        lease.attempt(),
        lease.failures(),
        lease.worked(),
        lease.asOf(),
        lease.origin(),
        wishes,
        lease.customerTerms());
  }

  private static ReportService service() {
    return CDI.current().select(ReportService.class).get();
  }

  private <T> T as(Role role, Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(
        company, Actor.person(Ids.next(), "pat@portal.example", role, "test"), work);
  }

  private byte[] bytes(ReportRunView run, String extension) throws Exception {
    String name =
        run.files().stream()
            .map(ReportFileView::name)
            .filter(it -> it.endsWith(extension))
            .findFirst()
            .orElseThrow();
    return Transaction.undone(
        () ->
            as(
                Role.ADMIN,
                () -> {
                  ByteArrayOutputStream content = new ByteArrayOutputStream();
                  service().take(run.id(), name).writeTo(content);
                  return content.toByteArray();
                }));
  }

  private List<CsvRecord> csv(ReportRunView run) throws Exception {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(new String(bytes(run, ".csv"), StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    }
  }

  private List<Row> sheet(ReportRunView run) throws Exception {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes(run, ".xlsx")))) {
      return workbook.getFirstSheet().read();
    }
  }

  private List<Map<String, String>> rows(String kind) throws Exception {
    List<CsvRecord> csv = csv(runs.get(kind));
    List<Map<String, String>> rows = new ArrayList<>();
    for (CsvRecord record : csv.subList(1, csv.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < record.getFieldCount(); i++) {
        row.put(csv.get(0).getField(i), record.getField(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private Map<String, String> row(String kind, String column, String value) throws Exception {
    return rows(kind).stream()
        .filter(row -> row.get(column).equals(value))
        .findFirst()
        .orElseThrow();
  }

  /**
   * A figure of the raw rows of the storm at a property, as it is written with so many decimals.
   */
  private String figure(String sql, UUID property, int decimals) {
    long scaled =
        given.number(
            "SELECT ROUND((" + sql + ") * POWER(10, " + decimals + "))" + COUNTS,
            company.value(),
            storm,
            property);
    return BigDecimal.valueOf(scaled, decimals).toPlainString();
  }

  /** A sum over the raw rows of the storm whose kind of work is so. */
  private BigDecimal sum(String sql, String work) {
    long cents = 0;
    for (UUID property : List.of(school, depot)) {
      cents +=
          given.number(
              "SELECT ROUND((" + sql + ") * 10000)" + COUNTS + " AND l.work " + work,
              company.value(),
              storm,
              property);
    }
    return BigDecimal.valueOf(cents, 4).setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal number(String cell) {
    return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
  }
}
