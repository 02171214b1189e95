package com.contractorportal.weather;

import com.contractorportal.rule.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What came of a file.
 *
 * @param rowsRead how many rows it has behind the first line
 * @param rowsAdded those of a place and time that nothing was known about
 * @param rowsUpdated those that say something else than what was known
 * @param rowsUnchanged those that say the same
 * @param rowsRejected those that cannot be understood
 * @param errors what is wrong with them, the first hundred
 */
public record WeatherImportView(
    int rowsRead,
    int rowsAdded,
    int rowsUpdated,
    int rowsUnchanged,
    int rowsRejected,
    List<RowError> errors) {

  /** The same in other words, into which sentences are put. */
  public WeatherImportView in(UnaryOperator<String> words) {
    return new WeatherImportView(
        rowsRead,
        rowsAdded,
        rowsUpdated,
        rowsUnchanged,
        rowsRejected,
        errors.stream().map(error -> error.in(words)).toList());
  }

  /**
   * What is wrong with a row.
   *
   * @param line on which the row begins, from 1
   * @param field what is wrong in it
   * @param reason a sentence that says what would be right
   * @param value what stands there, shortened
   */
  public record RowError(int line, String field, String reason, Optional<String> value) {

    RowError(int line, String field, Sentence reason, Optional<String> value) {
      this(line, field, reason.toString(), value);
    }

    RowError in(UnaryOperator<String> words) {
      return new RowError(line, field, words.apply(reason), value);
    }
  }
}
