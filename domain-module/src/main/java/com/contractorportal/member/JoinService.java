package com.contractorportal.member;

import com.contractorportal.account.InvitationService;
import com.contractorportal.account.MembershipService;
import com.contractorportal.account.OpenInvitation;
import com.contractorportal.account.OperatorBelongsNowhere;
import com.contractorportal.account.PasswordIsChosen;
import com.contractorportal.account.SignInService;
import com.contractorportal.audit.AuditTrail;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.Overloaded;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Following the link of an invitation. Nobody is signed in then; who holds the link may. */
@ApplicationScoped
public class JoinService {

  @Inject private InvitationService invitations;
  @Inject private SignInService passwords;
  @Inject private Joining joining;

  /**
   * What a link invites to.
   *
   * @throws NotFound if it does not work: unknown, used, replaced, withdrawn and expired are alike
   */
  public Invited find(String token) {
    return new Invited(invitations.find(token));
  }

  /**
   * Accepts an invitation. The password is hashed outside of the transaction, as at sign-in, and
   * only for a link that works.
   *
   * @param password the first password of an account that has none
   * @param displayName what the person wants to be called, if not as the inviter wrote
   * @return the customer to sign in to
   * @throws NotFound if the link does not work
   * @throws InvalidField if the password is missing, or no good
   * @throws PasswordIsChosen if a password was chosen for an account that has one
   * @throws OperatorBelongsNowhere if the address is an operator's
   * @throws Overloaded if too many passwords are being hashed
   */
  public Joined accept(
      String token, Optional<String> password, Optional<String> displayName, String requestId) {
    OpenInvitation open = invitations.find(token);
    Optional<String> hash = Optional.empty();
    if (open.needsPassword()) {
      String chosen =
          password.orElseThrow(() -> new InvalidField("password", "Choose a password."));
      hash =
          Optional.of(
              passwords.hashNew(chosen, open.email(), displayName.orElse(open.displayName())));
    } else if (password.isPresent()) {
      throw new PasswordIsChosen();
    }
    Optional<String> hashed = hash;
    Actor invited =
        new Actor(Optional.of(open.accountId()), open.email(), Optional.empty(), requestId);
    try {
      return CurrentCustomer.callAs(
          open.customer(), invited, () -> joining.join(open, token, hashed, displayName));
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * What a link invites to.
   *
   * @param needsPassword whether a password is to be chosen to accept
   */
  public record Invited(
      String customerName, String email, String displayName, boolean needsPassword) {

    Invited(OpenInvitation open) {
      this(open.customerName(), open.email(), open.displayName(), open.needsPassword());
    }
  }

  /** Where somebody who has accepted signs in, and by what address. */
  public record Joined(String customerId, String email) {}

  /** The transaction. */
  @ApplicationScoped
  @Transactional
  static class Joining {

    @Inject private MemberRepository members;
    @Inject private MembershipService memberships;
    @Inject private InvitationService invitations;
    @Inject private AuditTrail audit;

    Joined join(
        OpenInvitation open,
        String token,
        Optional<String> passwordHash,
        Optional<String> displayName) {
      CustomerId customer = CurrentCustomer.require();
      UUID account = invitations.accept(token, passwordHash);
      Member member =
          members.ofAccount(open.accountId()).orElseThrow(() -> new NotFound("invitation"));
      MemberView before = recorded(member, open.accountId());
      member.joinBy(account);
      displayName.ifPresent(member::callThemselves);
      members.flush();
      if (!account.equals(open.accountId())) {
        invitations.forgetPlaceholder(open.accountId(), account);
      }
      Actor joined =
          new Actor(
              Optional.of(account),
              open.email(),
              Optional.empty(),
              CurrentCustomer.actor().requestId());
      audit.changed(
          joined, "join", MemberService.ENTITY, member.id(), before, recorded(member, account));
      return new Joined(customer.value(), open.email());
    }

    private MemberView recorded(Member member, UUID account) {
      return member.view(memberships.standing(account), Optional.empty());
    }
  }
}
