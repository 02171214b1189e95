package com.contractorportal.account;

import com.contractorportal.customer.CustomerService;
import com.contractorportal.customer.CustomerView;
import com.contractorportal.persistence.Now;
import com.contractorportal.persistence.UniqueKey;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What happens above customers when somebody is invited and joins.
 *
 * <p>Whoever invites is never told whether the address has an account elsewhere, and cannot find
 * out: inviting looks at no other customer's accounts, and a link that was not mailed leads to an
 * account of the inviter's customer only (docs/adr/0023).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class InvitationService {

  private static final int MOST_A_DAY = 100;

  @Inject private AccountRepository accounts;
  @Inject private InvitationRepository invitations;
  @Inject private MembershipService memberships;
  @Inject private CustomerService customers;

  /**
   * Makes an account without a password, good for the current customer only, and its membership.
   *
   * @return the account's id
   * @throws MemberExists if the customer has a member with this address
   */
  public UUID prepare(String email, String displayName, Role role) {
    CustomerId customer = CurrentCustomer.require();
    if (accounts.isMember(email, customer)) {
      throw new MemberExists();
    }
    Account account = Account.invited(customer, email, displayName);
    accounts.add(account);
    try {
      accounts.flush();
    } catch (PersistenceException failure) {
      if (UniqueKey.isTaken(failure, "uq_account_email_customer")) {
        throw new MemberExists();
      }
      throw failure;
    }
    memberships.add(new Membership(account.id(), customer, role));
    return account.id();
  }

  /**
   * Makes a link for somebody who has not joined yet; earlier ones are worth nothing then.
   *
   * @param mailed whether it goes to their address and is shown to nobody else
   * @throws TooManyInvitations if the customer has made too many
   */
  public IssuedInvitation issue(UUID accountId, boolean mailed) {
    CustomerId customer = CurrentCustomer.require();
    Instant now = Now.instant();
    accounts.lock(accountId).orElseThrow(); // Of two links made at once, one replaces the other.
    if (invitations.countSince(customer, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
      throw new TooManyInvitations(MOST_A_DAY);
    }
    invitations.revoke(accountId, customer, now);
    SecretToken token = SecretToken.generate();
    UUID inviter = CurrentCustomer.actor().accountId().orElseThrow();
    Invitation invitation = new Invitation(customer, accountId, token, mailed, inviter, now);
    invitations.add(invitation);
    return new IssuedInvitation(token.text(), invitation.expiresAt());
  }

  /** When the link of a person of the current customer ends, if there is one that works. */
  public Optional<Instant> openUntil(UUID accountId) {
    return invitations.openUntil(accountId, CurrentCustomer.require(), Now.instant());
  }

  /** Makes a person's link worth nothing. */
  public void revoke(UUID accountId) {
    invitations.revoke(accountId, CurrentCustomer.require(), Now.instant());
  }

  /** Forgets somebody of the current customer who never joined. */
  public void forget(UUID accountId) {
    Account account = accounts.lock(accountId).orElseThrow();
    invitations.removeOf(accountId);
    memberships.remove(memberships.held(accountId, CurrentCustomer.require()));
    accounts.remove(account);
    accounts.flush();
  }

  /**
   * The invitation of a link.
   *
   * @throws NotFound if there is none, or it was used, replaced or withdrawn, or has expired, or
   *     nobody may work for the customer; all alike
   */
  @Transactional
  public OpenInvitation find(String token) {
    return SecretToken.parse(Optional.of(token))
        .flatMap(invitations::find)
        .flatMap(this::open)
        .orElseThrow(InvitationService::noSuchInvitation);
  }

  private Optional<OpenInvitation> open(Invitation invitation) {
    Optional<CustomerView> customer =
        customers.find(invitation.customer()).filter(known -> known.status().isOpen());
    if (!invitation.isOpen(Now.instant()) || customer.isEmpty()) {
      return Optional.empty();
    }
    Account account = accounts.find(invitation.accountId()).orElseThrow();
    return Optional.of(
        new OpenInvitation(
            invitation.customer(),
            account.id(),
            customer.get().name(),
            account.email(),
            account.view().displayName(),
            known(invitation, account).isEmpty()));
  }

  /** The account that the address has for all customers: asked only for who reads its mail. */
  private Optional<Account> known(Invitation invitation, Account invited) {
    return invitation.provesAddress() ? accounts.findByEmail(invited.email()) : Optional.empty();
  }

  /**
   * Accepts an invitation. A link that was mailed proves the address: if that has an account that
   * is good for all customers, the membership becomes that account's, whose password stays what it
   * is; otherwise the account that was made for the invitation becomes good for all. Any other link
   * leaves it what it is, the inviting customer's own.
   *
   * @param passwordHash of the password that the person chose, if any
   * @return the id of the account that belongs to the customer now
   * @throws NotFound as {@link #find} says
   * @throws PasswordIsChosen if a password was chosen for an account that has one
   * @throws OperatorBelongsNowhere if the address is an operator's
   */
  public UUID accept(String token, Optional<String> passwordHash) {
    Instant now = Now.instant();
    Invitation invitation =
        SecretToken.parse(Optional.of(token))
            .filter(known -> invitations.accountOf(known).flatMap(accounts::lock).isPresent())
            .flatMap(invitations::lock)
            .filter(found -> found.isOpen(now))
            .orElseThrow(InvitationService::noSuchInvitation);
    Account invited = accounts.lock(invitation.accountId()).orElseThrow();
    Optional<Account> known = known(invitation, invited);
    if (known.isPresent()) {
      if (passwordHash.isPresent()) {
        throw new PasswordIsChosen();
      }
      return join(invitation, invited, known.get(), now);
    }
    invited.choosePassword(passwordHash.orElseThrow(InvitationService::noSuchInvitation));
    if (invitation.provesAddress()) {
      invited.proveAddress(now);
    }
    invitation.accept(invited.id(), now);
    accounts.flush();
    return invited.id();
  }

  private UUID join(Invitation invitation, Account invited, Account known, Instant now) {
    if (known.isSuperAdmin()) {
      throw new OperatorBelongsNowhere();
    }
    Membership place = memberships.held(invited.id(), invitation.customer());
    memberships.add(place.of(known.id()));
    invitation.accept(known.id(), now);
    return known.id();
  }

  /** Removes what was made for an invitation, once nothing refers to it any more. */
  public void forgetPlaceholder(UUID placeholder, UUID account) {
    Account invited = accounts.lock(placeholder).orElseThrow();
    accounts.flush();
    invitations.handOver(placeholder, account);
    memberships.remove(memberships.held(placeholder, CurrentCustomer.require()));
    accounts.remove(invited);
    accounts.flush();
  }

  private static NotFound noSuchInvitation() {
    return new NotFound("invitation");
  }
}
