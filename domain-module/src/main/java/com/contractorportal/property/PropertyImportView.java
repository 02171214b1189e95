package com.contractorportal.property;

import com.contractorportal.rule.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * An import of properties as people see it.
 *
 * @param dryRun whether rows are only checked
 * @param bytesTotal the file's size
 * @param bytesDone how much of it has been read
 * @param rowsRead data rows read so far
 * @param rowsAccepted those that are properties now, or would be after a dry run
 * @param rowsCreated those of them that became new properties
 * @param rowsUpdated those that changed the property with their external reference, or brought it
 *     back
 * @param rowsUnchanged those that said nothing new of it
 * @param rowsRejected those that did not
 * @param failure why the import was given up, if it was
 * @param errors what is wrong with which row, the first hundred; all of them are in {@code
 *     errors.csv}
 */
public record PropertyImportView(
    UUID id,
    String fileName,
    boolean dryRun,
    ImportStatus status,
    long bytesTotal,
    long bytesDone,
    int rowsRead,
    int rowsAccepted,
    int rowsCreated,
    int rowsUpdated,
    int rowsUnchanged,
    int rowsRejected,
    Optional<String> failure,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    List<RowError> errors) {

  /** The same in other words, into which sentences are put. */
  public PropertyImportView in(UnaryOperator<String> words) {
    return new PropertyImportView(
        id,
        fileName,
        dryRun,
        status,
        bytesTotal,
        bytesDone,
        rowsRead,
        rowsAccepted,
        rowsCreated,
        rowsUpdated,
        rowsUnchanged,
        rowsRejected,
        failure.map(words),
        createdAt,
        startedAt,
        finishedAt,
        errors.stream().map(error -> error.in(words)).toList());
  }

  /**
   * What is wrong with a row.
   *
   * @param line the line in the file on which the row begins, from 1
   * @param field the property's field
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
