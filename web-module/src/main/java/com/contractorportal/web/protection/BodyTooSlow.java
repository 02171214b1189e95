package com.contractorportal.web.protection;

import com.contractorportal.rule.RuleViolation;

/** A request's body did not come in time, or not at all. */
public final class BodyTooSlow extends RuleViolation {

  private static final long serialVersionUID = 1L;

  BodyTooSlow() {
    super("request-timeout", "The request did not come whole in time. Send it again.");
  }
}
