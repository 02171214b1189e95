package com.contractorportal.web.account;

import com.contractorportal.account.Grant;
import com.contractorportal.account.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookie that carries the refresh token: to the sign-in only, and never to a script. */
@ApplicationScoped
class RefreshCookie {

  static final String NAME = "portal_refresh";

  /** By it a browser is known again; it opens nothing. */
  static final String BROWSER = "portal_browser";

  /** The longest that browsers remember. */
  private static final int BROWSER_SECONDS = Math.toIntExact(Duration.ofDays(400).toSeconds());

  private static final String PATH = "/api/auth";

  @Inject
  @ConfigProperty(name = "portal.cookie.secure", defaultValue = "true")
  private boolean secure;

  /** 200 with the sign-in, and the cookie if a session goes with it. */
  Response grant(Grant grant) {
    SignIn signIn = grant.signIn();
    Response.ResponseBuilder response = Response.ok(signIn);
    grant
        .refreshToken()
        .ifPresent(
            refresh ->
                response.cookie(
                    cookie(NAME)
                        .value(refresh.token())
                        .maxAge(secondsUntil(refresh.expiresAt()))
                        .build()));
    grant
        .browser()
        .ifPresent(
            browser ->
                response.cookie(cookie(BROWSER).value(browser).maxAge(BROWSER_SECONDS).build()));
    return response.build();
  }

  /** 204, and no cookie any more. */
  Response withdraw() {
    return Response.noContent().cookie(cookie(NAME).value("").maxAge(0).build()).build();
  }

  private NewCookie.Builder cookie(String name) {
    return new NewCookie.Builder(name)
        .path(PATH)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT);
  }

  private static int secondsUntil(Instant end) {
    return Math.toIntExact(Math.max(0, Duration.between(Instant.now(), end).toSeconds()));
  }
}
