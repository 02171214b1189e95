package com.contractorportal.idempotency;

import com.contractorportal.rule.Conflict;

/** The same request is being handled at this moment. */
public final class RequestInProgress extends Conflict {

  private static final long serialVersionUID = 1L;

  RequestInProgress() {
    super(
        "request-in-progress",
        "A request with this Idempotency-Key is being handled at this moment. Repeat it in a second to see its outcome.");
  }
}
