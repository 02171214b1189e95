package com.contractorportal.member;

import com.contractorportal.rule.Conflict;

/** Operators invite nobody into a company whose own people can do it. */
public final class CustomerHasMembers extends Conflict {

  private static final long serialVersionUID = 1L;

  CustomerHasMembers() {
    super(
        "customer-has-members",
        "Somebody of this company has joined. Its own administrators invite all others.");
  }
}
