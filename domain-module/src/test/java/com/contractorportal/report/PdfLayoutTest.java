package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.customer.Units;
import com.contractorportal.store.FileStore;
import com.contractorportal.tenancy.CustomerId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfLayoutTest {

  private static final ReportSetting VERMONT =
      new ReportSetting(
          "Snow and Sons",
          Instant.parse("2026-11-21T07:00:00Z"),
          ZoneId.of("America/New_York"),
          Locale.US,
          Units.IMPERIAL);

  private static final ReportSetting QUEBEC =
      new ReportSetting(
          "Déneigement Côté",
          VERMONT.asOf(),
          ZoneId.of("America/Montreal"),
          Locale.CANADA_FRENCH,
          Units.METRIC);

  private static final CustomerId CUSTOMER = CustomerId.LEGACY;
  private static final Instant STORM = Instant.parse("2026-11-19T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void events_stand_on_pages_of_their_own_under_their_sums() throws Exception {
    List<String> pages = text(written(VERMONT, new EventReport(), PdfLayoutTest::storms, 40));

    assertThat(pages.get(0))
        .contains("Event report", "Snow and Sons", "7/1/2026 to 6/30/2027")
        .contains("As of 11/21/2026 2:00\u00a0AM (America/New_York)")
        .contains("Worked (hours) by event", "Storm 0", "Storm 1", "Where it was")
        .contains(
            "Storm 0 Snow  ·  Closed  ·  11/19/2026 7:00\u00a0AM – 11/19/2026 5:00\u00a0PM 63 18.66");
    assertThat(pages.get(1))
        .contains("Snow  ·  Closed", "63 18.66 84", "School 0", "Page 2 of " + pages.size());
    assertThat(pages.get(1) + pages.get(2)).doesNotContain("School 21", "Freezing rain");
    assertThat(pages.subList(1, pages.size()))
        .allSatisfy(page -> assertThat(page).contains("Property Address Visits Crew"));
    assertThat(pages.get(pages.size() - 2)).contains("Freezing rain  ·  Closed");
  }

  @Test
  void one_event_alone_is_not_drawn_twice() throws Exception {
    List<String> pages = text(written(VERMONT, new EventReport(), PdfLayoutTest::storms, 1));

    assertThat(pages).singleElement().asString().containsOnlyOnce("Where it was");
  }

  @Test
  void services_stand_by_property_in_the_language_of_the_customer() throws Exception {
    List<String> pages = text(written(QUEBEC, new ServiceHistory(), PdfLayoutTest::services, 20));

    String all = String.join("\n", pages);
    assertThat(all)
        .contains("Historique des services par propriété", "Déneigement Côté")
        .contains("Temps de travail (heures) par jour", "120,50 kg")
        .contains("2026-10-10 08\u00a0h\u00a000 – 0,42 Déneigement")
        .contains("Relevés : 3  ·  Temps de travail : 1,26\u00a0heures");
    assertThat(all.indexOf("2026-10-15 14")).isLessThan(all.indexOf("Property 1   1 Salt Street"));
  }

  @Test
  void what_does_not_fit_on_paper_is_counted_and_said_to_stand_elsewhere() throws Exception {
    List<String> pages =
        text(written(new PdfLayout(7), VERMONT, new ServiceHistory(), PdfLayoutTest::services, 90));

    String all = String.join("\n", pages);
    assertThat(all)
        .contains("This file shows the first 7 of 90 rows.")
        .contains("90 37.80 180 180")
        .contains("Property 6   6 Salt Street", "Logs: 10")
        .doesNotContain("Property 7   7 Salt Street");
    assertThat(all.split("Élise Tremblay", -1)).hasSize(8);
  }

  @Test
  void the_same_rows_make_the_same_bytes() throws Exception {
    byte[] once =
        Files.readAllBytes(written(QUEBEC, new ServiceHistory(), PdfLayoutTest::services, 60));
    TimeZone here = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      assertThat(written(QUEBEC, new ServiceHistory(), PdfLayoutTest::services, 60))
          .hasBinaryContent(once);
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @Test
  void a_file_tells_programs_what_it_is_and_brings_its_letters() throws Exception {
    try (PDDocument pdf =
        Loader.loadPDF(
            written(QUEBEC, new ServiceHistory(), PdfLayoutTest::services, 5).toFile())) {
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Historique des services par propriété – Déneigement Côté");
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(QUEBEC.asOf());
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getName()).contains("LiberationSans");
        }
      }
    }
  }

  @Test
  void a_letter_that_the_fonts_lack_leaves_a_mark() {
    assertThat(PaperFonts.printable("Łódź 雪 1\u202f000\u0007")).isEqualTo("Łódź ? 1\u00a0000?");
  }

  @Test
  void a_report_without_rows_says_so() throws Exception {
    assertThat(text(written(VERMONT, new EventReport(), PdfLayoutTest::storms, 0)))
        .singleElement()
        .asString()
        .contains("There is nothing to report.", "Page 1 of 1");
  }

  private static void storms(Rows rows, int many) throws IOException {
    for (int i = 0; i < many; i++) {
      int storm = i / (many / 2 + 1);
      rows.add(
          "Storm " + storm,
          storm == 0 ? "SNOW" : "FREEZING_RAIN",
          "CLOSED",
          STORM.plus(Duration.ofDays(storm)),
          STORM.plus(Duration.ofDays(storm)).plusSeconds(36_000),
          (i % 3 == 0 ? "School " : i % 3 == 1 ? "Café Évangéline " : "Warehouse of the north ")
              + i,
          i + " Salt Street",
          i % 4 == 0 ? null : "Burlington",
          i % 5 == 0 ? null : new BigDecimal("44.48").add(BigDecimal.valueOf(i * 37 % 41, 3)),
          i % 5 == 0 ? null : new BigDecimal("-73.21").add(BigDecimal.valueOf(i * 29 % 53, 3)),
          3,
          2,
          Duration.ofMinutes(20 + 7L * (i % 11)),
          4L,
          new BigDecimal("7.62"),
          "Rock salt 64.25 KG, Sand 2.00 T",
          new BigDecimal("2064.25"),
          null,
          new BigDecimal("3"),
          "Burlington",
          new BigDecimal("5.5"),
          new BigDecimal("6.5"),
          new BigDecimal("-7"),
          new BigDecimal("-2"));
    }
  }

  private static void services(Rows rows, int many) throws IOException {
    for (int i = 0; i < many; i++) {
      Instant at = STORM.minus(Duration.ofDays(40)).plus(Duration.ofHours(7L * i));
      rows.add(
          "Property " + i % 9,
          i % 9 + " Salt Street",
          "Burlington",
          new BigDecimal("44.48").add(BigDecimal.valueOf(i % 9 * 37 % 41, 3)),
          new BigDecimal("-73.21").add(BigDecimal.valueOf(i % 9 * 29 % 53, 3)),
          "Storm",
          i % 2 == 0 ? "PLOW" : "SALT",
          LocalDate.ofInstant(at, VERMONT.zone()),
          at,
          at.plusSeconds(1500),
          Duration.ofSeconds(1500),
          "Élise Tremblay",
          "Loader CAT 930",
          new BigDecimal("7.62"),
          "Rock salt",
          new BigDecimal("120.5"),
          "KG",
          2,
          "APPROVED",
          false,
          at.minusSeconds(120),
          new BigDecimal("12"),
          at.plusSeconds(1560),
          new BigDecimal("9"),
          2L,
          "Burlington",
          "Snow",
          new BigDecimal("2.5"),
          new BigDecimal("3"),
          new BigDecimal("-7"),
          new BigDecimal("-5"),
          i % 7 == 0 ? "Gate was closed; piled the snow behind the fence as agreed." : null,
          "0190");
    }
  }

  private interface Rows {
    void add(Object... values) throws IOException;
  }

  private interface Source {
    void write(Rows rows, int many) throws IOException;
  }

  private Path written(ReportSetting setting, ReportForm form, Source source, int many)
      throws IOException {
    return written(new PdfLayout(), setting, form, source, many);
  }

  private Path written(
      PdfLayout layout, ReportSetting setting, ReportForm form, Source source, int many)
      throws IOException {
    try (ReportDraft draft =
            new ReportDraft(
                "report.pdf", FileStore.inFolder(folder).draft(CUSTOMER, "reports/report.pdf"));
        Layout.Sheet sheet = layout.begin(draft, form, setting)) {
      source.write(
          values -> {
            List<Object> shown = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
              shown.add(form.columns().get(i).shown(values[i], setting.units()));
            }
            sheet.row(shown);
          },
          many);
      sheet.finish(() -> {});
      draft.seal(layout.mediaType());
      draft.publish();
    }
    return folder.resolve("reports").resolve(CUSTOMER.value()).resolve("report.pdf");
  }

  private static List<String> text(Path file) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(pdf));
      }
    }
    return pages;
  }
}
