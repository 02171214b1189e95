package com.contractorportal.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps what becomes of the log away from what becomes of the work. */
@ApplicationScoped
class ExecutionLog implements Executions {

  private static final Logger LOG = Logger.getLogger(ExecutionLog.class.getName());

  @Inject private ExecutionLedger ledger;

  @Override
  public Execution begin(ExecutionKind kind, String reference) {
    try {
      return new Written(Optional.of(ledger.begin(kind, reference)));
    } catch (RuntimeException failure) {
      missed(failure);
      return new Written(Optional.empty());
    }
  }

  private static void missed(RuntimeException failure) {
    LOG.log(Level.WARNING, "The execution log misses something", failure);
  }

  private final class Written implements Execution {

    private final Optional<UUID> id;

    Written(Optional<UUID> id) {
      this.id = id;
    }

    @Override
    public void completed(long items, long bytes) {
      end(entry -> entry.complete(items, bytes));
    }

    @Override
    public void failed(String why) {
      end(entry -> entry.fail(why));
    }

    @Override
    public void interrupted() {
      end(ExecutionEntry::interrupt);
    }

    private void end(Consumer<ExecutionEntry> how) {
      try {
        id.ifPresent(known -> ledger.end(known, how));
      } catch (RuntimeException failure) {
        missed(failure);
      }
    }
  }
}
