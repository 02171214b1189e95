package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Transaction;
import com.contractorportal.member.InvitationView;
import com.contractorportal.member.JoinService;
import com.contractorportal.member.MemberDraft;
import com.contractorportal.member.MemberHasJoined;
import com.contractorportal.member.MemberInvitation;
import com.contractorportal.member.MemberService;
import com.contractorportal.member.MemberView;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.RuleViolation;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may learn what, and take what over, by inviting. The server under test has no mail server:
 * links are shown to administrators, who may be up to no good. Mailed links are made past them.
 */
@ExtendWith(ArquillianExtension.class)
class InvitationIT {

  private static final String PASSWORD = "snow falls at night";
  private static final String ATTACKERS = "ice on the windows";
  private static final Client CLIENT = new Client("test", Optional.empty());

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private MemberService members;
  private JoinService joins;
  private SignInService signIns;
  private CustomerId evil;
  private UUID evilAdmin;
  private CustomerId good;
  private UUID goodAdmin;
  private String address;

  @BeforeEach
  void two_customers_with_an_administrator_each() {
    given = new Fixture();
    members = CDI.current().select(MemberService.class).get();
    joins = CDI.current().select(JoinService.class).get();
    signIns = CDI.current().select(SignInService.class).get();
    evil = given.customer("Evil Ice");
    evilAdmin = given.account("x", false);
    given.member(evilAdmin, evil, Role.ADMIN);
    good = given.customer("Good Snow");
    goodAdmin = given.account("x", false);
    given.member(goodAdmin, good, Role.ADMIN);
    address = UUID.randomUUID() + "@victim.example";
  }

  @Test
  void somebody_new_joins_by_the_link_and_works_in_the_one_company() throws Exception {
    MemberView invited = invite(good, Role.MANAGER);
    assertThat(invited.status()).isEqualTo(MemberStatus.INVITED);

    JoinService.Joined joined =
        joins.accept(token(invited), Optional.of(PASSWORD), Optional.of("Vic Tim"), "test");

    assertThat(joined).isEqualTo(new JoinService.Joined(good.value(), address));
    MemberView member = in(good, () -> members.get(invited.id()));
    assertThat(member.status()).isEqualTo(MemberStatus.ACTIVE);
    assertThat(member.displayName()).isEqualTo("Vic Tim");
    assertThat(member.invitation()).isEmpty();
    SignIn signIn = signIn(PASSWORD, Optional.of(good));
    assertThat(signIn.customer().orElseThrow().role()).isEqualTo(Role.MANAGER);
    assertThat(signIn.memberships()).hasSize(1);
  }

  @Test
  void nobody_signs_in_before_they_have_chosen_a_password() throws Exception {
    invite(good, Role.MANAGER);

    for (String guess : List.of("", "null", PASSWORD)) {
      assertThat(isAdmitted(guess, Optional.of(good))).isFalse();
      assertThat(isAdmitted(guess, Optional.empty())).isFalse();
    }
  }

  @Test
  void wrong_passwords_tried_before_they_joined_keep_nobody_out() throws Exception {
    MemberView invited = invite(good, Role.VIEWER);
    given.run(
        "UPDATE account SET failed_logins = 10, locked_until = '2999-01-01' WHERE email = ?",
        address);

    joins.accept(token(invited), Optional.of(PASSWORD), Optional.empty(), "test");

    assertThat(isAdmitted(PASSWORD, Optional.of(good))).isTrue();
  }

  @Test
  void a_link_works_once() throws Exception {
    String token = token(invite(good, Role.VIEWER));
    joins.accept(token, Optional.of(PASSWORD), Optional.empty(), "test");

    assertThatThrownBy(() -> joins.find(token)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> joins.accept(token, Optional.of(ATTACKERS), Optional.empty(), "test"))
        .isInstanceOf(NotFound.class);
    assertThat(isAdmitted(PASSWORD, Optional.of(good))).isTrue();
  }

