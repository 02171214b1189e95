package com.contractorportal.member;

import com.contractorportal.audit.ActingMembers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The members that the audit trail speaks of. */
@ApplicationScoped
class MembersOfAccounts implements ActingMembers {

  @Inject private MemberRepository members;

  @Override
  public Map<UUID, UUID> ofAccounts(Collection<UUID> accountIds) {
    return members.ofAccounts(accountIds).stream()
        .collect(Collectors.toMap(Member::accountId, Member::id));
  }

  @Override
  public Optional<UUID> account(UUID memberId) {
    return members.find(memberId).map(Member::accountId);
  }
}
