package com.contractorportal.worklog;

import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.InvalidField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;

/** Work logs on their way out. Each page is read in a transaction of its own. */
@ApplicationScoped
public class WorkLogExportService {

  @Inject private WorkLogService logs;

  /**
   * Sees whether the logs can be written, before the first byte is sent.
   *
   * @throws InvalidField if they cannot be sorted so
   */
  public void check(WorkLogFilter filter, String sort) {
    logs.list(filter, new PageRequest(1, null, sort, false));
  }

  /**
   * Writes the logs that the acting person may see as CSV; the writer stays open.
   *
   * @param sort as lists take it
   */
  public void write(WorkLogFilter filter, String sort, Writer out) throws IOException {
    WorkLogCsv.write(out, sort, page -> logs.list(filter, page));
  }
}