  @Test
  void of_many_who_follow_a_link_at_once_one_joins() throws Exception {
    String token = token(invite(good, Role.VIEWER));

    Queue<RuntimeException> unclear = new ConcurrentLinkedQueue<>();
    List<Boolean> joined =
        atOnce(
            4,
            i -> {
              try {
                joins.accept(token, Optional.of(PASSWORD + i), Optional.empty(), "test");
                return true;
              } catch (NotFound used) {
                return false;
              } catch (RuntimeException other) {
                unclear.add(other);
                return false;
              }
            });

    assertThat(joined.stream().filter(done -> done)).hasSize(1);
    assertThat(unclear).as("to the others the link is used").isEmpty();
    assertThat(isAdmitted(PASSWORD + joined.indexOf(true), Optional.of(good))).isTrue();
  }

  @Test
  void used_replaced_withdrawn_expired_and_unknown_links_are_alike() throws Exception {
    MemberView invited = invite(good, Role.VIEWER);
    String replaced = token(invited);
    MemberView again = in(good, () -> members.inviteAgain(invited.id()));
    String newer = token(again);
    assertThat(joins.find(newer).customerName()).isEqualTo("Good Snow");
    String message = failure("A".repeat(43)).getMessage();

    assertThat(failure(replaced)).isInstanceOf(NotFound.class).hasMessage(message);
    assertThat(failure("no token at all")).isInstanceOf(NotFound.class).hasMessage(message);
    given.run(
        "UPDATE invitation SET expires_at = ? WHERE customer_id = ?", Instant.now(), good.value());
    assertThat(failure(newer)).isInstanceOf(NotFound.class).hasMessage(message);

    String withdrawn = token(in(good, () -> members.inviteAgain(invited.id())));
    MemberView now = in(good, () -> members.get(invited.id()));
    in(
        good,
        () -> {
          members.delete(now.id(), now.version());
          return null;
        });
    assertThat(failure(withdrawn)).isInstanceOf(NotFound.class).hasMessage(message);
    assertThatThrownBy(() -> in(good, () -> members.get(invited.id())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void the_link_of_a_suspended_company_does_not_work() throws Exception {
    String token = token(invite(good, Role.VIEWER));

    given.run("UPDATE customer SET status = 'SUSPENDED' WHERE customer_id = ?", good.value());

    assertThat(failure(token)).isInstanceOf(NotFound.class);
  }

  @Test
  void who_has_joined_is_not_invited_again() throws Exception {
    MemberView invited = invite(good, Role.VIEWER);
    joins.accept(token(invited), Optional.of(PASSWORD), Optional.empty(), "test");

    assertThatThrownBy(() -> in(good, () -> members.inviteAgain(invited.id())))
        .isInstanceOf(MemberHasJoined.class);
    assertThatThrownBy(() -> invite(good, Role.ADMIN)).isInstanceOf(MemberExists.class);
  }

  @Test
  void inviting_tells_nothing_of_an_account_elsewhere_and_neither_does_the_link() throws Exception {
    victim();
    String unknown = UUID.randomUUID() + "@nobody.example";

    MemberView ofVictim = invite(evil, Role.VIEWER);
    MemberView ofNobody = inviteAddress(evil, unknown, Role.VIEWER);

    assertThat(shape(ofVictim, address)).isEqualTo(shape(ofNobody, unknown));
    assertThat(joins.find(token(ofVictim)).needsPassword()).isTrue();
    assertThat(joins.find(token(ofNobody)).needsPassword()).isTrue();
    for (MemberView invited : List.of(ofVictim, ofNobody)) {
      assertThatThrownBy(
              () -> joins.accept(token(invited), Optional.empty(), Optional.empty(), "test"))
          .isInstanceOf(RuleViolation.class)
          .hasMessage("Choose a password.");
      joins.accept(token(invited), Optional.of(ATTACKERS), Optional.empty(), "test");
    }
    assertThat(shape(get(evil, ofVictim), address)).isEqualTo(shape(get(evil, ofNobody), unknown));
    assertThat(signIns.signIn(address, ATTACKERS, Optional.of(evil), CLIENT).refreshToken())
        .isPresent();
    assertThat(signIns.signIn(unknown, ATTACKERS, Optional.of(evil), CLIENT).refreshToken())
        .isPresent();
    // Nor can the attacker tell by signing in where the account is not good.
    assertThat(isAdmitted(unknown, ATTACKERS, Optional.empty())).isFalse();
    assertThat(isAdmitted(address, ATTACKERS, Optional.empty())).isFalse();
    assertThat(isAdmitted(unknown, ATTACKERS, Optional.of(good))).isFalse();
    assertThat(isAdmitted(address, ATTACKERS, Optional.of(good))).isFalse();
  }

  @Test
  void an_attacker_gets_nothing_of_the_victims_and_the_victim_does_not_notice() throws Exception {
    UUID victim = victim();

    joins.accept(
        token(invite(evil, Role.VIEWER)), Optional.of(ATTACKERS), Optional.empty(), "test");

    SignIn attackers = signIn(ATTACKERS, Optional.of(evil));
    assertThat(attackers.account().id()).isNotEqualTo(victim);
    assertThat(attackers.memberships())
        .extracting(MembershipView::customerId)
        .containsExactly(evil.value());
    SignIn own = signIn(PASSWORD, Optional.empty());
    assertThat(own.account().id()).isEqualTo(victim);
    assertThat(own.memberships())
        .extracting(MembershipView::customerId)
        .containsExactly(good.value());
  }

  @Test
  void an_address_that_was_squatted_is_free_for_everybody_else() throws Exception {
    joins.accept(
        token(invite(evil, Role.VIEWER)), Optional.of(ATTACKERS), Optional.empty(), "test");

    MemberView invited = invite(good, Role.ADMIN);
    joins.accept(mailed(good, invited), Optional.of(PASSWORD), Optional.empty(), "test");

    assertThat(isAdmitted(ATTACKERS, Optional.empty())).isFalse();
    assertThat(isAdmitted(ATTACKERS, Optional.of(good))).isFalse();
    assertThat(signIn(PASSWORD, Optional.empty()).memberships())
        .extracting(MembershipView::customerId)
        .containsExactly(good.value());
    assertThat(proven(address)).isEqualTo(1);
  }

  @Test
  void a_mailed_link_lets_the_owner_of_an_account_join_with_the_password_they_have()
      throws Exception {
    UUID victim = victim();
    MemberView invited = invite(evil, Role.CONTRACTOR);
    String token = mailed(evil, invited);

    assertThat(joins.find(token).needsPassword()).isFalse();
    assertThatThrownBy(() -> joins.accept(token, Optional.of(ATTACKERS), Optional.empty(), "test"))
        .isInstanceOf(PasswordIsChosen.class);
    joins.accept(token, Optional.empty(), Optional.empty(), "test");

    assertThat(isAdmitted(ATTACKERS, Optional.empty())).isFalse();
    SignIn signIn = signIn(PASSWORD, Optional.empty());
    assertThat(signIn.account().id()).isEqualTo(victim);
    assertThat(signIn.memberships())
        .extracting(MembershipView::customerId)
        .containsExactlyInAnyOrder(evil.value(), good.value());
    MemberView member = get(evil, invited);
    assertThat(member.status()).isEqualTo(MemberStatus.ACTIVE);
    assertThat(given.number("SELECT COUNT(*) FROM account WHERE email = ?", address)).isEqualTo(1);
  }

  @Test
  void two_mailed_links_of_two_companies_lead_to_one_account() throws Exception {
    MemberView ofGood = invite(good, Role.MANAGER);
    MemberView ofEvil = invite(evil, Role.CONTRACTOR);
    String goodLink = mailed(good, ofGood);
    String evilLink = mailed(evil, ofEvil);

    joins.accept(goodLink, Optional.of(PASSWORD), Optional.empty(), "test");
    joins.accept(evilLink, Optional.empty(), Optional.empty(), "test");

    assertThat(signIn(PASSWORD, Optional.empty()).memberships()).hasSize(2);
  }

  @Test
  void an_operator_does_not_join() throws Exception {
    UUID operator = given.account(hash(), true);
    address = Fixture.email(operator);
    MemberView invited = invite(evil, Role.ADMIN);

    assertThatThrownBy(
            () -> joins.accept(mailed(evil, invited), Optional.empty(), Optional.empty(), "test"))
        .isInstanceOf(OperatorBelongsNowhere.class);
    assertThat(given.number("SELECT COUNT(*) FROM membership WHERE account_id = ?", operator))
        .isZero();
  }

  @Test
  void the_same_address_invited_twice_at_once_is_one_member() throws Exception {
    List<Boolean> made =
        atOnce(
            4,
            i -> {
              invite(good, Role.VIEWER);
              return true;
            });

    assertThat(made.stream().filter(done -> done)).hasSize(1);
  }

  @Test
  void a_company_cannot_write_to_strangers_without_end() throws Exception {
    MemberView invited = invite(good, Role.VIEWER);
    UUID account = given.ids("SELECT account_id FROM member WHERE id = ?", invited.id()).get(0);
    given.runEach(
        "INSERT INTO invitation (id, customer_id, account_id, token_hash, mailed, created_by,"
            + " created_at, expires_at) VALUES (?, ?, ?, ?, TRUE, ?, ?, ?)",
        99,
        i ->
            new Object[] {
              UUID.randomUUID(),
              good.value(),
              account,
              SecretToken.generate().hash(),
              goodAdmin,
              Instant.now(),
              Instant.now()
            });

    assertThatThrownBy(() -> in(good, () -> members.inviteAgain(invited.id())))
        .isInstanceOf(TooManyInvitations.class);
  }

  @Test
  void neither_the_trail_nor_the_database_holds_the_secret() throws Exception {
    MemberView invited = invite(good, Role.VIEWER);
    String token = token(invited);

    assertThat(
            given.number(
                "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND entity = 'member'"
                    + " AND action = 'create'",
                good.value()))
        .isEqualTo(1);
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ?"
                    + " AND (after_state LIKE ? OR before_state LIKE ?)",
                good.value(),
                "%" + token + "%",
                "%" + token + "%"))
        .isZero();
    assertThat(invited.toString()).doesNotContain(token);
  }

  @Test
  void who_is_withdrawn_while_a_route_is_theirs_stays_as_inactive() throws Exception {
    MemberView invited = invite(good, Role.CONTRACTOR);
    given.run(
        "INSERT INTO route (customer_id, id, name, member_id, created_at, updated_at)"
            + " VALUES (?, ?, 'North', ?, ?, ?)",
        good.value(),
        UUID.randomUUID(),
        invited.id(),
        Instant.now(),
        Instant.now());

    in(
        good,
        () -> {
          members.delete(invited.id(), get(invited).version());
          return null;
        });

    assertThat(get(good, invited).status()).isEqualTo(MemberStatus.INACTIVE);
    assertThat(failure(token(invited))).isInstanceOf(NotFound.class);
  }

  @Test
  void the_last_administrator_stays_even_if_another_is_invited() throws Exception {
    invite(good, Role.ADMIN);
    UUID last = given.ids("SELECT id FROM member WHERE account_id = ?", goodAdmin).get(0);
    MemberView view = in(good, () -> members.get(last));

    assertThatThrownBy(() -> update(view, Role.MANAGER, true)).isInstanceOf(LastAdmin.class);
    assertThatThrownBy(() -> update(view, Role.ADMIN, false)).isInstanceOf(LastAdmin.class);
    assertThatThrownBy(
            () ->
                in(
                    good,
                    () -> {
                      members.delete(last, view.version());
                      return null;
                    }))
        .isInstanceOf(LastAdmin.class);
    assertThat(update(view, Role.ADMIN, true).role()).isEqualTo(Role.ADMIN);
  }

  @Test
  void two_administrators_who_dismiss_each_other_at_once_leave_one() throws Exception {
    for (int round = 0; round < 5; round++) {
      CustomerId company = given.customer("Contended");
      List<UUID> admins = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        UUID account = given.account("x", false);
        admins.add(given.member(account, company, Role.ADMIN));
      }

      List<Boolean> done =
          atOnce(
              2,
              i -> {
                MemberView view = in(company, () -> members.get(admins.get(i)));
                in(
                    company,
                    () ->
                        members.update(
                            view.id(),
                            view.version(),
                            i == 0
                                ? draft(view, Role.MANAGER, true)
                                : draft(view, Role.ADMIN, false)));
                return true;
              });

      assertThat(done.stream().filter(one -> one)).hasSize(1);
      assertThat(
              given.number(
                  "SELECT COUNT(*) FROM membership WHERE customer_id = ? AND role = 'ADMIN'"
                      + " AND active",
                  company.value()))
          .isEqualTo(1);
    }
  }

