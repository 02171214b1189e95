package com.contractorportal.web.problem;

import com.contractorportal.rule.RuleViolation;

/** A change came without saying which version it was made upon (RFC 6585). */
public final class PreconditionRequired extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public PreconditionRequired() {
    super(
        "precondition-required",
        "Send the ETag that you read in an If-Match header, so that nobody else's change is lost.");
  }
}
