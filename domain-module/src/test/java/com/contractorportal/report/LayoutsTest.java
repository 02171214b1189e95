package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.customer.Units;
import com.contractorportal.store.FileStore;
import com.contractorportal.tenancy.CustomerId;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutsTest {

  private static final ReportSetting SETTING =
      new ReportSetting(
          "Snow and Sons",
          Instant.parse("2026-11-21T02:00:00.123456Z"),
          ZoneId.of("America/New_York"),
          Locale.US,
          Units.IMPERIAL);

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("event"),
          Column.time("starts"),
          Column.hours("duration"),
          Column.measured("depth", Measure.DEPTH),
          Column.money("labour_cost"),
          Column.count("visits"),
          Column.yesNo("late"),
          Column.date("day"));

  private static final ReportForm FORM =
      new ReportForm() {
        @Override
        public String kind() {
          return "EVENT_REPORT";
        }

        @Override
        public String title() {
          return "Event report";
        }

        @Override
        public List<Column> columns() {
          return COLUMNS;
        }
      };

  private static final Object[] STORM = {
    "Nor'easter; \"big\"",
    Instant.parse("2026-11-20T04:30:00Z"),
    Duration.ofMinutes(90),
    new BigDecimal("25.4"),
    new BigDecimal("1234.5"),
    3,
    true,
    LocalDate.of(2026, 11, 19)
  };

  private static final Object[] FORMULA = {
    "=HYPERLINK(\"evil\")", null, null, null, null, null, null, null
  };

  private static final CustomerId CUSTOMER = new CustomerId("ABCDEFGHJ");

  private long filesWhenPublished;

  @TempDir private Path folder;

  @Test
  void csv_is_plain_quoted_and_has_no_formulas() throws Exception {
    Path file = written(new CsvLayout(), STORM, FORMULA);

    assertThat(Files.readString(file))
        .isEqualTo(
            "event,starts,duration_hours,depth_in,labour_cost,visits,late,day\r\n"
                + "\"Nor'easter; \"\"big\"\"\",2026-11-19T23:30:00-05:00,1.50,10.0,1234.50,3,yes,"
                + "2026-11-19\r\n"
                + "\"'=HYPERLINK(\"\"evil\"\")\",,,,,,,\r\n");
  }

  @Test
  void a_workbook_holds_numbers_times_and_text() throws Exception {
    List<List<Row>> sheets = read(written(new XlsxLayout(), STORM, FORMULA));

    assertThat(sheets).hasSize(1);
    List<Row> rows = sheets.get(0);
    assertThat(rows).hasSize(3);
    assertThat(texts(rows.get(0)))
        .containsExactly(
            "Event",
            "Starts (America/New_York)",
            "Duration (hours)",
            "Depth (in)",
            "Labour cost",
            "Visits",
            "Late",
            "Day");
    Row storm = rows.get(1);
    assertThat(storm.getCellText(0)).isEqualTo("Nor'easter; \"big\"");
    assertThat(storm.getCellAsDate(1)).contains(LocalDateTime.of(2026, 11, 19, 23, 30));
    assertThat(storm.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("1.5");
    assertThat(storm.getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("10");
    assertThat(storm.getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("1234.5");
    assertThat(storm.getCell(4).getDataFormatString()).isEqualTo("#,##0.00");
    assertThat(storm.getCellAsNumber(5).orElseThrow()).isEqualByComparingTo("3");
    assertThat(storm.getCellText(6)).isEqualTo("yes");
    assertThat(storm.getCellAsDate(7)).contains(LocalDateTime.of(2026, 11, 19, 0, 0));
  }

  @Test
  void a_workbook_speaks_the_language_of_the_customer() throws Exception {
    ReportSetting quebec =
        new ReportSetting(
            "Neige et fils",
            SETTING.asOf(),
            ZoneId.of("America/Montreal"),
            Locale.CANADA_FRENCH,
            Units.METRIC);
    List<Row> rows = read(written(new XlsxLayout(), quebec, STORM)).get(0);

    assertThat(texts(rows.get(0)))
        .containsExactly(
            "Événement",
            "Début (America/Montreal)",
            "Durée (heures)",
            "Épaisseur (cm)",
            "Coût de la main-d’œuvre",
            "Visites",
            "En retard",
            "Jour");
    assertThat(rows.get(1).getCellText(6)).isEqualTo("oui");
  }

  @Test
  void a_formula_in_a_workbook_is_text() throws Exception {
    Row row = read(written(new XlsxLayout(), STORM, FORMULA)).get(0).get(2);

    Cell cell = row.getCell(0);
    assertThat(cell.getType()).isEqualTo(CellType.STRING);
    assertThat(cell.getFormula()).isNull();
    assertThat(cell.getText()).isEqualTo("=HYPERLINK(\"evil\")");
    assertThat(row.getOptionalCell(1).filter(it -> it.getType() != CellType.EMPTY)).isEmpty();
  }

  @Test
  void what_does_not_fit_on_a_sheet_goes_on_on_the_next() throws Exception {
    List<List<Row>> sheets = read(written(new XlsxLayout(3), STORM, FORMULA, STORM, STORM, STORM));

    assertThat(sheets).extracting(List::size).containsExactly(3, 3, 2);
    assertThat(sheets).allSatisfy(rows -> assertThat(texts(rows.get(0))).startsWith("Event"));
  }

  @Test
  void a_report_without_rows_is_a_heading() throws Exception {
    assertThat(read(written(new XlsxLayout()))).extracting(List::size).containsExactly(1);
    assertThat(Files.readAllLines(written(new CsvLayout()))).hasSize(1);
  }

  @Test
  void the_same_rows_make_the_same_bytes() throws Exception {
    for (Layout layout : List.of(new CsvLayout(), new XlsxLayout())) {
      byte[] once = Files.readAllBytes(written(layout, STORM, FORMULA));
      assertThat(Files.readAllBytes(written(layout, STORM, FORMULA))).isEqualTo(once);
    }
  }

  @Test
  void a_workbook_tells_the_time_of_the_report_and_not_that_of_its_writing() throws Exception {
    try (ZipFile zip = new ZipFile(written(new XlsxLayout(), STORM).toFile())) {
      assertThat(Collections.list(zip.entries()))
          .isNotEmpty()
          .allSatisfy(
              entry ->
                  assertThat(entry.getTimeLocal())
                      .isEqualTo(LocalDateTime.of(2026, 11, 20, 21, 0, 0)));
      String properties =
          new String(
              zip.getInputStream(zip.getEntry("docProps/core.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(properties).contains(">2026-11-21T02:00:00Z<");
    }
  }

  @Test
  void nothing_is_left_beside_the_file_as_soon_as_it_is_published() throws Exception {
    written(new XlsxLayout(), STORM);

    assertThat(filesWhenPublished).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"en-US, m/d/yyyy", "de-DE, dd.mm.yyyy", "en-CA, yyyy-mm-dd", "fr-FR, dd/mm/yyyy"})
  void dates_stand_as_in_the_customers_locale(String locale, String pattern) {
    assertThat(XlsxLayout.datePattern(Locale.forLanguageTag(locale))).isEqualTo(pattern);
  }

  private Path written(Layout layout, Object[]... rows) throws IOException {
    return written(layout, SETTING, rows);
  }

  private Path written(Layout layout, ReportSetting setting, Object[]... rows) throws IOException {
    String name = "report." + layout.extension();
    Path file = folder.resolve("reports").resolve(CUSTOMER.value()).resolve(name);
    try (ReportDraft draft =
            new ReportDraft(name, FileStore.inFolder(folder).draft(CUSTOMER, "reports/" + name));
        Layout.Sheet sheet = layout.begin(draft, FORM, setting)) {
      for (Object[] row : rows) {
        List<Object> shown = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
          shown.add(COLUMNS.get(i).shown(row[i], setting.units()));
        }
        sheet.row(shown);
        sheet.pageEnds();
      }
      sheet.finish(() -> {});
      draft.seal(layout.mediaType());
      draft.publish();
      try (Stream<Path> files = Files.list(file.getParent())) {
        filesWhenPublished = files.count();
      }
    }
    return file;
  }

  private static List<List<Row>> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      List<List<Row>> sheets = new ArrayList<>();
      for (Sheet sheet : workbook.getSheets().toList()) {
        sheets.add(sheet.read());
      }
      return sheets;
    }
  }

  private static List<String> texts(Row row) {
    return row.stream().map(Cell::getText).toList();
  }
}