  private UUID victim() {
    UUID account = given.account(hash(), false);
    address = Fixture.email(account).toLowerCase(Locale.ROOT);
    given.member(account, good, Role.MANAGER);
    return account;
  }

  private static String hash() {
    return CDI.current().select(PasswordHashing.class).get().hash(PASSWORD);
  }

  private long proven(String email) {
    return given.number(
        "SELECT COUNT(*) FROM account WHERE email = ? AND customer_id IS NULL"
            + " AND email_proven_at IS NOT NULL",
        email);
  }

  private MemberView invite(CustomerId customer, Role role) throws Exception {
    return inviteAddress(customer, address, role);
  }

  private MemberView inviteAddress(CustomerId customer, String email, Role role) throws Exception {
    return in(
        customer,
        () ->
            members.invite(
                new MemberInvitation(email, "Vic", role, null, null, null), Optional.empty()));
  }

  /** A link as it would have been mailed. */
  private String mailed(CustomerId customer, MemberView invited) throws Exception {
    InvitationService invitations = CDI.current().select(InvitationService.class).get();
    UUID account = given.ids("SELECT account_id FROM member WHERE id = ?", invited.id()).get(0);
    return in(
        customer,
        () -> {
          try (Transaction transaction = Transaction.begin()) {
            String token = invitations.issue(account, true).token();
            transaction.commit();
            return token;
          }
        });
  }

