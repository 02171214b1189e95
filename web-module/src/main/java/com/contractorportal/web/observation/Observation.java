package com.contractorportal.web.observation;

import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CustomerId;
import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a request for the log and the figures. Never a raw path, a query, a header or a
 * body: what clients choose freely may be anybody's data, or forge a line.
 */
final class Observation {

  private static final String ATTRIBUTE = Observation.class.getName();

  private final long begun = System.nanoTime();
  private final String method;
  private String operation;
  private Optional<String> customerId = Optional.empty();
  private Optional<UUID> accountId = Optional.empty();

  private Observation(String method, String operation) {
    this.method = method;
    this.operation = operation;
  }

  /**
   * @param method one of HTTP's
   * @param operation what the request is until something more exact is known
   */
  static Observation begin(ServletRequest request, String method, String operation) {
    Observation observation = new Observation(method, operation);
    request.setAttribute(ATTRIBUTE, observation);
    return observation;
  }

  static Optional<Observation> of(ServletRequest request) {
    return Optional.ofNullable((Observation) request.getAttribute(ATTRIBUTE));
  }

  void isOperation(String name) {
    operation = name;
  }

  void isOnBehalfOf(Optional<CustomerId> customer, Optional<Actor> actor) {
    customerId = customer.map(CustomerId::value);
    accountId = actor.flatMap(Actor::accountId);
  }

  String method() {
    return method;
  }

  /** Method and address as the contract writes it: {@code GET /api/properties/{id}}. */
  String operation() {
    return operation;
  }

  Optional<String> customerId() {
    return customerId;
  }

  Optional<UUID> accountId() {
    return accountId;
  }

  Duration sinceBegin() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
