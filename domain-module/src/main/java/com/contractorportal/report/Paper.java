package com.contractorportal.report;

import java.util.List;
import java.util.Optional;

/**
 * How a report is put on paper: which of its columns stand where, each given by its name. The
 * columns {@code property}, {@code latitude} and {@code longitude} make the dots of its map.
 *
 * @param order by which the rows are sorted; rows that are equal in all stay as they were read
 * @param section rows that are equal in these belong together, under the first as their heading
 * @param facts what is the same for a section, said under its heading
 * @param rowsAre what one row is, if rows are worth counting
 * @param sums what is added up, for all rows and for each section
 * @param drawn what bars and dots measure, one of the sums
 * @param bars what the bars for all rows are by
 * @param sectionBars what the bars of a section are by; empty for sections that are a few lines in
 *     a table for all
 * @param table what stands in the table, from left to right
 */
record Paper(
    List<String> order,
    List<String> section,
    List<Field> facts,
    Optional<String> rowsAre,
    List<String> sums,
    String drawn,
    String bars,
    Optional<String> sectionBars,
    List<Field> table) {

  /**
   * One or several columns of the report as one column of the paper.
   *
   * @param heading a name in {@link Words#column}
   * @param between what stands between the values of several columns
   */
  record Field(String heading, String between, List<String> columns) {

    static Field of(String column) {
      return new Field(column, "", List.of(column));
    }

    static Field joined(String heading, String between, String... columns) {
      return new Field(heading, between, List.of(columns));
    }
  }
}
