package com.contractorportal.onboarding;

import com.contractorportal.member.MemberInvitation;
import com.contractorportal.tenancy.Role;
import com.contractorportal.text.OneLine;

/**
 * Who shall administrate a new customer.
 *
 * @param email where the person reads their mail, and signs in with
 */
public record FirstAdminDraft(@OneLine String email, @OneLine String displayName) {

  MemberInvitation invitation() {
    return new MemberInvitation(email, displayName, Role.ADMIN, null, null, null);
  }
}
