package com.contractorportal.member;

import com.contractorportal.account.MembershipService;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
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

  /** Everyone who belongs to the customer at present, by name. */
  public List<DirectoryEntry> directory() {
    Map<UUID, Role> roles = memberships.roles();
    return members.allByName().stream()
        .filter(member -> roles.containsKey(member.accountId()))
        .map(
            member ->
                new DirectoryEntry(
                    member.id(), member.displayName(), roles.get(member.accountId())))
        .toList();
  }

  /** The acting person's member id; empty for the portal itself. */
  public Optional<UUID> idOfCurrentActor() {
    return CurrentCustomer.actor().accountId().flatMap(members::idOfAccount);
  }

  /** The display names of those of the given members that there are. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return members.findAll(ids).stream().collect(Collectors.toMap(Member::id, Member::displayName));
  }

  /** Whether the customer has such a member. */
  public boolean exists(UUID id) {
    return members.find(id).isPresent();
  }
}
