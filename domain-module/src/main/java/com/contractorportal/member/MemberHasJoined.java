package com.contractorportal.member;

import com.contractorportal.rule.Conflict;

/** Somebody who has joined needs no invitation. */
public final class MemberHasJoined extends Conflict {

  private static final long serialVersionUID = 1L;

  MemberHasJoined() {
    super("member-has-joined", "This member has joined already and needs no invitation.");
  }
}
