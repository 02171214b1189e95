package com.contractorportal.account;

import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.mail.Mail;
import com.contractorportal.persistence.Now;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.rule.NotFound;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Settles what people asked for, on whichever node comes first. */
@ApplicationScoped
class PasswordResets implements RecurringTask {

  @Inject private Steps steps;
  @Inject private Shutdown shutdown;

  @Override
  public Duration pause() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run() {
    while (!shutdown.hasBegun() && steps.settleOne()) {
      // The next one.
    }
  }

  /** The transactions. */
  @ApplicationScoped
  @Transactional
  static class Steps {

    /** Letters that one address gets in an hour at most, whoever asks for them. */
    private static final int MOST_AN_HOUR = 3;

    @Inject private PasswordResetRepository resets;
    @Inject private AccountRepository accounts;
    @Inject private SessionRepository sessions;
    @Inject private FactorRepository factors;
    @Inject private PlatformAudit audit;
    @Inject private Mail mail;
    @Inject private AccountLetters letters;

    /** Writes down that somebody asks; without a look at any account. */
    void ask(String email, String requestId) {
      if (!mail.isConfigured()) {
        throw new LettersAreOff();
      }
      Instant now = Now.instant();
      byte[] address = PasswordReset.hash(email);
      if (resets.countSince(address, hourBefore(now)) < MOST_AN_HOUR) {
        resets.add(new PasswordReset(email, requestId, now));
      }
    }

    private static Instant hourBefore(Instant now) {
      return now.minus(Duration.ofHours(1));
    }

    /** Whether there was something to settle. */
    boolean settleOne() {
      Optional<PasswordReset> next = resets.lockNext();
      next.ifPresent(this::settle);
      return next.isPresent();
    }

    private void settle(PasswordReset reset) {
      Instant now = Now.instant();
      // Held: of many who asked at once, no more than some get a letter.
      Optional<Account> owner =
          accounts
              .findByEmail(reset.email())
              .flatMap(found -> accounts.lock(found.id()))
              .filter(Account::isOpenedByItsMail)
              .filter(found -> resets.countLetters(found.id(), hourBefore(now)) < MOST_AN_HOUR);
      if (owner.isEmpty()) {
        reset.settle(now);
        return;
      }
      SecretToken token = SecretToken.generate();
      reset.settle(owner.get().id(), token, now);
      audit("ask-for-password-reset", owner.get(), reset.requestId());
      letters.send(owner.get(), "reset", letters.link("/reset#" + token.text()));
    }

    /**
     * The account of a link.
     *
     * @throws NotFound if the link does not work
     */
    AccountView accountOf(SecretToken token) {
      return resets
          .find(token)
          .filter(reset -> reset.isOpen(Now.instant()))
          .flatMap(reset -> accounts.find(reset.accountId()))
          .map(Account::view)
          .orElseThrow(Steps::noSuchLink);
    }

    /**
     * Sets the password, once.
     *
     * @throws NotFound if the link does not work
     */
    void reset(SecretToken token, String passwordHash, Client client) {
      Instant now = Now.instant();
      Account account =
          resets.accountOf(token).flatMap(accounts::lock).orElseThrow(Steps::noSuchLink);
      resets.lock(token).filter(found -> found.isOpen(now)).orElseThrow(Steps::noSuchLink);
      account.resetPassword(passwordHash);
      resets.end(account.id(), now);
      sessions.revokeAll(account.id(), now);
      factors.removeChallenges(account.id());
      audit("reset-password", account, client.requestId());
      letters.send(account, "changed", letters.link("/forgot"));
    }

    static NotFound noSuchLink() {
      return new NotFound("link");
    }

    private void audit(String action, Account account, String requestId) {
      audit.record(
          new Actor(Optional.of(account.id()), account.email(), Optional.empty(), requestId),
          action,
          "account",
          account.id().toString(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
