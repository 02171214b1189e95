package com.contractorportal.member;

import com.contractorportal.account.InvitationService;
import com.contractorportal.account.MemberStanding;
import com.contractorportal.account.MemberStatus;
import com.contractorportal.account.MembershipService;
import com.contractorportal.audit.AuditTrail;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The two ways in which a member goes. */
@ApplicationScoped
class MemberRemoval {

  /** MySQL's ER_ROW_IS_REFERENCED_2. */
  private static final int REFERENCED = 1451;

  @Inject private Ways ways;

  /**
   * Removes somebody who never joined.
   *
   * @return whether that was possible: something may refer to them, a route say
   */
  boolean forget(UUID id, int version) {
    try {
      return ways.forget(id, version);
    } catch (PersistenceException failure) {
      if (isReferenced(failure)) {
        return false;
      }
      throw failure;
    }
  }

  /** Lets somebody work here no more. */
  void dismiss(UUID id, int version) {
    ways.dismiss(id, version);
  }

  private static boolean isReferenced(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(50)
        .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == REFERENCED);
  }

  /** A transaction each: what the database refuses in the first must not spoil the second. */
  @ApplicationScoped
  @Transactional
  static class Ways {

    @Inject private MemberRepository members;
    @Inject private MembershipService memberships;
    @Inject private InvitationService invitations;
    @Inject private AuditTrail audit;

    boolean forget(UUID id, int version) {
      Member member = find(id, version);
      MemberStanding standing = memberships.standing(member.accountId());
      if (standing.status() != MemberStatus.INVITED) {
        return false;
      }
      MemberView before = member.view(standing, Optional.empty());
      members.remove(member);
      members.flush();
      invitations.forget(member.accountId());
      audit.deleted(MemberService.ENTITY, id, before);
      return true;
    }

    void dismiss(UUID id, int version) {
      Member member = find(id, version);
      MemberStanding standing = memberships.standing(member.accountId());
      MemberView before = member.view(standing, Optional.empty());
      memberships.change(member.accountId(), standing.role(), false);
      invitations.revoke(member.accountId());
      member.touch();
      members.flush();
      audit.changed(
          "deactivate",
          MemberService.ENTITY,
          id,
          before,
          member.view(memberships.standing(member.accountId()), Optional.empty()));
    }

    private Member find(UUID id, int version) {
      Member member = members.find(id).orElseThrow(() -> new NotFound(MemberService.ENTITY));
      StaleVersion.check(version, member.version());
      return member;
    }
  }
}
