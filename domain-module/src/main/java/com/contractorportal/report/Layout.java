package com.contractorportal.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A format of files into which rows are written; every bean that is one is used for every report.
 */
interface Layout {

  /** How names of its files end, as {@code csv}. */
  String extension();

  /** The type of its files, as {@code text/csv}. */
  String mediaType();

  /**
   * Begins a file: its columns are written, rows follow. The same rows make the same bytes.
   *
   * @param draft where to; stays open
   */
  Sheet begin(ReportDraft draft, String title, List<Column> columns, ReportSetting setting)
      throws IOException;

  /** A file that is being written. Closing it unfinished frees what it holds. */
  interface Sheet extends Closeable {

    /** A row of values as {@link Column#shown} gives them, one for each column. */
    void row(List<Object> values) throws IOException;

    /** Lets go of what was written so far. */
    void pageEnds() throws IOException;

    /**
     * No more rows: all is in the draft afterwards.
     *
     * @param progress called now and then, as it may take long
     */
    void finish(Runnable progress) throws IOException;
  }
}
