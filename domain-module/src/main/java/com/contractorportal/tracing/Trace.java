package com.contractorportal.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/**
 * What the portal adds to the span that is open on this thread; to none if traces are off. Other
 * attributes are not exported.
 */
public final class Trace {

  static final String ROUTE = "http.route";
  static final String REQUEST = "portal.request_id";
  static final String CUSTOMER = "portal.customer_id";
  static final String NIGHT = "portal.night_id";
  static final String ATTEMPT = "portal.attempt";

  private Trace() {}

  /**
   * The span is a request's. The server names it too, but leaves out slashes.
   *
   * @param method HTTP's
   * @param route the address with names in place of values: {@code /api/properties/{id}}
   */
  public static void request(String requestId, String method, String route) {
    Span.current()
        .updateName(method + " " + route)
        .setAttribute(ROUTE, route)
        .setAttribute(REQUEST, requestId);
  }

  public static void customer(String customerId) {
    Span.current().setAttribute(CUSTOMER, customerId);
  }

  /**
   * @param attempt counts from 1
   */
  public static void night(String nightId, long attempt) {
    Span.current().setAttribute(NIGHT, nightId).setAttribute(ATTEMPT, attempt);
  }

  public static void failed() {
    Span.current().setStatus(StatusCode.ERROR);
  }
}
