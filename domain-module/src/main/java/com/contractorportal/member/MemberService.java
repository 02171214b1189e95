package com.contractorportal.member;

import com.contractorportal.account.MembershipService;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The people of the current customer. */
@ApplicationScoped
@Transactional
public class MemberService {

  @Inject private MemberRepository members;
  @Inject private MembershipService memberships;

  /** One page of those who belong to the customer at present, sorted by {@code displayName}. */
  public Page<DirectoryEntry> directory(PageRequest request) {
    Map<UUID, Role> roles = memberships.roles();
    return members
        .page(roles.keySet(), request)
        .map(
            member ->
                new DirectoryEntry(
                    member.id(), member.displayName(), roles.get(member.accountId())));
  }

  /** The acting person's member id; empty for the portal itself. */
  public Optional<UUID> idOfCurrentActor() {
    return CurrentCustomer.actor().accountId().flatMap(members::idOfAccount);
  }

  /** The display names of those of the given members that there are. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return members.findAll(ids).stream().collect(Collectors.toMap(Member::id, Member::displayName));
  }

  /** What a member may do at present; nothing if there is none, or they belong here no more. */
  public Optional<Role> role(UUID id) {
    return members.find(id).map(Member::accountId).map(memberships.roles()::get);
  }

  /** Whether the customer has such a member. */
  public boolean exists(UUID id) {
    return members.find(id).isPresent();
  }
}
