package com.contractorportal.member;

import com.contractorportal.account.InvitationService;
import com.contractorportal.account.IssuedInvitation;
import com.contractorportal.account.LastAdmin;
import com.contractorportal.account.MemberExists;
import com.contractorportal.account.MemberStanding;
import com.contractorportal.account.MemberStatus;
import com.contractorportal.account.MembershipService;
import com.contractorportal.account.TooManyInvitations;
import com.contractorportal.audit.AuditTrail;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Limits;
import com.contractorportal.plan.PlanLimitReached;
import com.contractorportal.plan.Room;
import com.contractorportal.rule.Forbidden;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The people of the current customer. */
@ApplicationScoped
@Transactional
public class MemberService {

  static final String ENTITY = "member";

  @Inject private MemberRepository members;
  @Inject private MembershipService memberships;
  @Inject private InvitationService invitations;
  @Inject private InvitationLetter letter;
  @Inject private MemberRemoval removal;
  @Inject private AuditTrail audit;
  @Inject private Idempotency idempotency;
  @Inject private Limits limits;

  /**
   * One page of those who belong to the customer at present, sorted by {@code displayName}.
   *
   * @param former whether those who do not work there any more are wanted too
   * @throws Forbidden if somebody else than an administrator wants those
   */
  public Page<DirectoryEntry> directory(boolean former, PageRequest request) {
    boolean forAdmin = CurrentCustomer.actor().is(Role.ADMIN);
    if (former && !forAdmin) {
      throw new Forbidden("Only administrators see former members.");
    }
    Map<UUID, MemberStanding> standings = memberships.standings();
    if (!former) {
      standings.values().removeIf(standing -> standing.status() == MemberStatus.INACTIVE);
    }
    return members
        .page(standings.keySet(), request)
        .map(member -> entry(member, standings.get(member.accountId()), forAdmin));
  }

  private static DirectoryEntry entry(Member member, MemberStanding standing, boolean forAdmin) {
    Optional<MemberStanding> shown = Optional.of(standing).filter(known -> forAdmin);
    return new DirectoryEntry(
        member.id(),
        member.displayName(),
        standing.role(),
        shown.map(MemberStanding::email),
        shown.map(MemberStanding::status));
  }

  /**
   * @throws NotFound if there is none
   */
  public MemberView get(UUID id) {
    return view(find(id));
  }

  /**
   * Makes somebody a member who can work once they have followed the link of the invitation, which
   * is mailed, or, without a mail server, told in the answer: that of the first request only.
   *
   * @throws MemberExists if the customer has a member with this address
   * @throws TooManyInvitations if the customer has made too many
   * @throws PlanLimitReached if the customer's plan allows no more members
   */
  public MemberView invite(MemberInvitation draft, Optional<RequestKey> key) {
    Room room = limits.hold(Limit.MEMBERS);
    AtomicReference<InvitationView> made = new AtomicReference<>();
    UUID id =
        idempotency.once(
            key,
            () -> {
              room.require(1);
              UUID account = invitations.prepare(draft.email(), draft.displayName(), draft.role());
              Member member = new Member(account, draft);
              members.add(member);
              members.flush();
              made.set(send(member));
              audit.created(ENTITY, member.id(), recorded(member));
              return member.id();
            });
    return viewWith(find(id), made.get());
  }

  /**
   * Makes a new link for somebody who has not joined yet; the former one is worth nothing then.
   *
   * @throws NotFound if there is no such member
   * @throws MemberHasJoined if there is nothing to invite to any more
   * @throws MemberIsInactive if the member does not belong to the customer at present
   * @throws TooManyInvitations if the customer has made too many
   */
  public MemberView inviteAgain(UUID id) {
    Member member = find(id);
    MemberStatus status = memberships.standing(member.accountId()).status();
    if (status == MemberStatus.ACTIVE) {
      throw new MemberHasJoined();
    }
    if (status == MemberStatus.INACTIVE) {
      throw new MemberIsInactive();
    }
    InvitationView made = send(member);
    MemberView now = recorded(member);
    audit.changed("invite-again", ENTITY, id, now, now);
    return viewWith(member, made);
  }

