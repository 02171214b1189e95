package com.contractorportal.web.account;

import com.contractorportal.account.Client;
import com.contractorportal.web.RequestIdFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a request comes from. */
final class AskingClient {

  private AskingClient() {}

  static Client of(HttpServletRequest request) {
    return new Client(
        RequestIdFilter.of(request),
        Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)),
        browser(request));
  }

  private static Optional<String> browser(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies())
        .map(Arrays::stream)
        .orElseGet(Stream::empty)
        .filter(cookie -> cookie.getName().equals(RefreshCookie.BROWSER))
        .map(Cookie::getValue)
        .findFirst();
  }
}
