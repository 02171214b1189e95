package com.contractorportal.web.account;

import com.contractorportal.account.ProviderSignInService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a browser carries through a sign-in by the provider; never shown to a script. */
@ApplicationScoped
class ProviderCookies {

  /** What was begun; browsers must send it when the provider, another site, sends them back. */
  static final String PENDING = "portal_oidc";

  /** Who has come back, until a session is open. */
  static final String ARRIVED = "portal_arrived";

  private static final String PATH = "/api/auth/oidc";

  private static final Duration ARRIVED_FOR = Duration.ofMinutes(5);

  @Inject
  @ConfigProperty(name = "portal.cookie.secure", defaultValue = "true")
  private boolean secure;

  NewCookie pending(String sealed) {
    return cookie(PENDING, NewCookie.SameSite.LAX, sealed, ProviderSignInService.PATIENCE);
  }

  /** Whoever comes back has one try. */
  NewCookie noLongerPending() {
    return cookie(PENDING, NewCookie.SameSite.LAX, "", Duration.ZERO);
  }

  NewCookie arrived(String token) {
    return cookie(ARRIVED, NewCookie.SameSite.STRICT, token, ARRIVED_FOR);
  }

  private NewCookie cookie(
      String name, NewCookie.SameSite sameSite, String value, Duration lifetime) {
    return new NewCookie.Builder(name)
        .path(PATH)
        .httpOnly(true)
        .secure(secure)
        .sameSite(sameSite)
        .value(value)
        .maxAge(Math.toIntExact(lifetime.toSeconds()))
        .build();
  }
}