  /**
   * Invites whoever shall administrate a customer in which nobody works yet. Links that were made
   * before are worth nothing then: the address they went to may have been wrong.
   *
   * @throws CustomerHasMembers if somebody has joined, who invites all others
   * @throws TooManyInvitations if too many were made
   */
  public MemberView inviteFirst(MemberInvitation draft) {
    Collection<MemberStanding> all = memberships.standings().values();
    if (all.stream().anyMatch(standing -> standing.status() == MemberStatus.ACTIVE)) {
      throw new CustomerHasMembers();
    }
    all.forEach(standing -> invitations.revoke(standing.accountId()));
    Optional<Member> known =
        all.stream()
            .filter(standing -> standing.status() == MemberStatus.INVITED)
            .filter(standing -> standing.role() == draft.role())
            .filter(standing -> standing.email().equalsIgnoreCase(draft.email()))
            .findFirst()
            .flatMap(standing -> members.ofAccount(standing.accountId()));
    return known.isPresent() ? inviteAgain(known.get().id()) : invite(draft, Optional.empty());
  }

  private InvitationView send(Member member) {
    boolean mailed = letter.isMailed();
    IssuedInvitation issued = invitations.issue(member.accountId(), mailed);
    String link = letter.link(issued);
    if (mailed) {
      letter.send(memberships.standing(member.accountId()).email(), member.displayName(), link);
    }
    return new InvitationView(issued.expiresAt(), Optional.of(link).filter(secret -> !mailed));
  }

  /**
   * Makes a member what the draft says. What they may do changes with their next request.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   * @throws LastAdmin if nobody would be left who can administrate
   * @throws PlanLimitReached if the member comes back, and the customer's plan allows no more
   */
  public MemberView update(UUID id, int version, MemberDraft draft) {
    Room room = limits.hold(Limit.MEMBERS);
    Member member = find(id);
    StaleVersion.check(version, member.version());
    MemberView before = recorded(member);
    room.require(draft.active() && before.status() == MemberStatus.INACTIVE ? 1 : 0);
    member.describe(draft);
    memberships.change(member.accountId(), draft.role(), draft.active());
    if (!draft.active()) {
      invitations.revoke(member.accountId());
    }
    members.flush();
    MemberView after = recorded(member);
    audit.changed(action(before, after), ENTITY, id, before, after);
    return view(member);
  }

  private static String action(MemberView before, MemberView after) {
    boolean was = before.status() != MemberStatus.INACTIVE;
    boolean is = after.status() != MemberStatus.INACTIVE;
    if (was != is) {
      return is ? "activate" : "deactivate";
    }
    return before.role() == after.role() ? "update" : "change-role";
  }

  /**
   * Removes a member: without trace if they never joined and nothing refers to them, otherwise they
   * do not work here any more, and what they did stays theirs.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   * @throws LastAdmin if nobody would be left who can administrate
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void delete(UUID id, int version) {
    if (!removal.forget(id, version)) {
      removal.dismiss(id, version);
    }
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

  /** Those of the given members who can work at present: they have joined, and not left. */
  public Set<UUID> working(Collection<UUID> ids) {
    Map<UUID, MemberStanding> standings = memberships.standings();
    return members.findAll(ids).stream()
        .filter(member -> standings.get(member.accountId()).status() == MemberStatus.ACTIVE)
        .filter(member -> standings.get(member.accountId()).role() != Role.VIEWER)
        .map(Member::id)
        .collect(Collectors.toSet());
  }

  /** Whether the customer has such a member. */
  public boolean exists(UUID id) {
    return members.find(id).isPresent();
  }

  private Member find(UUID id) {
    return members.find(id).orElseThrow(() -> new NotFound(ENTITY));
  }

  /** For the audit trail: without invitations, whose links are secrets. */
  private MemberView recorded(Member member) {
    return member.view(memberships.standing(member.accountId()), Optional.empty());
  }

  private MemberView view(Member member) {
    return member.view(
        memberships.standing(member.accountId()),
        invitations
            .openUntil(member.accountId())
            .map(expiresAt -> new InvitationView(expiresAt, Optional.empty())));
  }

  private MemberView viewWith(Member member, InvitationView made) {
    return made == null
        ? view(member)
        : member.view(memberships.standing(member.accountId()), Optional.of(made));
  }
}
