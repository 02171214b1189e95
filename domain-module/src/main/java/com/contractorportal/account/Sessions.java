package com.contractorportal.account;

import com.contractorportal.account.PasswordCheck.Admitted;
import com.contractorportal.account.SessionRepository.Ends;
import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.Forbidden;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The sessions of people whose password was right. Where somebody is turned away, what was learnt
 * on the way (a stolen token, a code that was used) stays written.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = {NotAuthenticated.class, Forbidden.class})
class Sessions {

  private static final String ENTITY = "account";

  @Inject private SessionRepository sessions;
  @Inject private AccountRepository accounts;
  @Inject private PasswordResetRepository resets;
  @Inject private FactorRepository waiting;
  @Inject private SecondFactors factors;
  @Inject private KnownBrowsers browsers;
  @Inject private OperatorRules operators;
  @Inject private AccessTokens tokens;
  @Inject private PlatformAudit audit;

  /** Where a person is to work: in a customer with a role there, or as operator in none. */
  private record Place(
      Optional<MembershipInCustomer> membership, Role role, boolean needsSecondFactor) {

    static Place in(MembershipInCustomer membership) {
      return new Place(
          Optional.of(membership), membership.role(), membership.secondFactorRequired());
    }

    Optional<String> customerId() {
      return membership.map(MembershipInCustomer::customerId);
    }
  }

  private Place ofOperators() {
    return new Place(Optional.empty(), Role.SUPER_ADMIN, operators.needSecondFactor());
  }

  /**
   * Opens a session, unless the person has yet to choose a customer, or has a second factor, which
   * is asked for before anything else is told. Holds the account: a change of the password, which
   * ends all sessions, comes before it or after it.
   *
   * @throws NotAuthenticated if the password was changed since it was found right
   * @throws CustomerSuspended if nobody may work in the customer
   * @throws Forbidden if the person does not belong to the customer, or to none at all
   */
  Grant open(Admitted admitted, Optional<CustomerId> wanted, Client client) {
    Account account = held(admitted);
    if (!factors.isOn(account.id())) {
      return enter(account, wanted, client, Optional.empty());
    }
    SecretToken token = SecretToken.generate();
    SignInChallenge challenge = new SignInChallenge(account.id(), token, Now.instant());
    waiting.add(challenge);
    return undecided(account, List.of(), Optional.of(told(token, challenge)));
  }

  /**
   * Goes on with a sign-in whose password was right.
   *
   * @param code of the second factor; not needed again for a choice that came after it
   * @throws NotAuthenticated if the challenge or the code is not, or no longer, good
   * @throws CustomerSuspended if nobody may work in the customer
   * @throws Forbidden if the person does not belong to the customer, or to none at all
   */
  Grant open(SecretToken token, Optional<String> code, Optional<CustomerId> wanted, Client client) {
    Instant now = Now.instant();
    Account account =
        waiting.accountOf(token).flatMap(accounts::lock).orElseThrow(Sessions::signInLeft);
    SignInChallenge challenge =
        waiting.lock(token).filter(found -> found.isOpen(now)).orElseThrow(Sessions::signInLeft);
    if (!challenge.isPassed()) {
      if (code.filter(given -> factors.isRight(account.id(), given, now)).isEmpty()) {
        write("refuse-second-factor", account, Optional.empty(), client);
        throw new NotAuthenticated(
            "This code is wrong or was used before, or there were too many attempts.");
      }
      challenge.pass();
    }
    Grant grant = enter(account, wanted, client, Optional.of(told(token, challenge)));
    if (grant.refreshToken().isPresent()) {
      waiting.remove(challenge);
    }
    return grant;
  }

  /**
   * Opens a session for somebody whom a provider has identified, as {@link #open(Admitted,
   * Optional, Client)} does after a right password.
   *
   * @param token of the sign-in that waits; it has opened nothing yet
   * @throws NotAuthenticated if it is not, or no longer, good
   * @throws CustomerSuspended if nobody may work in the customer
   * @throws Forbidden if the person does not belong to the customer, or to none at all
   */
  Grant openIdentified(SecretToken token, Optional<CustomerId> wanted, Client client) {
    Instant now = Now.instant();
    Account account =
        waiting.accountOf(token).flatMap(accounts::lock).orElseThrow(Sessions::signInLeft);
    SignInChallenge challenge =
        waiting.lock(token).filter(found -> found.isOpen(now)).orElseThrow(Sessions::signInLeft);
    if (factors.isOn(account.id())) {
      return undecided(account, List.of(), Optional.of(told(token, challenge)));
    }
    Grant grant = enter(account, wanted, client, Optional.empty());
    if (grant.refreshToken().isPresent()) {
      waiting.remove(challenge);
    }
    return grant;
  }

  private static SignIn.Challenge told(SecretToken token, SignInChallenge challenge) {
    return new SignIn.Challenge(token.text(), challenge.expiresAt());
  }

  static NotAuthenticated signInLeft() {
    return new NotAuthenticated("This took too long. Sign in again from the start.");
  }

