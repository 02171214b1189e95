package com.contractorportal.web.account;

import com.contractorportal.account.Client;
import com.contractorportal.web.RequestIdFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Where a request comes from. */
final class AskingClient {

  private AskingClient() {}

  static Client of(HttpServletRequest request) {
    return new Client(
        RequestIdFilter.of(request),
        Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)));
  }
}
