package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser that has been sent to the provider, and comes back. */
final class ProviderVisit {

  private final PortalClient browser;
  private final URI address;
  private final String pending;

  private ProviderVisit(PortalClient browser, URI address, String pending) {
    this.browser = browser;
    this.address = address;
    this.pending = pending;
  }

  /**
   * @param body as the sign-in page sends it
   */
  static ProviderVisit begun(PortalClient browser, String body) {
    Answer start = browser.post("/api/auth/oidc/start", body);
    assertThat(start.status()).as(start.toString()).isEqualTo(200);
    return new ProviderVisit(
        browser, URI.create(start.json().getString("address")), cookie(start, "portal_oidc"));
  }

  /** Where the browser was sent. */
  URI address() {
    return address;
  }

  /** What the provider was told. */
  Map<String, String> asked() {
    return Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
  }

  /** Comes back with a code. */
  Answer back() {
    return back("code=any&state=" + encoded(asked().get("state")));
  }

  Answer back(String query) {
    return backWith(pending, query);
  }

  /** Comes back with what another browser remembers. */
  Answer backWith(ProviderVisit other, String query) {
    return backWith(other.pending, query);
  }

  private Answer backWith(String cookie, String query) {
    return browser.send(
        "GET", "/api/auth/oidc/callback?" + query, null, "", "Cookie", "portal_oidc=" + cookie);
  }

  /** As the sign-in page does for who has come back. */
  static Answer open(PortalClient browser, Answer back, String body) {
    return browser.post(
        "/api/auth/oidc/session",
        body,
        "Cookie",
        "portal_arrived=" + cookie(back, "portal_arrived"));
  }

  static String cookie(Answer answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .flatMap(header -> HttpCookie.parse("Set-Cookie: " + header).stream())
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No cookie " + name + " in " + answer));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
