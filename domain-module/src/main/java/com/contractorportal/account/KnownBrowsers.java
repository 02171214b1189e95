package com.contractorportal.account;

import com.contractorportal.housekeeping.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells people by mail when somebody signs in to their account from a browser new to it. */
@ApplicationScoped
class KnownBrowsers implements Chore {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  @Inject private AccountLetters letters;

  /**
   * Remembers the browser of a sign-in, and writes to the person if it is new. To be called by
   * whoever holds the account.
   *
   * @return what the browser is to remember
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public SecretToken seen(Account account, Client client, Instant now) {
    Optional<SecretToken> shown = SecretToken.parse(client.browser());
    Optional<KnownBrowser> known =
        shown.flatMap(
            token ->
                em.createQuery(
                        "SELECT b FROM KnownBrowser b WHERE b.accountId = :accountId"
                            + " AND b.tokenHash = :hash",
                        KnownBrowser.class)
                    .setParameter("accountId", account.id())
                    .setParameter("hash", token.hash())
                    .getResultStream()
                    .findFirst());
    SecretToken token = shown.orElseGet(SecretToken::generate);
    known.ifPresentOrElse(
        browser -> browser.seen(now),
        () -> {
          em.persist(new KnownBrowser(account.id(), token, now));
          tell(account, client, now);
        });
    return token;
  }

  /** Not who has just joined: their first browser is new. */
  private void tell(Account account, Client client, Instant now) {
    if (account.ownsItsAddress() && !account.hasJustJoined(now)) {
      letters.send(
          account, "browser", now, BrowserName.of(client.userAgent()), letters.link("/security"));
    }
  }

  @Override
  public String things() {
    return "known browsers";
  }

  /** Browsers themselves forget after that time. */
  @Override
  public Duration kept() {
    return Duration.ofDays(400);
  }

  @Override
  @Transactional
  public int removeSome(Instant before, int most) {
    return em.createNativeQuery(
            "DELETE FROM known_browser WHERE seen_at < ?1 ORDER BY seen_at LIMIT " + most)
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }
}
