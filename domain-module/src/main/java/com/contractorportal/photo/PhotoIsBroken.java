package com.contractorportal.photo;

import com.contractorportal.rule.RuleViolation;

/** A picture of a kind that the portal takes, which nevertheless cannot be shown. */
public final class PhotoIsBroken extends RuleViolation {

  private static final long serialVersionUID = 1L;

  PhotoIsBroken() {
    super("photo-is-broken", "This photo cannot be read whole. Send it again.");
  }
}
