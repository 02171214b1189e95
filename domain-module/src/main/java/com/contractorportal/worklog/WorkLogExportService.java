package com.contractorportal.worklog;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.InvalidField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.Writer;

/** Work logs on their way out. Each page is read in a transaction of its own. */
@ApplicationScoped
public class WorkLogExportService {

  @Inject private WorkLogService logs;
  @Inject private AuditTrail audit;

  /** What the audit trail keeps of an export. */
  public record Export(WorkLogFilter filter, String sort) {}

  /**
   * Sees whether the logs can be written, and writes down who takes them, before the first byte is
   * sent.
   *
   * @throws InvalidField if they cannot be sorted so
   */
  @Transactional
  public void begin(WorkLogFilter filter, String sort) {
    logs.list(filter, new PageRequest(1, null, sort, false));
    audit.downloaded("work log export", Ids.next(), new Export(filter, sort));
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