  private static String token(MemberView invited) {
    String link = invited.invitation().flatMap(InvitationView::link).orElseThrow();
    return link.substring(link.indexOf('#') + 1);
  }

  private Throwable failure(String token) {
    try {
      joins.find(token);
    } catch (RuntimeException failure) {
      return failure;
    }
    throw new AssertionError("The link works.");
  }

  private MemberView get(MemberView member) {
    return members.get(member.id());
  }

  private MemberView get(CustomerId customer, MemberView member) throws Exception {
    return in(customer, () -> members.get(member.id()));
  }

  /** All that an administrator sees, without what differs between any two. */
  private static String shape(MemberView member, String email) {
    String id = member.id().toString();
    return member
        .toString()
        .replace(id, "id")
        .replace(email, "email")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "time");
  }

  private MemberView update(MemberView view, Role role, boolean active) throws Exception {
    return in(good, () -> members.update(view.id(), view.version(), draft(view, role, active)));
  }

  private static MemberDraft draft(MemberView view, Role role, boolean active) {
    return new MemberDraft(view.displayName(), role, null, null, null, active);
  }

  private SignIn signIn(String password, Optional<CustomerId> customer) {
    return signIns.signIn(address, password, customer, CLIENT).signIn();
  }

  private boolean isAdmitted(String password, Optional<CustomerId> customer) {
    return isAdmitted(address, password, customer);
  }

  private boolean isAdmitted(String email, String password, Optional<CustomerId> customer) {
    try {
      signIns.signIn(email, password, customer, CLIENT);
      return true;
    } catch (NotAuthenticated refused) {
      return false;
    }
  }

  private <T> T in(CustomerId customer, Callable<T> work) throws Exception {
    UUID admin = customer.equals(evil) ? evilAdmin : goodAdmin;
    return CurrentCustomer.callAs(
        customer, Actor.person(admin, Fixture.email(admin), Role.ADMIN, "test"), work);
  }

  private interface Attempt {
    boolean run(int i) throws Exception;
  }

  /** Whether each of them succeeded; what breaks a rule or comes across another did not. */
  private static List<Boolean> atOnce(int times, Attempt attempt) throws Exception {
    ManagedThreadFactory threads = InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
    CyclicBarrier start = new CyclicBarrier(times);
    List<FutureTask<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      int which = i;
      FutureTask<Boolean> task =
          new FutureTask<>(
              () -> {
                start.await(20, TimeUnit.SECONDS);
                try {
                  return attempt.run(which);
                } catch (RuntimeException refused) {
                  return false;
                }
              });
      tasks.add(task);
      threads.newThread(task).start();
    }
    List<Boolean> results = new ArrayList<>();
    for (FutureTask<Boolean> task : tasks) {
      results.add(task.get(60, TimeUnit.SECONDS));
    }
    return results;
  }
}
