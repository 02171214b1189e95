package com.contractorportal.property;

import com.contractorportal.housekeeping.CustomerChore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Imports that ended long ago, with what was wrong with their rows. */
@ApplicationScoped
class FinishedImports implements CustomerChore {

  @Inject private ImportLedger ledger;

  @Inject
  @ConfigProperty(name = "portal.retention.imports", defaultValue = "P90D")
  private Duration kept;

  @Override
  public String things() {
    return "rows of finished imports";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  public int removeSome(Instant before, int most) {
    return ledger.removeFinished(before, most);
  }
}
