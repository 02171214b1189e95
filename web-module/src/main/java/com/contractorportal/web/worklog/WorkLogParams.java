package com.contractorportal.web.worklog;

import com.contractorportal.winterevent.Work;
import com.contractorportal.worklog.WorkLogFilter;
import com.contractorportal.worklog.WorkLogStatus;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters by which work logs are chosen. */
public class WorkLogParams {

  @QueryParam("event")
  @Parameter(description = "Those of this winter event.")
  private UUID event;

  @QueryParam("property")
  @Parameter(description = "Those at this property.")
  private UUID property;

  @QueryParam("member")
  @Parameter(description = "Those of this member.")
  private UUID member;

  @QueryParam("status")
  @Parameter(description = "Those that stand so.")
  private WorkLogStatus status;

  @QueryParam("work")
  @Parameter(description = "Those of this work.")
  private Work work;

  @QueryParam("from")
  @Parameter(description = "Those that began at this time or later.")
  private Instant from;

  @QueryParam("to")
  @Parameter(description = "Those that began before this time.")
  private Instant to;

  @QueryParam("late")
  @Parameter(description = "Those that came after their event was closed, or those in time.")
  private Boolean late;

  /** The choice that the parameters make. */
  WorkLogFilter filter() {
    return new WorkLogFilter(
        Optional.ofNullable(event),
        Optional.ofNullable(property),
        Optional.ofNullable(member),
        Optional.ofNullable(status),
        Optional.ofNullable(work),
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        Optional.ofNullable(late));
  }
}
