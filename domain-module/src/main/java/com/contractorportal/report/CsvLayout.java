package com.contractorportal.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * CSV (RFC 4180, UTF-8), for programs and spreadsheets alike: whatever the customer's locale,
 * numbers have a decimal point, and times are those of the customer's time zone with their offset
 * (ISO 8601).
 */
@ApplicationScoped
class CsvLayout implements Layout {

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public Sheet begin(Target target, ReportForm form, ReportSetting setting) throws IOException {
    CsvSheet sheet =
        new CsvSheet(
            new OutputStreamWriter(target.out(), StandardCharsets.UTF_8),
            form.columns(),
            setting.zone());
    sheet.write(form.columns().stream().map(column -> column.header(setting.units())).toList());
    return sheet;
  }

  private static final class CsvSheet implements Sheet {

    private final CsvWriter csv;
    private final List<Column> columns;
    private final ZoneId zone;

    CsvSheet(Writer text, List<Column> columns, ZoneId zone) {
      this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
      this.columns = columns;
      this.zone = zone;
    }

    @Override
    public void row(List<Object> values) throws IOException {
      String[] cells = new String[values.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cell(columns.get(i), values.get(i));
      }
      write(List.of(cells));
    }

    private String cell(Column column, Object value) {
      if (value == null) {
        return "";
      }
      return switch (column.type()) {
        case TEXT, CODE -> SafeCell.of((String) value);
        case NUMBER, DEGREES, MONEY, MEASURED, HOURS -> ((BigDecimal) value).toPlainString();
        case TIME ->
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                ((Instant) value).atZone(zone).toOffsetDateTime());
        case YES_NO -> (boolean) value ? "yes" : "no";
        case COUNT, DATE -> value.toString();
      };
    }

    void write(List<String> cells) throws IOException {
      try {
        csv.writeRecord(cells);
      } catch (UncheckedIOException failure) {
        throw failure.getCause();
      }
    }

    @Override
    public void pageEnds() {
      // Nothing is held.
    }

    @Override
    public void finish(Runnable progress) throws IOException {
      csv.flush();
    }

    @Override
    public void close() {
      // Closing the writer would close the target, which is not ours.
    }
  }
}
