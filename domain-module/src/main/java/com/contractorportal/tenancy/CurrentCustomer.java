package com.contractorportal.tenancy;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The customer and the actor on whose behalf the current thread works.
 *
 * <p>Bound once per request from the verified token, or by {@link #callAs} in jobs; never from
 * anything a client can write. Whoever needs a customer and finds none fails: there is no default.
 */
public final class CurrentCustomer {

  private record Binding(CustomerId customer, Actor actor) {}

  private static final ThreadLocal<Binding> BOUND = new ThreadLocal<>();

  private CurrentCustomer() {}

  /** Thrown when customer-owned data is asked for while no customer is bound. */
  public static final class NoCustomerBound extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NoCustomerBound(String message) {
      super(message);
    }
  }

  /**
   * Binds a customer and the person acting in it to this thread.
   *
   * @throws IllegalStateException if something is bound already: a request has one customer
   */
  public static void bind(CustomerId customer, Actor actor) {
    if (customer == null || actor == null) {
      throw new NoCustomerBound("Neither the customer nor the actor may be missing.");
    }
    set(new Binding(customer, actor));
  }

  /** Binds an actor who works above customers (an operator); customer-owned data stays closed. */
  public static void bindOperator(Actor actor) {
    if (actor == null) {
      throw new NoCustomerBound("The actor may not be missing.");
    }
    set(new Binding(null, actor));
  }

  private static void set(Binding binding) {
    if (BOUND.get() != null) {
      throw new IllegalStateException("This thread works for somebody already.");
    }
    BOUND.set(binding);
  }

  /** Forgets whoever is bound. */
  public static void clear() {
    BOUND.remove();
  }

  /**
   * The customer this thread works for.
   *
   * @throws NoCustomerBound if there is none
   */
  public static CustomerId require() {
    return bound().orElseThrow(() -> new NoCustomerBound("No customer is bound to this thread."));
  }

  /** The customer this thread works for, if any. */
  public static Optional<CustomerId> bound() {
    return Optional.ofNullable(BOUND.get()).map(Binding::customer);
  }

  /**
   * Who is acting.
   *
   * @throws NoCustomerBound if nobody is bound
   */
  public static Actor actor() {
    return actorIfAny().orElseThrow(() -> new NoCustomerBound("Nobody is bound to this thread."));
  }

  /** Who is acting, if anybody: nobody is during sign-in. */
  public static Optional<Actor> actorIfAny() {
    return Optional.ofNullable(BOUND.get()).map(Binding::actor);
  }

  /**
   * Does work for one customer and leaves the thread unbound.
   *
   * @throws IllegalStateException if the thread works for somebody already: an open persistence
   *     context would keep showing the former customer's data
   */
  public static <T> T callAs(CustomerId customer, Actor actor, Callable<T> work) throws Exception {
    bind(customer, actor);
    try {
      return work.call();
    } finally {
      clear();
    }
  }

  /**
   * Lets the operator who is bound do work on one customer, in transactions that the work begins
   * and ends: what it left open would find no customer any more.
   *
   * @throws IllegalStateException if no operator is bound: whoever works for a customer stays there
   */
  public static <T> T callFor(CustomerId customer, Supplier<T> work) {
    Binding operator = BOUND.get();
    if (customer == null || operator == null || operator.customer() != null) {
      throw new IllegalStateException("Only an operator turns to a customer.");
    }
    BOUND.set(new Binding(customer, operator.actor()));
    try {
      return work.get();
    } finally {
      BOUND.set(operator);
    }
  }
}