  /**
   * @param shown the challenge whose second factor was shown, if it was
   */
  private Grant enter(
      Account account,
      Optional<CustomerId> wanted,
      Client client,
      Optional<SignIn.Challenge> shown) {
    List<MembershipInCustomer> memberships = accounts.memberships(account.id());
    Optional<Place> place = choose(account, memberships, wanted);
    if (place.isEmpty()) {
      return undecided(account, memberships, shown);
    }
    SecretToken token = SecretToken.generate();
    AccountSession session =
        AccountSession.open(
            account.id(),
            place.get().customerId(),
            token,
            shown.isPresent(),
            client,
            Now.instant());
    sessions.add(session);
    write("sign-in", account, place.get(), client);
    return grant(account, memberships, place.get(), session, token)
        .seen(browsers.seen(account, client, Now.instant()));
  }

  private static Grant undecided(
      Account account,
      List<MembershipInCustomer> memberships,
      Optional<SignIn.Challenge> challenge) {
    return new Grant(
        new SignIn(
            Optional.empty(),
            Optional.empty(),
            account.view(),
            Optional.empty(),
            views(memberships),
            challenge,
            false),
        Optional.empty());
  }

  private Account held(Admitted admitted) {
    return accounts
        .lock(admitted.accountId())
        .filter(account -> account.hasPassword(admitted.passwordHash()))
        .orElseThrow(NotAuthenticated::sessionEnded);
  }

  private Optional<Place> choose(
      Account account, List<MembershipInCustomer> memberships, Optional<CustomerId> wanted) {
    if (wanted.isPresent()) {
      return Optional.of(Place.in(membership(memberships, wanted.get())));
    }
    if (account.isSuperAdmin()) {
      return Optional.of(ofOperators());
    }
    if (memberships.isEmpty()) {
      throw new Forbidden("You belong to no company at present. Ask your company's administrator.");
    }
    return memberships.size() == 1
        ? Optional.of(Place.in(open(memberships.get(0))))
        : Optional.empty();
  }

  private static MembershipInCustomer membership(
      List<MembershipInCustomer> memberships, CustomerId wanted) {
    return memberships.stream()
        .filter(membership -> membership.customerId().equals(wanted.value()))
        .findFirst()
        .map(Sessions::open)
        .orElseThrow(() -> new Forbidden("You do not belong to this company."));
  }

  private static MembershipInCustomer open(MembershipInCustomer membership) {
    if (!membership.status().isOpen()) {
      throw new CustomerSuspended();
    }
    return membership;
  }

  /**
   * Continues a session with a new token.
   *
   * @param expected the customer that the asker believes to work in, if it says so
   * @throws NotAuthenticated if the token is not, or no longer, good
   * @throws SessionOfOtherCustomer if the session is for another customer than expected
   * @throws CustomerSuspended if nobody may work in the customer
   */
  Grant refresh(SecretToken token, Optional<CustomerId> expected, Client client) {
    AccountSession link = living(token, client);
    if (expected.isPresent() && !expected.map(CustomerId::value).equals(link.customerId())) {
      throw new SessionOfOtherCustomer();
    }
    Account account = accounts.find(link.accountId()).orElseThrow(NotAuthenticated::sessionEnded);
    List<MembershipInCustomer> memberships = accounts.memberships(account.id());
    Place place;
    if (link.customerId().isPresent()) {
      place =
          memberships.stream()
              .filter(membership -> link.customerId().get().equals(membership.customerId()))
              .findFirst()
              .map(membership -> Place.in(open(membership)))
              .orElseThrow(NotAuthenticated::sessionEnded);
    } else if (account.isSuperAdmin()) {
      place = ofOperators();
    } else {
      throw NotAuthenticated.sessionEnded();
    }
    return rotate(account, memberships, place, link, client);
  }

  /**
   * Continues a session in another customer of the person.
   *
   * @throws NotAuthenticated if the token is not, or no longer, good, or not of this session
   * @throws CustomerSuspended if nobody may work in the customer
   * @throws Forbidden if the person does not belong to the customer
   */
  Grant switchTo(SecretToken token, UUID sessionId, CustomerId wanted, Client client) {
    AccountSession link = living(token, client);
    if (!link.familyId().equals(sessionId)) {
      throw NotAuthenticated.sessionEnded();
    }
    Account account = accounts.find(link.accountId()).orElseThrow(NotAuthenticated::sessionEnded);
    List<MembershipInCustomer> memberships = accounts.memberships(account.id());
    Place place = Place.in(membership(memberships, wanted));
    write("switch-customer", account, place, client);
    return rotate(account, memberships, place, link, client);
  }

  private AccountSession living(SecretToken token, Client client) {
    Instant now = Now.instant();
    AccountSession link =
        sessions
            .lockByToken(token)
            .filter(found -> found.isAlive(now))
            .orElseThrow(NotAuthenticated::sessionEnded);
    if (link.isReplayed(now)) {
      sessions.revoke(link.familyId(), now);
      accounts
          .find(link.accountId())
          .ifPresent(account -> write("revoke-reused-session", account, Optional.empty(), client));
      throw NotAuthenticated.sessionEnded();
    }
    return link;
  }

