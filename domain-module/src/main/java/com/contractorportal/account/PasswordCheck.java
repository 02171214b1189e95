package com.contractorportal.account;

import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells whether a password is right. Unknown, wrong and locked cost the same work and get the same
 * answer.
 *
 * <p>The hash is computed outside of any transaction; what it means is decided under the account's
 * lock. However many guesses come at once, each decision sees the count of those before it, and a
 * right guess behind the last permitted one is refused.
 */
@ApplicationScoped
class PasswordCheck {

  @Inject private PasswordHashing hashing;
  @Inject private Decision decision;

  /**
   * Somebody whose password was right.
   *
   * @param passwordHash of that password: whoever acts upon it later makes sure that it still holds
   */
  record Admitted(UUID accountId, String passwordHash) {

    @Override
    public String toString() {
      return "Admitted[accountId=" + accountId + "]";
    }
  }

  /**
   * The account with this e-mail address, if the password is its own and it is not locked. One
   * account is looked at, however many the address has: more would take longer.
   *
   * @param customer where the person wants to work; their account may be good only there
   */
  Optional<Admitted> check(
      String email, String password, Optional<CustomerId> customer, String requestId) {
    Optional<Known> known = decision.known(email, customer);
    boolean right = isRight(password, known);
    return decision.admit(known, right, requestId);
  }

  /** The same for the account of somebody who is signed in already. */
  Optional<Admitted> check(UUID accountId, String password, String requestId) {
    Optional<Known> known = decision.known(accountId);
    boolean right = isRight(password, known);
    return decision.admit(known, right, requestId);
  }

  private boolean isRight(String password, Optional<Known> known) {
    Optional<String> hash = known.flatMap(Known::passwordHash);
    return hashing.isRight(password, hash.orElseGet(hashing::hashOfNobody)) && hash.isPresent();
  }

  /** An account and its hash as they were before the hash was computed. */
  record Known(UUID id, Optional<String> passwordHash) {

    @Override
    public String toString() {
      return "Known[id=" + id + "]";
    }
  }

  /** The two transactions around the hashing. */
  @ApplicationScoped
  @Transactional
  static class Decision {

    /** No account has this id. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject private AccountRepository accounts;
    @Inject private PlatformAudit audit;

    Optional<Known> known(String email, Optional<CustomerId> customer) {
      return customer
          .map(wanted -> accounts.findByEmail(email, wanted))
          .orElseGet(() -> accounts.findByEmail(email))
          .map(Decision::known);
    }

    Optional<Known> known(UUID accountId) {
      return accounts.find(accountId).map(Decision::known);
    }

    private static Known known(Account account) {
      return new Known(account.id(), account.passwordHash());
    }

    /** Counts, locks and writes down; nothing here fails, so all of it stays. */
    Optional<Admitted> admit(Optional<Known> known, boolean right, String requestId) {
      Instant now = Now.instant();
      Optional<Account> account = accounts.lock(known.map(Known::id).orElse(NOBODY));
      Optional<String> hash = known.flatMap(Known::passwordHash).filter(found -> right);
      boolean admitted =
          account
              .filter(present -> hash.isPresent() && !present.isLocked(now))
              .filter(present -> present.hasPassword(hash.get()))
              .isPresent();
      if (admitted) {
        account.get().passwordWasRight();
        return account.map(present -> new Admitted(present.id(), hash.get()));
      }
      account.filter(present -> !present.isLocked(now)).ifPresent(one -> one.passwordWasWrong(now));
      audit.record(
          account.map(present -> actor(present, requestId)).orElse(stranger(requestId)),
          "refuse-sign-in",
          "account",
          account.map(Account::id).orElse(NOBODY).toString(),
          Optional.empty(),
          Optional.empty(),
          account.<Object>map(present -> new Refusal(present.isLocked(now))));
      return Optional.empty();
    }

    /** What somebody typed as an address may be a password: it is not kept. */
    private static Actor stranger(String requestId) {
      return new Actor(Optional.empty(), "unknown", Optional.empty(), requestId);
    }

    private static Actor actor(Account account, String requestId) {
      return new Actor(Optional.of(account.id()), account.email(), Optional.empty(), requestId);
    }
  }

  /** What the audit trail keeps of a refused sign-in. */
  public record Refusal(boolean locked) {}
}
