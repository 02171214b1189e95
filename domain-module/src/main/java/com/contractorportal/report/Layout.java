package com.contractorportal.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A format of files into which rows are written; every bean that is one is used for every report
 * that it suits.
 */
interface Layout {

  /** How names of its files end, as {@code csv}. */
  String extension();

  /** The type of its files, as {@code text/csv}. */
  String mediaType();

  /** Whether reports of that form are made in this format. */
  default boolean suits(ReportForm form) {
    return true;
  }

  /** Begins a file: its columns are written, rows follow. The same rows make the same bytes. */
  Sheet begin(Target target, ReportForm form, ReportSetting setting) throws IOException;

  /** Where a file is written. */
  interface Target {

    /** Takes the file's bytes; a layout leaves it open. */
    OutputStream out();

    /** A name for what is needed only while the file is written; who makes it removes it. */
    Path scratch() throws IOException;
  }

  /** A file that is being written. Closing it unfinished frees what it holds. */
  interface Sheet extends Closeable {

    /** A row of values as {@link Column#shown} gives them, one for each column. */
    void row(List<Object> values) throws IOException;

    /** Lets go of what was written so far. */
    void pageEnds() throws IOException;

    /**
     * No more rows: all is in the target afterwards.
     *
     * @param progress called now and then, as it may take long
     */
    void finish(Runnable progress) throws IOException;
  }
}
