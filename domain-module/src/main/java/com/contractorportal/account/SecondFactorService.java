package com.contractorportal.account;

import com.contractorportal.account.PasswordCheck.Admitted;
import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.tenancy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;

/**
 * A second factor beside the password: codes that an authenticator shows (RFC 6238), and recovery
 * codes for when it is lost. Has no transaction: passwords are hashed outside of any, and a wrong
 * code counts though it is refused.
 */
@ApplicationScoped
public class SecondFactorService {

  @Inject private PasswordCheck passwords;
  @Inject private Steps steps;

  /** How a person's second factor stands. */
  public SecondFactorView get(UUID accountId) {
    return steps.view(accountId);
  }

  /**
   * Begins to set up a second factor; it counts once it is confirmed. Begun again, it is anew.
   *
   * @throws InvalidField if the password is wrong
   * @throws SecondFactorIsOn if there is one
   */
  public Enrolment enrol(UUID accountId, String password, Client client) {
    return steps.enrol(admitted(accountId, password, client));
  }

  /**
   * Sets up the second factor by a first code. The session that asks goes on with it, all others
   * end.
   *
   * @throws InvalidField if the code is wrong
   * @throws SecondFactorIsOn if there is one
   * @throws SecondFactorIsOff if none was begun
   */
  public RecoveryCodes confirm(UUID accountId, UUID sessionId, String code, Client client) {
    return new RecoveryCodes(
        steps
            .confirm(accountId, sessionId, code, client)
            .orElseThrow(SecondFactorService::wrongCode));
  }

  /**
   * Makes new recovery codes.
   *
   * @throws InvalidField if the password or the code is wrong
   * @throws SecondFactorIsOff if there is no second factor
   */
  public RecoveryCodes renewCodes(UUID accountId, String password, String code, Client client) {
    return new RecoveryCodes(
        steps
            .renewCodes(admitted(accountId, password, client), code, client)
            .orElseThrow(SecondFactorService::wrongCode));
  }

  /**
   * Removes the second factor.
   *
   * @throws InvalidField if the password or the code is wrong
   * @throws SecondFactorIsOff if there is none
   * @throws SecondFactorIsRequired if it is required of the person
   */
  public void remove(UUID accountId, String password, String code, Client client) {
    if (!steps.remove(admitted(accountId, password, client), code, client)) {
      throw wrongCode();
    }
  }

  private Admitted admitted(UUID accountId, String password, Client client) {
    return passwords
        .check(accountId, password, client.requestId())
        .orElseThrow(
            () ->
                new InvalidField(
                    "password", "This is not your password, or there were too many attempts."));
  }

  private static InvalidField wrongCode() {
    return new InvalidField(
        "code", "This code is wrong or was used before, or there were too many attempts.");
  }

  /** The transactions. */
  @ApplicationScoped
  @Transactional
  static class Steps {

    private static final String PORTAL = "Contractor Portal";

    @Inject private AccountRepository accounts;
    @Inject private SessionRepository sessions;
    @Inject private FactorRepository repository;
    @Inject private SecondFactors factors;
    @Inject private FactorSeal seal;
    @Inject private OperatorRules operators;
    @Inject private PlatformAudit audit;
    @Inject private AccountLetters letters;

    SecondFactorView view(UUID accountId) {
      Optional<SecondFactor> factor = repository.find(accountId).filter(SecondFactor::isOn);
      return new SecondFactorView(
          factor.isPresent(),
          factor.map(SecondFactor::confirmedAt),
          repository.countCodes(accountId),
          isRequired(accounts.find(accountId).orElseThrow(NotAuthenticated::sessionEnded)));
    }

    private boolean isRequired(Account account) {
      return account.isSuperAdmin()
          ? operators.needSecondFactor()
          : accounts.memberships(account.id()).stream()
              .anyMatch(MembershipInCustomer::secondFactorRequired);
    }

    Enrolment enrol(Admitted admitted) {
      Instant now = Now.instant();
      Account account = held(admitted);
      byte[] secret = OneTimeCodes.newSecret();
      byte[] sealed = seal.seal(account.id(), secret);
      Optional<SecondFactor> begun = repository.lock(account.id());
      if (begun.filter(SecondFactor::isOn).isPresent()) {
        throw new SecondFactorIsOn();
      }
      begun.ifPresentOrElse(
          factor -> factor.beginAnew(sealed, now),
          () -> repository.add(new SecondFactor(account.id(), sealed, now)));
      String text = new Base32().encodeToString(secret);
      return new Enrolment(
          text,
          "otpauth://totp/%s:%s?secret=%s&issuer=%s"
              .formatted(encoded(PORTAL), encoded(account.email()), text, encoded(PORTAL)));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Optional<List<String>> confirm(UUID accountId, UUID sessionId, String code, Client client) {
      Instant now = Now.instant();
      Account account = accounts.lock(accountId).orElseThrow(NotAuthenticated::sessionEnded);
      SecondFactor factor = repository.lock(accountId).orElseThrow(SecondFactorIsOff::new);
      if (factor.isOn()) {
        throw new SecondFactorIsOn();
      }
      if (!factors.isOfAuthenticator(factor, accountId, code, now)) {
        return Optional.empty();
      }
      factor.confirm(now);
      sessions.revokeOthers(accountId, sessionId, now);
      sessions.hasSecondFactor(sessionId);
      tell("set-up-second-factor", account, client);
      return Optional.of(factors.newCodes(accountId, now));
    }

    Optional<List<String>> renewCodes(Admitted admitted, String code, Client client) {
      Account account = held(admitted);
      if (!isRight(account, code)) {
        return Optional.empty();
      }
      tell("renew-recovery-codes", account, client);
      return Optional.of(factors.newCodes(account.id(), Now.instant()));
    }

    boolean remove(Admitted admitted, String code, Client client) {
      Account account = held(admitted);
      if (isRequired(account)) {
        throw new SecondFactorIsRequired();
      }
      if (!isRight(account, code)) {
        return false;
      }
      repository.removeCodes(account.id());
      repository.removeChallenges(account.id());
      repository.lock(account.id()).ifPresent(repository::remove);
      tell("remove-second-factor", account, client);
      return true;
    }

    private boolean isRight(Account account, String code) {
      if (!factors.isOn(account.id())) {
        throw new SecondFactorIsOff();
      }
      return factors.isRight(account.id(), code, Now.instant());
    }

    private Account held(Admitted admitted) {
      return accounts
          .lock(admitted.accountId())
          .filter(account -> account.hasPassword(admitted.passwordHash()))
          .orElseThrow(NotAuthenticated::sessionEnded);
    }

    private void tell(String action, Account account, Client client) {
      audit.record(
          new Actor(
              Optional.of(account.id()), account.email(), Optional.empty(), client.requestId()),
          action,
          "account",
          account.id().toString(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
      if (account.ownsItsAddress()) {
        letters.send(account, action, letters.link("/login"));
      }
    }
  }
}
