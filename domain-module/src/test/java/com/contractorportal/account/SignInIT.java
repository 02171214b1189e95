package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Transaction;
import com.contractorportal.rule.Forbidden;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.inject.spi.CDI;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SignInIT {

  private static final String PASSWORD = "snow falls at night";
  private static final Client CLIENT = new Client("test", Optional.of("test browser"));

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private SignInService signIns;
  private SessionCheck check;
  private CustomerId company;
  private UUID person;

  @BeforeEach
  void a_manager() {
    given = new Fixture();
    signIns = CDI.current().select(SignInService.class).get();
    check = CDI.current().select(SessionCheck.class).get();
    company = given.customer("Snow and Sons");
    person = newAccount(false);
    given.member(person, company, Role.MANAGER);
  }

  @Test
  void signing_in_gives_a_token_for_the_one_company() throws Exception {
    SignIn signIn = signIn().signIn();

    assertThat(signIn.customer().orElseThrow().customerId()).isEqualTo(company.value());
    JWTClaimsSet claims = claims(signIn);
    assertThat(claims.getSubject()).isEqualTo(person.toString());
    assertThat(claims.getStringListClaim("groups")).containsExactly("MANAGER");
    assertThat(claims.getStringClaim("customer_id")).isEqualTo(company.value());
    assertThat(audited("sign-in")).isEqualTo(1);
  }

  @Test
  void an_address_is_known_in_any_letter_case() {
    String shouted = Fixture.email(person).toUpperCase(Locale.ROOT);

    assertThat(signIns.signIn(shouted, PASSWORD, Optional.empty(), CLIENT).refreshToken())
        .isPresent();
  }

  @Test
  void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    assertThatThrownBy(() -> attempt("wrong"))
        .isInstanceOf(NotAuthenticated.class)
        .hasMessage(messageForUnknown());
    assertThat(failures()).isEqualTo(1);
    assertThat(audited("refuse-sign-in")).isEqualTo(1);
  }

  @Test
  void the_right_password_makes_earlier_wrong_ones_forgotten() {
    assertThatThrownBy(() -> attempt("wrong")).isInstanceOf(NotAuthenticated.class);

    attempt(PASSWORD);

    assertThat(failures()).isZero();
  }

  @Test
  void ten_wrong_passwords_at_once_lock_the_account_and_no_more_are_counted() throws Exception {
    List<Boolean> admitted = atOnce(16, () -> isAdmitted("wrong"));

    assertThat(admitted).hasSize(16).containsOnly(false);
    assertThat(failures()).isEqualTo(10);
    assertThat(isAdmitted(PASSWORD)).isFalse();
    assertThatThrownBy(() -> attempt(PASSWORD)).hasMessage(messageForUnknown());
  }

  @Test
  void a_lock_ends() throws Exception {
    atOnce(10, () -> isAdmitted("wrong"));

    given.run("UPDATE account SET locked_until = UTC_TIMESTAMP(6) WHERE id = ?", person);

    assertThat(isAdmitted(PASSWORD)).isTrue();
    assertThat(failures()).isZero();
  }

  @Test
  void many_may_sign_in_with_the_right_password_at_once() throws Exception {
    assertThat(atOnce(16, () -> isAdmitted(PASSWORD))).containsOnly(true);
  }

  @Test
  void who_belongs_to_several_companies_chooses_first() {
    CustomerId other = given.customer("Ice Ltd");
    given.member(person, other, Role.CONTRACTOR);

    Grant undecided = signIn();
    Grant decided = signIns.signIn(Fixture.email(person), PASSWORD, Optional.of(other), CLIENT);

    assertThat(undecided.signIn().accessToken()).isEmpty();
    assertThat(undecided.refreshToken()).isEmpty();
    assertThat(undecided.signIn().memberships())
        .extracting(MembershipView::customerId)
        .containsExactly(other.value(), company.value());
    assertThat(decided.signIn().customer().orElseThrow().role()).isEqualTo(Role.CONTRACTOR);
  }

  @Test
  void nobody_signs_in_to_a_company_of_others() {
    CustomerId foreign = given.customer("Not ours");

    assertThatThrownBy(
            () -> signIns.signIn(Fixture.email(person), PASSWORD, Optional.of(foreign), CLIENT))
        .isInstanceOf(Forbidden.class)
        .hasMessage("You do not belong to this company.");
  }

  @Test
  void nobody_signs_in_to_a_suspended_company() {
    suspend(company);

    assertThatThrownBy(this::signIn).isInstanceOf(CustomerSuspended.class);
  }

  @Test
  void an_operator_works_in_no_company() throws Exception {
    UUID operator = newAccount(true);

    SignIn signIn =
        signIns.signIn(Fixture.email(operator), PASSWORD, Optional.empty(), CLIENT).signIn();

    assertThat(signIn.customer()).isEmpty();
    assertThat(claims(signIn).getStringListClaim("groups")).containsExactly("SUPER_ADMIN");
    assertThat(claims(signIn).getClaim("customer_id")).isNull();
    check.checkOperator(session(signIn), operator);
  }

  @Test
  void a_refresh_token_works_for_several_tabs_at_once() throws Exception {
    Grant first = signIn();

    List<Grant> tabs = atOnce(8, () -> refresh(first));

    assertThat(tabs).extracting(tab -> session(tab.signIn())).containsOnly(session(first.signIn()));
    tabs.forEach(this::refresh);
  }

  @Test
  void a_refresh_token_used_again_later_ends_the_whole_session() {
    Grant first = signIn();
    Grant second = refresh(first);
    given.rotatedAgo(person, Duration.ofSeconds(11));

    assertThatThrownBy(() -> refresh(first)).isInstanceOf(NotAuthenticated.class);
    assertThatThrownBy(() -> refresh(second)).isInstanceOf(NotAuthenticated.class);
    assertThatThrownBy(() -> checkToken(second)).isInstanceOf(NotAuthenticated.class);
    assertThat(audited("revoke-reused-session")).isEqualTo(1);
  }

  @Test
  void a_refresh_token_may_be_used_again_within_ten_seconds() {
    Grant first = signIn();
    refresh(first);
    given.rotatedAgo(person, Duration.ofSeconds(8));

    assertThat(refresh(first).refreshToken()).isPresent();
  }

  @Test
  void a_session_does_not_go_on_for_ever() {
    Grant first = signIn();
    given.run(
        "UPDATE account_session SET expires_at = UTC_TIMESTAMP(6) WHERE account_id = ?", person);

    assertThatThrownBy(() -> refresh(first)).isInstanceOf(NotAuthenticated.class);
    assertThatThrownBy(() -> checkToken(first)).isInstanceOf(NotAuthenticated.class);
  }

  @Test
  void a_made_up_refresh_token_is_refused() {
    assertThatThrownBy(
            () ->
                signIns.refresh(
                    Optional.of(SecretToken.generate().text()), Optional.empty(), CLIENT))
        .isInstanceOf(NotAuthenticated.class);
    assertThatThrownBy(() -> signIns.refresh(Optional.of("x"), Optional.empty(), CLIENT))
        .isInstanceOf(NotAuthenticated.class);
  }

  @Test
  void switching_stays_in_the_session_and_refreshing_names_the_expected_company() throws Exception {
    CustomerId other = given.customer("Ice Ltd");
    given.member(person, other, Role.VIEWER);
    Grant first = signIns.signIn(Fixture.email(person), PASSWORD, Optional.of(company), CLIENT);

    Grant switched = signIns.switchTo(token(first), session(first.signIn()), other, CLIENT);

    assertThat(session(switched.signIn())).isEqualTo(session(first.signIn()));
    assertThat(claims(switched.signIn()).getStringClaim("customer_id")).isEqualTo(other.value());
    assertThat(claims(switched.signIn()).getStringListClaim("groups")).containsExactly("VIEWER");
    assertThatThrownBy(() -> signIns.refresh(token(switched), Optional.of(company), CLIENT))
        .isInstanceOf(SessionOfOtherCustomer.class);
    assertThat(signIns.refresh(token(switched), Optional.of(other), CLIENT).signIn().customer())
        .isPresent();
  }

  @Test
  void a_token_of_another_session_cannot_switch_this_one() {
    Grant mine = signIn();
    Grant another = signIn();

    assertThatThrownBy(
            () -> signIns.switchTo(token(another), session(mine.signIn()), company, CLIENT))
        .isInstanceOf(NotAuthenticated.class);
  }

  @Test
  void signing_out_ends_access_at_once() {
    Grant grant = signIn();
    checkToken(grant);

    signIns.signOut(token(grant), Optional.empty(), CLIENT);

    assertThatThrownBy(() -> checkToken(grant)).isInstanceOf(NotAuthenticated.class);
    assertThatThrownBy(() -> refresh(grant)).isInstanceOf(NotAuthenticated.class);
  }

  @Test
  void a_role_that_was_taken_away_is_noticed_at_once() {
    Grant grant = signIn();
    given.run("UPDATE membership SET role = 'VIEWER' WHERE account_id = ?", person);

    assertThatThrownBy(() -> checkToken(grant)).isInstanceOf(NotAuthenticated.class);
    assertThat(refresh(grant).signIn().customer().orElseThrow().role()).isEqualTo(Role.VIEWER);
  }

  @Test
  void a_membership_that_ended_is_noticed_at_once() {
    Grant grant = signIn();
    given.run("UPDATE membership SET active = FALSE WHERE account_id = ?", person);

    assertThatThrownBy(() -> checkToken(grant)).isInstanceOf(NotAuthenticated.class);
    assertThatThrownBy(() -> refresh(grant)).isInstanceOf(NotAuthenticated.class);
  }

  @Test
  void a_suspended_company_is_closed_at_once() {
    Grant grant = signIn();
    suspend(company);

    assertThatThrownBy(() -> checkToken(grant)).isInstanceOf(CustomerSuspended.class);
    assertThatThrownBy(() -> refresh(grant)).isInstanceOf(CustomerSuspended.class);
  }

  @Test
  void a_session_of_one_person_is_no_session_of_another() {
    UUID other = newAccount(false);
    given.member(other, company, Role.MANAGER);
    UUID session = session(signIn().signIn());

    assertThatThrownBy(() -> check.check(session, other, company, Role.MANAGER))
        .isInstanceOf(NotAuthenticated.class);
  }

  @Test
  void a_new_password_ends_all_other_sessions() {
    Grant mine = signIn();
    Grant elsewhere = signIn();

    signIns.changePassword(person, session(mine.signIn()), PASSWORD, "ice melts in spring", CLIENT);

    checkToken(mine);
    assertThatThrownBy(() -> checkToken(elsewhere)).isInstanceOf(NotAuthenticated.class);
    assertThatThrownBy(() -> refresh(elsewhere)).isInstanceOf(NotAuthenticated.class);
    assertThat(isAdmitted(PASSWORD)).isFalse();
    assertThat(isAdmitted("ice melts in spring")).isTrue();
  }

  @Test
  void a_sign_in_that_a_new_password_overtakes_opens_no_session() {
    UUID mine = session(signIn().signIn());
    PasswordCheck passwords = CDI.current().select(PasswordCheck.class).get();
    Sessions sessions = CDI.current().select(Sessions.class).get();
    PasswordCheck.Admitted slow =
        passwords.check(Fixture.email(person), PASSWORD, Optional.empty(), "test").orElseThrow();

    signIns.changePassword(person, mine, PASSWORD, "ice melts in spring", CLIENT);

    assertThatThrownBy(() -> sessions.open(slow, Optional.empty(), CLIENT))
        .isInstanceOf(NotAuthenticated.class);
    assertThatThrownBy(() -> sessions.changePassword(slow, "another hash", mine, CLIENT))
        .isInstanceOf(NotAuthenticated.class);
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM account_session WHERE account_id = ? AND revoked_at IS NULL",
                person))
        .isEqualTo(1);
  }

  @Test
  void a_session_waits_for_a_password_that_is_being_changed() throws Exception {
    PasswordCheck.Admitted slow =
        CDI.current()
            .select(PasswordCheck.class)
            .get()
            .check(Fixture.email(person), PASSWORD, Optional.empty(), "test")
            .orElseThrow();
    Sessions sessions = CDI.current().select(Sessions.class).get();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Transaction change = Transaction.begin()) {
      CDI.current()
          .select(AccountRepository.class)
          .get()
          .lock(person)
          .orElseThrow()
          .changePassword("another hash");
      Future<Grant> opening =
          other.submit(inThisApplication(() -> sessions.open(slow, Optional.empty(), CLIENT)));
      assertThatThrownBy(() -> opening.get(1, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);

      change.commit();

      assertThatThrownBy(opening::get).hasCauseInstanceOf(NotAuthenticated.class);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void signing_out_needs_the_access_token_or_the_cookie_only() {
    Grant byToken = signIn();
    Grant both = signIn();

    signIns.signOut(Optional.empty(), Optional.of(session(byToken.signIn())), CLIENT);
    signIns.signOut(token(both), Optional.of(session(both.signIn())), CLIENT);

    assertThatThrownBy(() -> checkToken(byToken)).isInstanceOf(NotAuthenticated.class);
    assertThatThrownBy(() -> refresh(byToken)).isInstanceOf(NotAuthenticated.class);
    assertThatThrownBy(() -> checkToken(both)).isInstanceOf(NotAuthenticated.class);
    assertThat(audited("sign-out")).isEqualTo(2);
  }

  @Test
  void a_wrong_current_password_counts_like_a_wrong_sign_in() {
    UUID session = session(signIn().signIn());

    assertThatThrownBy(
            () -> signIns.changePassword(person, session, "wrong", "ice melts in spring", CLIENT))
        .isInstanceOf(InvalidField.class);
    assertThat(failures()).isEqualTo(1);
  }

  private UUID newAccount(boolean superAdmin) {
    return given.account(
        CDI.current().select(PasswordHashing.class).get().hash(PASSWORD), superAdmin);
  }

  private void suspend(CustomerId customer) {
    given.run("UPDATE customer SET status = 'SUSPENDED' WHERE customer_id = ?", customer.value());
  }

  private Grant signIn() {
    return attempt(PASSWORD);
  }

  private Grant attempt(String password) {
    return signIns.signIn(Fixture.email(person), password, Optional.empty(), CLIENT);
  }

  private boolean isAdmitted(String password) {
    try {
      attempt(password);
      return true;
    } catch (NotAuthenticated refused) {
      return false;
    }
  }

  private String messageForUnknown() {
    try {
      signIns.signIn("nobody@portal.example", PASSWORD, Optional.empty(), CLIENT);
    } catch (NotAuthenticated refused) {
      return refused.getMessage();
    }
    throw new AssertionError("Nobody signed in.");
  }

  private Grant refresh(Grant grant) {
    return signIns.refresh(token(grant), Optional.empty(), CLIENT);
  }

  private static Optional<String> token(Grant grant) {
    return grant.refreshToken().map(Grant.Refresh::token);
  }

  private void checkToken(Grant grant) {
    check.check(session(grant.signIn()), person, company, Role.MANAGER);
  }

  private static UUID session(SignIn signIn) {
    try {
      return UUID.fromString(claims(signIn).getStringClaim("sid"));
    } catch (ParseException failure) {
      throw new AssertionError(failure);
    }
  }

  private static JWTClaimsSet claims(SignIn signIn) throws ParseException {
    return SignedJWT.parse(signIn.accessToken().orElseThrow()).getJWTClaimsSet();
  }

  private long failures() {
    return given.number("SELECT failed_logins FROM account WHERE id = ?", person);
  }

  private long audited(String action) {
    return given.number(
        "SELECT COUNT(*) FROM platform_audit WHERE action = ? AND entity_id = ?",
        action,
        person.toString());
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(inThisApplication(work)));
      }
      List<T> done = new ArrayList<>();
      for (Future<T> one : running) {
        done.add(one.get());
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  /** A thread of our own does not know the application whose beans it calls. */
  private static <T> Callable<T> inThisApplication(Callable<T> work) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return () -> {
      Thread.currentThread().setContextClassLoader(loader);
      return work.call();
    };
  }
}
