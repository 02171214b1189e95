package com.contractorportal.leaving;

import com.contractorportal.housekeeping.CustomerChore;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Bundles that everybody who wanted them has taken: each is all of a customer's data. */
@ApplicationScoped
class OldExports implements CustomerChore {

  @Inject private ExportLedger ledger;
  @Inject private CustomerFiles files;

  @Override
  public String things() {
    return "data exports";
  }

  @Override
  public Duration kept() {
    return Duration.ofDays(7);
  }

  @Override
  public int removeSome(Instant before, int most) {
    List<UUID> old = ledger.endedBefore(before, most);
    try {
      for (UUID export : old) {
        Files.deleteIfExists(files.bundle(CurrentCustomer.require(), export.toString()));
        ledger.remove(export);
      }
      return old.size() + files.sweepBundles(CurrentCustomer.require(), before);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
