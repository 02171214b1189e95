package com.contractorportal.execution;

import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes the log, each line in a transaction of its own: it stays when the work is undone. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ExecutionLedger {

  @Inject private ExecutionRepository executions;

  UUID begin(ExecutionKind kind, String reference) {
    CustomerId customer = CurrentCustomer.require();
    executions.running(customer, kind, reference).forEach(ExecutionEntry::interrupt);
    ExecutionEntry entry = new ExecutionEntry(customer, kind, reference);
    executions.add(entry);
    return entry.id();
  }

  void end(UUID id, Consumer<ExecutionEntry> how) {
    ExecutionEntry entry = executions.lock(id);
    if (entry != null && entry.isRunning()) {
      how.accept(entry);
    }
  }
}