  private Grant rotate(
      Account account,
      List<MembershipInCustomer> memberships,
      Place place,
      AccountSession link,
      Client client) {
    SecretToken token = SecretToken.generate();
    AccountSession next = link.next(place.customerId(), token, client, Now.instant());
    sessions.add(next);
    return grant(account, memberships, place, next, token);
  }

  private Grant grant(
      Account account,
      List<MembershipInCustomer> memberships,
      Place place,
      AccountSession session,
      SecretToken token) {
    IssuedToken access =
        tokens.issue(account.view(), session.familyId(), place.customerId(), place.role());
    return new Grant(
        new SignIn(
            Optional.of(access.text()),
            Optional.of(access.expiresAt()),
            account.view(),
            place.membership().map(MembershipInCustomer::acting),
            views(memberships),
            Optional.empty(),
            place.needsSecondFactor() && !session.hasSecondFactor()),
        Optional.of(new Grant.Refresh(token.text(), session.expiresAt())));
  }

  /** Ends the session that the token belongs to, if it does to any. */
  void end(SecretToken token, Client client) {
    sessions.lockByToken(token).ifPresent(link -> end(link, client));
  }

  /** Ends the session with this id, if there is one. */
  void end(UUID sessionId, Client client) {
    sessions.lock(sessionId).ifPresent(first -> end(first, client));
  }

  private void end(AccountSession link, Client client) {
    if (sessions.revoke(link.familyId(), Now.instant())) {
      accounts
          .find(link.accountId())
          .ifPresent(account -> write("sign-out", account, Optional.empty(), client));
    }
  }

  /**
   * Stores a new password's hash and ends all sessions but one.
   *
   * @throws NotAuthenticated if the password was changed since it was found right
   */
  void changePassword(Admitted admitted, String newHash, UUID keptSession, Client client) {
    Account account = held(admitted);
    account.changePassword(newHash);
    sessions.revokeOthers(account.id(), keptSession, Now.instant());
    resets.end(account.id(), Now.instant());
    waiting.removeChallenges(account.id());
    write("change-password", account, Optional.empty(), client);
  }

  /** Where a person is signed in. */
  SessionList living(UUID accountId, UUID currentSession) {
    Instant now = Now.instant();
    Map<String, String> companies =
        accounts.memberships(accountId).stream()
            .collect(
                Collectors.toMap(MembershipInCustomer::customerId, MembershipInCustomer::name));
    Set<UUID> seen = new HashSet<>(); // Two tabs may each have continued the same session.
    return new SessionList(
        sessions.living(accountId, now, AccountSession.idleSince(now)).stream()
            .filter(session -> seen.add(session.first().id()))
            .map(session -> view(session, companies, currentSession))
            .toList());
  }

  private static SessionView view(Ends session, Map<String, String> companies, UUID current) {
    AccountSession first = session.first();
    AccountSession last = session.last();
    return new SessionView(
        first.id(),
        first.id().equals(current),
        BrowserName.of(last.userAgent()),
        last.userAgent(),
        last.customerId().map(companies::get),
        first.createdAt(),
        last.createdAt(),
        first.expiresAt());
  }

  /**
   * Ends a session of a person.
   *
   * @throws NotFound if it is not theirs, or has ended
   */
  void endOwn(UUID accountId, UUID sessionId, Client client) {
    boolean ended =
        sessions
                .lock(sessionId)
                .filter(first -> first.accountId().equals(accountId))
                .filter(first -> first.familyId().equals(sessionId))
                .isPresent()
            && sessions.revoke(sessionId, Now.instant());
    if (!ended) {
      throw new NotFound("session");
    }
    accounts
        .find(accountId)
        .ifPresent(account -> write("end-session", account, Optional.empty(), client));
  }

  /** Who a signed-in person is at present. */
  Me me(UUID accountId, Optional<CustomerId> customer) {
    Account account = accounts.find(accountId).orElseThrow(NotAuthenticated::sessionEnded);
    List<MembershipInCustomer> memberships = accounts.memberships(accountId);
    return new Me(
        account.view(),
        customer.map(id -> membership(memberships, id).acting()),
        views(memberships));
  }

  private void write(String action, Account account, Place place, Client client) {
    write(action, account, place.customerId().map(CustomerId::new), client);
  }

  private void write(String action, Account account, Optional<CustomerId> customer, Client client) {
    audit.record(
        new Actor(Optional.of(account.id()), account.email(), Optional.empty(), client.requestId()),
        action,
        ENTITY,
        account.id().toString(),
        customer,
        Optional.empty(),
        Optional.empty());
  }

  private static List<MembershipView> views(List<MembershipInCustomer> memberships) {
    return memberships.stream().map(MembershipInCustomer::view).toList();
  }
}
