package com.contractorportal.web.observation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * One line for each request. The server's JSON formatter makes fields of the map; other formatters
 * show the sentence.
 */
final class RequestLog {

  private static final Logger LOG = Logger.getLogger("com.contractorportal.requests");

  private RequestLog() {}

  static void write(Observation observation, String requestId, int status, Duration duration) {
    if (!LOG.isLoggable(Level.INFO)) {
      return;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("requestId", requestId);
    fields.put("method", observation.method());
    fields.put("operation", observation.operation());
    fields.put("status", String.valueOf(status));
    fields.put("durationMs", String.valueOf(duration.toMillis()));
    observation.customerId().ifPresent(customer -> fields.put("customerId", customer));
    observation.accountId().ifPresent(account -> fields.put("accountId", account.toString()));
    LogRecord line =
        new LogRecord(
            Level.INFO,
            "%s: %d in %d ms, request %s"
                .formatted(observation.operation(), status, duration.toMillis(), requestId));
    line.setLoggerName(LOG.getName());
    line.setParameters(new Object[] {fields});
    LOG.log(line);
  }
}
