package com.contractorportal.web.problem;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * A failure as the log may show it: all of its classes and places in the code, and its messages
 * without what they quote, where anybody's data may stand ("Duplicate entry '...'").
 */
final class LoggedFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = Logger.getLogger(Problems.class.getName());

  private static final Pattern QUOTED = Pattern.compile("'[^']*'?|\"[^\"]*\"?|`[^`]*`?");
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
  private static final int DEEPEST = 20;

  private final String text;

  private LoggedFailure(Throwable failure, int depth) {
    super(
        null,
        failure.getCause() == null || depth == DEEPEST
            ? null
            : new LoggedFailure(failure.getCause(), depth + 1),
        false,
        true);
    text = textOf(failure);
    setStackTrace(failure.getStackTrace());
  }

  /**
   * Logs a sentence with the request's id, which JSON shows as a field of its own as well.
   *
   * @param failure whose stack trace to show; {@code null} for none
   */
  static void log(Level level, String sentence, String requestId, Throwable failure) {
    LogRecord line = new LogRecord(level, "Request " + requestId + ": " + sentence);
    line.setLoggerName(LOG.getName());
    line.setParameters(new Object[] {Map.of("requestId", requestId)});
    if (failure != null) {
      line.setThrown(new LoggedFailure(failure, 1));
    }
    LOG.log(line);
  }

  /** A failure in one line. */
  static String textOf(Throwable failure) {
    String name = failure.getClass().getName();
    if (failure.getMessage() == null) {
      return name;
    }
    String spoken = QUOTED.matcher(failure.getMessage()).replaceAll("'...'");
    return name + ": " + LINE_BREAKS.matcher(spoken).replaceAll(" ");
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public String getMessage() {
    return text;
  }
}
