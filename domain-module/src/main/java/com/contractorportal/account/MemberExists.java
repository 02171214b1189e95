package com.contractorportal.account;

import com.contractorportal.rule.Conflict;

/** Somebody with this address belongs to the company already, or was invited, or once belonged. */
public final class MemberExists extends Conflict {

  private static final long serialVersionUID = 1L;

  MemberExists() {
    super(
        "member-exists",
        "Your company has a member with this e-mail address. Send the invitation again, or make the member active again.");
  }
}
