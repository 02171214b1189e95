package com.contractorportal.worklog;

import com.contractorportal.csv.SafeCell;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Work logs as CSV (RFC 4180), one row for a log. Times are in UTC. Reads page by page, so that
 * memory stays flat however many logs there are.
 */
final class WorkLogCsv {

  /** Read at a time. */
  private static final int PAGE = 500;

  private WorkLogCsv() {}

  /**
   * @param pages reads one page
   * @param order how the logs are sorted
   */
  static void write(Writer out, String order, Function<PageRequest, Page<WorkLogView>> pages)
      throws IOException {
    try {
      @SuppressWarnings("resource") // Closing it would close the writer, which is not ours.
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
      csv.writeRecord(
          "id",
          "event",
          "property",
          "member",
          "work",
          "status",
          "started_at",
          "ended_at",
          "minutes",
          "equipment",
          "hourly_rate",
          "currency",
          "depth_cm",
          "material",
          "material_quantity",
          "material_unit",
          "passes",
          "notes",
          "rejection_reason",
          "late",
          "corrects",
          "corrected_by");
      Optional<String> next = Optional.empty();
      do {
        Page<WorkLogView> page =
            pages.apply(new PageRequest(PAGE, next.orElse(null), order, false));
        page.items().forEach(log -> write(csv, log));
        next = page.nextCursor();
      } while (next.isPresent());
      csv.flush();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static void write(CsvWriter csv, WorkLogView log) {
    csv.writeRecord(
        log.id().toString(),
        SafeCell.of(log.eventName()),
        SafeCell.of(log.propertyName()),
        SafeCell.of(log.memberName()),
        log.work().name(),
        log.status().name(),
        log.startedAt().toString(),
        SafeCell.of(log.endedAt()),
        SafeCell.of(log.endedAt().map(end -> Duration.between(log.startedAt(), end).toMinutes())),
        text(log.equipment()),
        SafeCell.of(log.hourlyRate().map(BigDecimal::toPlainString)),
        SafeCell.of(log.currency()),
        SafeCell.of(log.depthCm().map(BigDecimal::toPlainString)),
        text(log.material()),
        SafeCell.of(log.materialQuantity().map(BigDecimal::toPlainString)),
        SafeCell.of(log.materialUnit()),
        SafeCell.of(log.passes()),
        text(log.notes()),
        text(log.rejectionReason()),
        String.valueOf(log.late()),
        SafeCell.of(log.corrects()),
        SafeCell.of(log.correctedBy()));
  }

  private static String text(Optional<String> typed) {
    return typed.map(SafeCell::of).orElse("");
  }
}
