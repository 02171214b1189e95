package com.contractorportal.account.oidc;

import com.contractorportal.rule.Conflict;

/** Nobody has named a provider. */
public final class ProviderNotConfigured extends Conflict {

  private static final long serialVersionUID = 1L;

  ProviderNotConfigured() {
    super(
        "sign-in-provider-not-configured",
        "This portal signs people in by password only. Its operator can name a provider (PORTAL_OIDC_ISSUER).");
  }
}
