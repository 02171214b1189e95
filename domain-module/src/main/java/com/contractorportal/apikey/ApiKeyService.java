package com.contractorportal.apikey;

import com.contractorportal.account.CustomerSuspended;
import com.contractorportal.account.IssuedToken;
import com.contractorportal.account.SecretToken;
import com.contractorportal.account.TokenService;
import com.contractorportal.apikey.ApiKeyRepository.Standing;
import com.contractorportal.audit.AuditTrail;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Now;
import com.contractorportal.ratelimit.RateLimitReached;
import com.contractorportal.ratelimit.RateLimitService;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * API keys of a customer's own programs. A key is exchanged for a token of ten minutes; every
 * request with that token looks whether the key still holds.
 */
@ApplicationScoped
@Transactional
public class ApiKeyService {

  private static final String ENTITY = "api-key";
  private static final int MOST = 50;
  private static final Duration LONGEST = Duration.ofDays(2 * 366);
  private static final int TOKEN_SECONDS = 600;

  /** Uses are noted no closer than this: nobody needs a write for each request. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  @Inject private ApiKeyRepository keys;
  @Inject private TokenService tokens;
  @Inject private RateLimitService limits;
  @Inject private AuditTrail audit;

  /**
   * Makes a key for the current customer.
   *
   * @throws InvalidField if there is no such scope, or the end is not within two years
   * @throws TooManyApiKeys if the customer has too many already
   */
  public NewApiKey create(ApiKeyDraft draft) {
    CustomerId customer = CurrentCustomer.require();
    Instant now = Now.instant();
    if (!draft.expiresAt().isAfter(now) || draft.expiresAt().isAfter(now.plus(LONGEST))) {
      throw new InvalidField("expiresAt", "A key ends in the future, at most two years from now.");
    }
    Set<Scope> scopes = scopes(draft.scopes());
    if (keys.countGood(customer, now) >= MOST) {
      throw new TooManyApiKeys(MOST);
    }
    SecretToken secret = SecretToken.generate();
    ApiKey key =
        new ApiKey(
            customer,
            draft.name(),
            secret,
            scopes,
            draft.expiresAt(),
            CurrentCustomer.actor().accountId().orElseThrow());
    keys.add(key);
    audit.created(ENTITY, key.id(), key.view());
    return new NewApiKey(key.view(), key.id().toString(), secret.text());
  }

  private static Set<Scope> scopes(List<String> wanted) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String text : wanted) {
      scopes.add(
          Scope.of(text)
              .orElseThrow(
                  () ->
                      new InvalidField(
                          "scopes", "The scopes are %s.", Scope.text(EnumSet.allOf(Scope.class)))));
    }
    return scopes;
  }

  /** One page of the current customer's keys, the last first; those that are over too. */
  public Page<ApiKeyView> list(PageRequest request) {
    return keys.page(CurrentCustomer.require(), request).map(ApiKey::view);
  }

  /**
   * Revokes a key; its tokens are good no more from the next request on. One that was revoked stays
   * as it is.
   *
   * @throws NotFound if the current customer has none
   */
  public void revoke(UUID id) {
    ApiKey key =
        keys.lock(id, CurrentCustomer.require()).orElseThrow(() -> new NotFound("API key"));
    ApiKeyView before = key.view();
    if (key.revoke(CurrentCustomer.actor().accountId().orElseThrow())) {
      audit.changed("revoke", ENTITY, id, before, key.view());
    }
  }

  /**
   * Exchanges a key for a token.
   *
   * @param wanted scopes with spaces between them; all of the key's if absent
   * @throws TokenRefused if the key is not, or no longer, good, or not good for these scopes
   * @throws RateLimitReached if the program has made too many requests: this is one of them
   */
  public ClientToken exchange(String clientId, String secret, Optional<String> wanted) {
    Instant now = Now.instant();
    SecretToken shown =
        SecretToken.parse(Optional.of(secret)).orElseThrow(TokenRefused::invalidClient);
    Standing standing =
        id(clientId)
            .flatMap(keys::standing)
            .filter(found -> found.key().hasSecret(shown))
            .filter(found -> found.key().isGood(now))
            .orElseThrow(TokenRefused::invalidClient);
    if (!standing.customer().isOpen()) {
      throw TokenRefused.customerSuspended();
    }
    ApiKey key = standing.key();
    Set<Scope> scopes = wanted.map(text -> narrowed(key, text)).orElseGet(key::scopes);
    limits.takeByKey(key.customer(), key.id().toString());
    String scope = Scope.text(scopes);
    IssuedToken token =
        tokens.key(key.id(), key.name(), key.customer(), roles(scopes), scope, TOKEN_SECONDS);
    keys.used(key.id(), now, now.minus(NOTED_EVERY));
    return new ClientToken(token.text(), TOKEN_SECONDS, scope);
  }

  private static Optional<UUID> id(String clientId) {
    try {
      return Optional.of(UUID.fromString(clientId));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Set<Scope> narrowed(ApiKey key, String wanted) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String text : wanted.strip().split(" +")) {
      scopes.add(
          Scope.of(text).filter(key.scopes()::contains).orElseThrow(TokenRefused::invalidScope));
    }
    return scopes;
  }

  private static Set<Role> roles(Set<Scope> scopes) {
    return scopes.stream().map(Scope::role).collect(Collectors.toSet());
  }

  /**
   * Holds the claims of a verified token against the present.
   *
   * @throws NotAuthenticated if the key was revoked or has expired, or is not the customer's
   * @throws CustomerSuspended if nobody may work in the customer
   */
  public void check(UUID id, CustomerId customer, Set<Scope> scopes) {
    Instant now = Now.instant();
    Standing standing =
        keys.standing(id)
            .filter(found -> found.key().customer().equals(customer))
            .filter(found -> found.key().isGood(now))
            .filter(found -> found.key().scopes().containsAll(scopes))
            .orElseThrow(NotAuthenticated::sessionEnded);
    if (!standing.customer().isOpen()) {
      throw new CustomerSuspended();
    }
    if (standing.key().isUseStale(now.minus(NOTED_EVERY))) {
      keys.used(id, now, now.minus(NOTED_EVERY));
    }
  }
}
