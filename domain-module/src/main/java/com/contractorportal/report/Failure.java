package com.contractorportal.report;

import com.contractorportal.report.Budget.OverBudget;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.persistence.exceptions.ConversionException;

/**
 * Why a customer's reports could not be made, as people are told: never an exception's own text, in
 * which data of any kind may stand.
 *
 * @param reason a sentence without anybody's data
 * @param isFinal whether trying again would end the same
 */
record Failure(String reason, boolean isFinal) {

  static final Failure INTERRUPTED =
      new Failure("The portal was interrupted each time it made this report.", true);

  static final Failure UNKNOWN_TERMS =
      new Failure("The customer's time zone or units are not known.", false);

  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded", "File too large");

  private static final List<String> READ_ONLY =
      List.of("Read-only file system", "Operation not permitted", "Permission denied");

  /** SQL states of data that are not what their column says; of the driver, too. */
  private static final List<String> BAD_DATA = List.of("22", "S1009");

  /** The most particular thing that can be said of it. */
  static Failure of(Throwable failure) {
    Optional<Throwable> overBudget = cause(failure, OverBudget.class::isInstance);
    return overBudget
        .map(over -> new Failure(over.getMessage(), true))
        .orElseGet(() -> new Failure(reasonOf(failure), false));
  }

  private static String reasonOf(Throwable failure) {
    if (is(failure, Failure::isBadData)) {
      return "A row of the customer's data cannot be read; the server's log tells which report.";
    }
    boolean late = is(failure, Failure::isTimeout);
    if (is(failure, SQLException.class::isInstance)
        || is(failure, PersistenceException.class::isInstance)) {
      return late
          ? "The database did not answer in time while the report was made."
          : "The database refused or lost the connection while the report was made.";
    }
    if (late) {
      return "The store did not answer in time while the report was written.";
    }
    if (is(failure, cause -> says(cause, FULL))) {
      return "The report file could not be written: the store is full.";
    }
    if (is(failure, Failure::isReadOnly)) {
      return "The report file could not be written: the store is read-only there.";
    }
    if (is(failure, IOException.class::isInstance)) {
      return "The report file could not be written to the store.";
    }
    return "The report could not be made of the customer's data; the server's log tells why.";
  }

  private static boolean isTimeout(Throwable cause) {
    return cause instanceof SocketTimeoutException || cause instanceof SQLTimeoutException;
  }

  private static boolean isBadData(Throwable cause) {
    return cause instanceof ConversionException
        || cause instanceof SQLException refused
            && refused.getSQLState() != null
            && BAD_DATA.stream().anyMatch(refused.getSQLState()::startsWith);
  }

  private static boolean isReadOnly(Throwable cause) {
    return cause instanceof AccessDeniedException
        || cause instanceof ReadOnlyFileSystemException
        || says(cause, READ_ONLY);
  }

  /** The system's words are all that Java tells. */
  private static boolean says(Throwable cause, List<String> words) {
    return cause instanceof IOException
        && cause.getMessage() != null
        && words.stream().anyMatch(cause.getMessage()::contains);
  }

  private static boolean is(Throwable failure, Predicate<Throwable> what) {
    return cause(failure, what).isPresent();
  }

  private static Optional<Throwable> cause(Throwable failure, Predicate<Throwable> what) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(what)
        .findFirst();
  }
}
