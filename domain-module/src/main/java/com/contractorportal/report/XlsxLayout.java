package com.contractorportal.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of Office Open XML (ECMA-376), with cells that are numbers, times and text: programs
 * show them as the person at the screen is used to; headings and dates stand as in the customer's
 * locale, times are those of the customer's time zone. What does not fit on a sheet goes on on the
 * next.
 */
@ApplicationScoped
class XlsxLayout implements Layout {

  private static final String CORE_PROPERTIES = "docProps/core.xml";
  private static final double WIDTH = 18;
  private static final int BLOCK = 1 << 16;

  private final int rowsOfSheet;

  XlsxLayout() {
    this(Worksheet.MAX_ROWS);
  }

  /**
   * @param rowsOfSheet that fit on a sheet, its heading included
   */
  XlsxLayout(int rowsOfSheet) {
    this.rowsOfSheet = rowsOfSheet;
  }

  @Override
  public String extension() {
    return "xlsx";
  }

  @Override
  public String mediaType() {
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }

  @Override
  public Sheet begin(Target target, ReportForm form, ReportSetting setting) throws IOException {
    return new XlsxSheet(target, form, setting);
  }

  private final class XlsxSheet implements Sheet {

    private final Target target;
    private final Words words;
    private final String title;
    private final List<Column> columns;
    private final ReportSetting setting;
    private final String[] formats;
    private final Path scratch;
    private final OutputStream file;
    private final Workbook workbook;
    private Worksheet sheet;
    private int row;

    XlsxSheet(Target target, ReportForm form, ReportSetting setting) throws IOException {
      this.target = target;
      this.words = Words.of(setting.locale());
      this.title = words.title(form);
      this.columns = form.columns();
      this.setting = setting;
      this.formats = columns.stream().map(this::format).toArray(String[]::new);
      this.scratch = target.scratch();
      this.file = new BufferedOutputStream(Files.newOutputStream(scratch));
      this.workbook = new Workbook(file, "Contractor Portal", null);
      workbook.setCompressionLevel(Deflater.BEST_SPEED); // It is packed again in the end.
      beginSheet();
    }

    private void beginSheet() throws IOException {
      if (sheet != null) {
        endSheet();
      }
      sheet = workbook.newWorksheet(title);
      sheet.freezePane(0, 1);
      for (int i = 0; i < columns.size(); i++) {
        sheet.width(i, WIDTH);
        sheet.inlineString(0, i, heading(columns.get(i)));
        sheet.style(0, i).bold().wrapText(true).set();
      }
      row = 1;
    }

    private void endSheet() throws IOException {
      sheet.setAutoFilter(0, 0, row - 1, columns.size() - 1);
      sheet.finish();
    }

    private String heading(Column column) {
      String title = column.title(setting.units(), words);
      return column.type() == Column.Type.TIME ? title + " (" + setting.zone() + ")" : title;
    }

    @Override
    public void row(List<Object> values) throws IOException {
      if (row == rowsOfSheet) {
        beginSheet();
      }
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) != null) {
          write(i, columns.get(i), values.get(i));
        }
      }
      row++;
    }

    /** Text is never a formula here: a cell of text is one, whatever it begins with. */
    private void write(int column, Column which, Object value) {
      switch (which.type()) {
        case TEXT -> sheet.inlineString(row, column, (String) value);
        case CODE -> sheet.inlineString(row, column, words.code((String) value));
        case YES_NO -> sheet.inlineString(row, column, words.yesNo((boolean) value));
        case TIME ->
            sheet.value(row, column, LocalDateTime.ofInstant((Instant) value, setting.zone()));
        case DATE -> sheet.value(row, column, (LocalDate) value);
        case COUNT, NUMBER, DEGREES, MONEY, MEASURED, HOURS ->
            sheet.value(row, column, (Number) value);
      }
      if (formats[column] != null) {
        sheet.style(row, column).format(formats[column]).set();
      }
    }

    private String format(Column column) {
      return switch (column.type()) {
        case TEXT, CODE, YES_NO -> null;
        case COUNT -> "0";
        case NUMBER, DEGREES, MEASURED, HOURS, MONEY -> {
          int decimals = column.decimals(setting.units());
          yield (column.type() == Column.Type.MONEY ? "#,##0" : "0")
              + (decimals == 0 ? "" : "." + "0".repeat(decimals));
        }
        case DATE -> datePattern(setting.locale());
        case TIME -> datePattern(setting.locale()) + " hh:mm";
      };
    }

    @Override
    public void pageEnds() throws IOException {
      sheet.flush();
    }

    @Override
    public void finish(Runnable progress) throws IOException {
      endSheet();
      workbook.finish();
      file.close();
      repack(progress);
    }

    /**
     * The library writes into the workbook when it was made. Here it is made as of an instant, so
     * that the same rows make the same bytes.
     */
    private void repack(Runnable progress) throws IOException {
      LocalDateTime time = LocalDateTime.ofInstant(setting.asOf(), setting.zone());
      try (ZipFile made = new ZipFile(scratch.toFile())) {
        @SuppressWarnings("resource") // Closing it would close the target, which is not ours.
        ZipOutputStream out = new ZipOutputStream(target.out());
        Enumeration<? extends ZipEntry> entries = made.entries();
        while (entries.hasMoreElements()) {
          ZipEntry part = entries.nextElement();
          ZipEntry copy = new ZipEntry(part.getName());
          copy.setTimeLocal(time);
          out.putNextEntry(copy);
          if (part.getName().equals(CORE_PROPERTIES)) {
            out.write(coreProperties().getBytes(StandardCharsets.UTF_8));
          } else {
            try (InputStream content = made.getInputStream(part)) {
              copy(content, out, progress);
            }
          }
          out.closeEntry();
        }
        out.finish();
      }
      // Before the run counts as complete: nobody clears up after a node that is killed then.
      Files.delete(scratch);
    }

    private void copy(InputStream from, OutputStream to, Runnable progress) throws IOException {
      byte[] block = new byte[BLOCK];
      for (int read = from.read(block); read >= 0; read = from.read(block)) {
        to.write(block, 0, read);
        progress.run();
      }
    }

    private String coreProperties() {
      return """
          <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
          <cp:coreProperties\
           xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
           xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"\
           xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
          <dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>\
          <dc:creator>Contractor Portal</dc:creator></cp:coreProperties>"""
          .formatted(setting.asOf().truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public void close() throws IOException {
      try {
        file.close();
      } finally {
        Files.deleteIfExists(scratch);
      }
    }
  }

  /** Short dates as somebody of a locale writes them, with all digits of the year. */
  static String datePattern(Locale locale) {
    return Readable.datePattern(locale).replace('M', 'm').replaceAll("[^ymd./ -]", "").strip();
  }
}
