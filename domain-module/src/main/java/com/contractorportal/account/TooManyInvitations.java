package com.contractorportal.account;

import com.contractorportal.rule.Conflict;

/** The portal writes to strangers on a customer's behalf: not without limit. */
public final class TooManyInvitations extends Conflict {

  private static final long serialVersionUID = 1L;

  TooManyInvitations(int most) {
    super(
        "too-many-invitations",
        "Your company has sent %d invitations within a day. Send more tomorrow.",
        most);
  }
}
