package com.contractorportal.member;

import com.contractorportal.account.MembershipService;
import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Meter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How many people belong to a customer at present. */
@ApplicationScoped
class PresentMembers implements Meter {

  @Inject private MembershipService memberships;

  @Override
  public Limit limit() {
    return Limit.MEMBERS;
  }

  @Override
  public long used() {
    return memberships.countPresent();
  }
}
