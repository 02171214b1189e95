package com.contractorportal.account;

import com.contractorportal.rule.Conflict;

/** The vendor's operators work above customers, and see no data of theirs. */
public final class OperatorBelongsNowhere extends Conflict {

  private static final long serialVersionUID = 1L;

  OperatorBelongsNowhere() {
    super(
        "operator-belongs-nowhere",
        "Your account is an operator's, which belongs to no company. Ask to be invited by another address.");
  }
}
