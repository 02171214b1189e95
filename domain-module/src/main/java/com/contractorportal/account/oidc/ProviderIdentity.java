package com.contractorportal.account.oidc;

import java.util.Optional;

/**
 * Who somebody is to the provider.
 *
 * @param issuer the provider
 * @param subject the person there: never given to another, unlike an address
 * @param address the person's e-mail address, if the provider has verified it and its word counts
 *     for the address's domain
 */
public record ProviderIdentity(String issuer, String subject, Optional<String> address) {

  @Override
  public String toString() {
    return "ProviderIdentity[issuer=" + issuer + "]";
  }
}
