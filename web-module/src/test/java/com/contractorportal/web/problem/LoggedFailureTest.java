package com.contractorportal.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoggedFailureTest {

  private final Logger logger = Logger.getLogger(Problems.class.getName());
  private final List<LogRecord> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  @Test
  void what_a_message_quotes_is_not_logged_at_any_depth() {
    SQLException duplicate =
        new SQLException("Duplicate entry 'ann@vermont.example' for key 'account.email'");

    LoggedFailure.log(
        Level.SEVERE, "failed", "id-1", new IllegalStateException("no \"12 Elm Street", duplicate));

    assertThat(trace())
        .contains("java.lang.IllegalStateException: no '...'")
        .contains("Caused by: java.sql.SQLException: Duplicate entry '...' for key '...'")
        .contains("at " + getClass().getName() + ".what_a_message_quotes")
        .doesNotContain("ann@", "Elm");
  }

  @Test
  void no_message_begins_a_line_of_its_own() {
    String forged = "bad input\r\n[2026-11-21] [INFO] all is well\u0085\u2028here too";

    assertThat(LoggedFailure.textOf(new IllegalArgumentException(forged)))
        .isEqualTo(
            "java.lang.IllegalArgumentException: bad input [2026-11-21] [INFO] all is well here too");
  }

  @Test
  void the_line_names_the_request_in_words_and_as_a_field() {
    LoggedFailure.log(Level.WARNING, "the database does not answer", "id-2", null);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).getMessage()).isEqualTo("Request id-2: the database does not answer");
    assertThat(lines.get(0).getParameters()).containsExactly(Map.of("requestId", "id-2"));
  }

  @Test
  void failures_that_cause_each_other_come_to_an_end() {
    Exception first = new Exception("first");
    first.initCause(new Exception("second", first));

    LoggedFailure.log(Level.SEVERE, "failed", "id-3", first);

    assertThat(trace()).contains("first").contains("second");
  }

  private String trace() {
    StringWriter text = new StringWriter();
    lines.get(0).getThrown().printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
