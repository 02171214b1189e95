package com.contractorportal.account;

import com.contractorportal.account.oidc.ProviderIdentity;
import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose account a provider's word opens: that which the person was joined to before, or else that
 * of the verified address, if who reads its mail may have it (docs/adr/0036). What is refused stays
 * written.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = IdentityRefused.class)
class Identities {

  /** No account has this id. */
  private static final UUID NOBODY = new UUID(0, 0);

  @Inject private IdentityRepository identities;
  @Inject private AccountRepository accounts;
  @Inject private FactorRepository waiting;
  @Inject private PlatformAudit audit;
  @Inject private AccountLetters letters;

  /** What the audit trail keeps of a sign-in by a provider. */
  public record ByProvider(String issuer, Optional<Boolean> locked) {}

  /**
   * Lets somebody in as far as a right password would.
   *
   * @param providerName what people call the provider
   * @return of a sign-in that waits for its second factor, or for nothing
   * @throws IdentityRefused if no account is opened so
   */
  SecretToken admit(ProviderIdentity identity, String providerName, Client client) {
    Instant now = Now.instant();
    Optional<UUID> joined = identities.accountOf(identity);
    Optional<Account> named = joined.or(() -> ofAddress(identity, client)).flatMap(accounts::lock);
    Account account =
        named
            .filter(Account::isOpenedByItsMail)
            .filter(present -> !present.isLocked(now))
            .filter(present -> joined.isPresent() || join(present, identity, providerName, client))
            .orElseThrow(() -> refuse(identity, named, IdentityRefused.unknown(), client));
    write("identify", Optional.of(account), identity, client);
    SecretToken token = SecretToken.generate();
    waiting.add(new SignInChallenge(account.id(), token, now));
    return token;
  }

  /** The database takes "ä" for "a"; the addresses are different people's. */
  private Optional<UUID> ofAddress(ProviderIdentity identity, Client client) {
    String address =
        identity
            .address()
            .map(Account::normalized)
            .orElseThrow(
                () ->
                    refuse(
                        identity,
                        Optional.empty(),
                        IdentityRefused.addressNotVouchedFor(),
                        client));
    return accounts
        .findByEmail(address)
        .filter(account -> account.email().equals(address))
        .map(Account::id);
  }

  /**
   * Joins the account to the person of the provider for good, unless it is joined already: an
   * address may be given to somebody else in time.
   */
  private boolean join(
      Account account, ProviderIdentity identity, String providerName, Client client) {
    if (identities.isJoined(account.id(), identity.issuer())) {
      return false;
    }
    identities.add(new AccountIdentity(account.id(), identity, Now.instant()));
    write("join-identity", Optional.of(account), identity, client);
    letters.send(account, "identity", providerName, letters.link("/security"));
    return true;
  }

  private IdentityRefused refuse(
      ProviderIdentity identity, Optional<Account> account, IdentityRefused why, Client client) {
    write("refuse-sign-in", account, identity, client);
    return why;
  }

  private void write(
      String action, Optional<Account> account, ProviderIdentity identity, Client client) {
    audit.record(
        account
            .map(
                present ->
                    new Actor(
                        Optional.of(present.id()),
                        present.email(),
                        Optional.empty(),
                        client.requestId()))
            .orElseGet(
                () -> new Actor(Optional.empty(), "unknown", Optional.empty(), client.requestId())),
        action,
        "account",
        account.map(Account::id).orElse(NOBODY).toString(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new ByProvider(
                identity.issuer(), account.map(present -> present.isLocked(Now.instant())))));
  }
}
