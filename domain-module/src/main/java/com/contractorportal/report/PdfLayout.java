package com.contractorportal.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PDF (ISO 32000), for people who file or send a report: figures, a chart and a map at the head, a
 * table below. Made of the rows that all other layouts get. Nobody reads ten thousand pages, and
 * what is sorted has to be held: so the table ends after {@link #MOST} rows and says so, while sums
 * and drawings count all.
 */
@ApplicationScoped
class PdfLayout implements Layout {

  private static final int MOST = 5_000;

  private final int most;

  PdfLayout() {
    this(MOST);
  }

  /**
   * @param most rows that stand in the table
   */
  PdfLayout(int most) {
    this.most = most;
  }

  @Override
  public String extension() {
    return "pdf";
  }

  @Override
  public String mediaType() {
    return "application/pdf";
  }

  @Override
  public boolean suits(ReportForm form) {
    return form.paper().isPresent();
  }

  @Override
  public Sheet begin(Target target, ReportForm form, ReportSetting setting) {
    return new PdfSheet(target, form, setting);
  }

  /** Holds what goes on paper until all rows are known: what stands first is their sum. */
  private final class PdfSheet implements Sheet {

    private final Target target;
    private final ReportForm form;
    private final ReportSetting setting;
    private final Paper paper;
    private final PaperRows columns;
    private final Tally all;
    private final Map<List<Object>, Tally> sections = new HashMap<>();
    private final List<List<Object>> kept = new ArrayList<>();

    PdfSheet(Target target, ReportForm form, ReportSetting setting) {
      this.target = target;
      this.form = form;
      this.setting = setting;
      this.paper = form.paper().orElseThrow();
      this.columns = new PaperRows(form.columns(), setting);
      this.all = new Tally(paper.sums().size());
    }

    @Override
    public void row(List<Object> values) {
      boolean fits = kept.size() < most;
      if (fits) {
        kept.add(values);
      }
      List<Object> section = columns.values(paper.section(), values);
      count(all, paper.bars(), section, values);
      Tally of =
          fits
              ? sections.computeIfAbsent(section, key -> new Tally(paper.sums().size()))
              : sections.get(section);
      if (of != null) {
        count(of, paper.sectionBars().orElse(""), section, values);
      }
    }

    private void count(Tally tally, String bars, List<Object> section, List<Object> values) {
      tally.countRow();
      for (int i = 0; i < paper.sums().size(); i++) {
        tally.sum(i, columns.value(paper.sums().get(i), values));
      }
      Object drawn = columns.value(paper.drawn(), values);
      if (!bars.isEmpty()) {
        Object by = columns.value(bars, values);
        tally.bar(
            bars.equals(paper.section().get(0)) ? section : by, columns.text(bars, values), drawn);
        columns
            .position(values)
            .ifPresent(at -> tally.dot(columns.text("property", values), at, drawn));
      }
    }

    @Override
    public void pageEnds() {
      // Nothing is written yet.
    }

    @Override
    public void finish(Runnable progress) throws IOException {
      kept.sort(columns.by(paper.order()));
      new PaperWriter(target.out(), form, setting, columns, progress).write(kept, all, sections);
    }

    @Override
    public void close() {
      // The target is not ours.
    }
  }
}
