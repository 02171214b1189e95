package com.contractorportal.member;

import com.contractorportal.rule.Conflict;

/** Somebody who does not work here is not invited. */
public final class MemberIsInactive extends Conflict {

  private static final long serialVersionUID = 1L;

  MemberIsInactive() {
    super("member-is-inactive", "This member is not active. Make the member active first.");
  }
}
