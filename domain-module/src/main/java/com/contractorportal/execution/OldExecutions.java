package com.contractorportal.execution;

import com.contractorportal.housekeeping.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What was done for customers long ago. */
@ApplicationScoped
class OldExecutions implements Chore {

  @Inject private ExecutionRepository executions;

  @Inject
  @ConfigProperty(name = "portal.retention.executions", defaultValue = "P400D")
  private Duration kept;

  @Override
  public String things() {
    return "executions";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  @Transactional
  public int removeSome(Instant before, int most) {
    return executions.removeBefore(before, most);
  }
}
