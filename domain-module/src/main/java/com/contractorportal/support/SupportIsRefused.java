package com.contractorportal.support;

import com.contractorportal.rule.Conflict;

/** The customer does not let the vendor's support in. */
public final class SupportIsRefused extends Conflict {

  private static final long serialVersionUID = 1L;

  SupportIsRefused() {
    super(
        "support-is-refused",
        "This company has switched support access off. Ask one of its administrators to allow it.");
  }
}
