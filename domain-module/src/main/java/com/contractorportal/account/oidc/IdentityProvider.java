package com.contractorportal.account.oidc;

import com.contractorportal.rule.Overloaded;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service that the operator named, if any, to say who people are. */
public interface IdentityProvider {

  /** What people call the provider; absent if there is none. */
  Optional<String> name();

  /** The secrets of a new attempt. */
  Attempt newAttempt();

  /**
   * Where to send a browser.
   *
   * @throws ProviderNotConfigured if there is no provider
   * @throws ProviderUnavailable if the provider does not describe itself
   * @throws Overloaded if too many wait for it
   */
  URI address(Attempt attempt);

  /**
   * Who came back.
   *
   * @param answer the parameters that the provider sent the browser back with
   * @throws ProviderNotConfigured if there is no provider
   * @throws ProviderRefused if the provider did not say who it is, in an answer to this attempt
   * @throws ProviderUnavailable if the provider does not answer
   * @throws Overloaded if too many wait for it
   */
  ProviderIdentity identify(Attempt attempt, Map<String, List<String>> answer);
}
