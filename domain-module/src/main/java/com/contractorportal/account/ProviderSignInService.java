package com.contractorportal.account;

import com.contractorportal.account.oidc.Attempt;
import com.contractorportal.account.oidc.IdentityProvider;
import com.contractorportal.account.oidc.ProviderIdentity;
import com.contractorportal.account.oidc.ProviderNotConfigured;
import com.contractorportal.account.oidc.ProviderRefused;
import com.contractorportal.account.oidc.ProviderUnavailable;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.Forbidden;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Signing in by an OpenID Connect provider, in three steps: to the provider, back from it, and into
 * a company. Has no transaction of its own: nobody waits for the provider with a connection.
 */
@ApplicationScoped
public class ProviderSignInService {

  /** How long a person may take at the provider. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A screen of the frontend, and no way out of the portal. */
  private static final Pattern SCREEN = Pattern.compile("/(c|console)(/[!-~&&[^\\\\]]{0,1000})?");

  @Inject private IdentityProvider provider;
  @Inject private PendingSignInSeal seal;
  @Inject private Identities identities;
  @Inject private Sessions sessions;

  /**
   * @param address where to send the browser
   * @param pending what it is to remember for {@link #PATIENCE}
   */
  public record Departure(URI address, String pending) {

    @Override
    public String toString() {
      return "Departure[]";
    }
  }

  /**
   * @param token good for {@link #signIn} for a few minutes, and until it has opened a session
   * @param next the screen that was asked for
   */
  public record Arrival(String token, Optional<String> next) {

    @Override
    public String toString() {
      return "Arrival[]";
    }
  }

  /** What people call the provider; absent if there is none. */
  public Optional<String> providerName() {
    return provider.name();
  }

  /**
   * Begins.
   *
   * @param next the screen that was asked for; what is none is forgotten
   * @throws ProviderNotConfigured if there is no provider
   * @throws ProviderUnavailable if it does not answer
   */
  public Departure begin(Optional<String> next) {
    Attempt attempt = provider.newAttempt();
    return new Departure(
        provider.address(attempt),
        seal.seal(
            new PendingSignIn(attempt, next.filter(SCREEN.asMatchPredicate())),
            Now.instant().plus(PATIENCE)));
  }

  /**
   * Finds out who came back, and whose account it is.
   *
   * @param pending what the browser remembers
   * @param answer the parameters that the provider sent it back with
   * @throws SignInLeft if the browser did not begin, or too long ago
   * @throws ProviderRefused if the provider did not say who it is
   * @throws ProviderUnavailable if it does not answer
   * @throws IdentityRefused if no account is opened so
   */
  public Arrival arrive(Optional<String> pending, Map<String, List<String>> answer, Client client) {
    PendingSignIn begun =
        pending.flatMap(carried -> seal.open(carried, Now.instant())).orElseThrow(SignInLeft::new);
    ProviderIdentity identity = provider.identify(begun.attempt(), answer);
    SecretToken token =
        identities.admit(identity, provider.name().orElse(identity.issuer()), client);
    return new Arrival(token.text(), begun.next());
  }

  /**
   * Signs the person in as after a right password.
   *
   * @param token of the arrival
   * @return without tokens if the person has to show a second factor, or to choose, first
   * @throws NotAuthenticated if the token is not, or no longer, good
   * @throws CustomerSuspended if nobody may work in the customer
   * @throws Forbidden if the person does not belong to the customer, or to none at all
   */
  public Grant signIn(Optional<String> token, Optional<CustomerId> customer, Client client) {
    return sessions.openIdentified(
        SecretToken.parse(token).orElseThrow(Sessions::signInLeft), customer, client);
  }
}
