package com.contractorportal.report;

import com.contractorportal.tenancy.Role;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * A kind of report: columns, and a query for its rows. Every bean that is one is made in every
 * night, in every {@link Layout}, and shown to those who may read it; there is no other place to
 * add it to.
 */
interface Report extends ReportForm {

  /** What stands in it, in a sentence or two. */
  String description();

  /**
   * Who may read it. What a person costs is for those who may see it with the members, too.
   *
   * @return none but those who may see reports at all
   */
  default Set<Role> readers() {
    return EnumSet.of(Role.ADMIN, Role.MANAGER, Role.VIEWER);
  }

  /** To what it can be limited by somebody who asks for it, besides the nights. */
  default Set<ReportParameter> parameters() {
    return EnumSet.of(ReportParameter.PERIOD);
  }

  /**
   * Reads the bound customer's rows in a fixed order, page by page: memory stays flat however many
   * there are. Two readings of the same data give the same rows.
   *
   * @param rows takes each row, and is told after each page
   */
  void read(ReportSetting setting, Rows rows) throws IOException;

  /** Takes the rows of a report. */
  interface Rows {

    /** A row: a value for each column, {@code null} for none. */
    void add(Object... values) throws IOException;

    /** Some rows have been read: time to tell that the work goes on. */
    void pageEnds() throws IOException;
  }
}
