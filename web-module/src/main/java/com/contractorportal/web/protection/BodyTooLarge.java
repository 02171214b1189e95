package com.contractorportal.web.protection;

import com.contractorportal.rule.RuleViolation;

/** A request's body has more bytes than any operation of its kind takes. */
public final class BodyTooLarge extends RuleViolation {

  private static final long serialVersionUID = 1L;

  BodyTooLarge(long mostBytes) {
    super("too-large", "A request has at most %d KB.", mostBytes / 1024);
  }
}
