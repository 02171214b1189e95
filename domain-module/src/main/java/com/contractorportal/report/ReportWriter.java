package com.contractorportal.report;

import com.contractorportal.report.RunLedger.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Writes a report in all layouts at once, so that its rows are read once and are the same in each.
 */
@ApplicationScoped
class ReportWriter {

  @Inject @Any private Instance<Layout> layouts;
  @Inject private ReportStore store;

  /** The layouts in which a report is made, in a fixed order. */
  List<Layout> layouts(Report report) {
    return layouts.stream()
        .filter(layout -> layout.suits(report))
        .sorted(Comparator.comparing(Layout::extension))
        .toList();
  }

  /**
   * Writes and seals the files of a run. Whoever closes the answer unpublished leaves nothing.
   *
   * @param progress told after every page of rows
   */
  Writing write(UUID runId, Report report, ReportSetting setting, Progress progress)
      throws IOException {
    store.begin(runId);
    Writing writing = new Writing(report, setting, progress);
    try {
      for (Layout layout : layouts(report)) {
        if (!setting.wishes().includesFormat(layout.extension())) {
          continue;
        }
        writing.begin(
            layout, store.draft(runId, setting.fileName(report.kind(), layout.extension())));
      }
      report.read(setting, writing);
      writing.seal();
      return writing;
    } catch (IOException | RuntimeException failure) {
      try (writing) {
        throw failure;
      }
    }
  }

  /** Is told how far the writing is; what it throws ends it. */
  interface Progress {

    /**
     * @param rows of this report that were written so far
     * @param bytes of all its files
     */
    void made(long rows, long bytes);
  }

  /** The files of one run. */
  static final class Writing implements Report.Rows, Closeable {

    private record Part(Layout layout, ReportDraft draft, Layout.Sheet sheet) {}

    private final Report report;
    private final List<Column> columns;
    private final ReportSetting setting;
    private final Progress progress;
    private final List<ReportDraft> drafts = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Sealed> files = new ArrayList<>();
    private long rows;

    Writing(Report report, ReportSetting setting, Progress progress) {
      this.report = report;
      this.columns = report.columns();
      this.setting = setting;
      this.progress = progress;
    }

    private void begin(Layout layout, ReportDraft draft) throws IOException {
      drafts.add(draft);
      parts.add(new Part(layout, draft, layout.begin(draft, report, setting)));
    }

    @Override
    public void add(Object... values) throws IOException {
      if (values.length != columns.size()) {
        throw new IllegalArgumentException(
            "%s has %d columns, not %d.".formatted(report.kind(), columns.size(), values.length));
      }
      List<Object> shown = new ArrayList<>(values.length);
      for (int i = 0; i < values.length; i++) {
        shown.add(columns.get(i).shown(values[i], setting.units()));
      }
      for (Part part : parts) {
        part.sheet().row(shown);
      }
      rows++;
    }

    @Override
    public void pageEnds() throws IOException {
      for (Part part : parts) {
        part.sheet().pageEnds();
      }
      tell();
    }

    private void tell() {
      progress.made(rows, bytes());
    }

    private void seal() throws IOException {
      for (Part part : parts) {
        part.sheet().finish(this::tell);
        files.add(new Sealed(part.draft(), part.draft().seal(part.layout().mediaType())));
        tell();
      }
    }

    long rows() {
      return rows;
    }

    long bytes() {
      return drafts.stream().mapToLong(ReportDraft::bytes).sum();
    }

    List<Sealed> files() {
      return List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
      IOException first = null;
      List<Closeable> open = new ArrayList<>();
      parts.forEach(part -> open.add(part.sheet()));
      open.addAll(drafts);
      for (Closeable each : open) {
        try {
          each.close();
        } catch (IOException failure) {
          first = first == null ? failure : first;
        }
      }
      if (first != null) {
        throw first;
      }
    }
  }
}
