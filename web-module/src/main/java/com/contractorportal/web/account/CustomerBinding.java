package com.contractorportal.web.account;

import com.contractorportal.account.SessionCheck;
import com.contractorportal.apikey.ApiKeyService;
import com.contractorportal.apikey.Scope;
import com.contractorportal.rule.Forbidden;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.support.SupportService;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import com.contractorportal.tracing.Trace;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.NotForSupport;
import com.contractorportal.web.ReadsOnly;
import com.contractorportal.web.RequestIdFilter;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Binds the customer and the actor of the verified token to the request, after one look at whether
 * all that the token says still holds. Operations that are open to everybody are bound to nobody.
 *
 * <p>Roles are checked after this. Support and API keys have roles too, and are held here to what
 * they may do within them.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class CustomerBinding implements ContainerRequestFilter {

  @Inject private SessionCheck sessions;
  @Inject private SupportService support;
  @Inject private ApiKeyService keys;
  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    Method operation = resource.getResourceMethod();
    if (isOpenToAll(operation)) {
      return;
    }
    if (!(request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token)) {
      throw new NotAuthenticated("Sign in, and send the access token with every request.");
    }
    AccessClaims claims = AccessClaims.of(token);
    String requestId = RequestIdFilter.of(servletRequest);
    Instant expiresAt = Instant.ofEpochSecond(token.getExpirationTime());
    switch (claims.bearer()) {
      case PERSON -> person(claims, operation, requestId, expiresAt);
      case SUPPORT -> support(claims, operation, requestId, expiresAt);
      case KEY -> key(claims, operation, requestId, expiresAt);
    }
  }

  private void person(AccessClaims claims, Method operation, String requestId, Instant expiresAt) {
    Role role = claims.role();
    boolean early = operation.isAnnotationPresent(BeforeSecondFactor.class);
    Actor actor = Actor.person(claims.accountId(), claims.name(), role, requestId);
    if (claims.customer().isPresent()) {
      CustomerId customer = claims.customer().get();
      bind(
          actor,
          customer,
          new SignedIn(
              claims.sessionId(),
              Optional.of(customer),
              expiresAt,
              Optional.empty(),
              () -> check(claims, customer, early)));
    } else {
      SignedIn operator =
          new SignedIn(
              claims.sessionId(),
              Optional.empty(),
              expiresAt,
              Optional.empty(),
              () -> checkOperator(claims, early));
      operator.check();
      CurrentCustomer.bindOperator(actor);
      operator.keep(servletRequest);
    }
  }

  private void check(AccessClaims claims, CustomerId customer, boolean early) {
    if (early) {
      sessions.checkBeforeSecondFactor(
          claims.sessionId(), claims.accountId(), customer, claims.role());
    } else {
      sessions.check(claims.sessionId(), claims.accountId(), customer, claims.role());
    }
  }

  private void checkOperator(AccessClaims claims, boolean early) {
    if (early) {
      sessions.checkOperatorBeforeSecondFactor(claims.sessionId(), claims.accountId());
    } else {
      sessions.checkOperator(claims.sessionId(), claims.accountId());
    }
  }

  private void support(AccessClaims claims, Method operation, String requestId, Instant expiresAt) {
    Role role = claims.role();
    CustomerId customer = claims.customer().orElseThrow();
    bind(
        Actor.support(claims.sessionId(), claims.accountId(), claims.name(), role, requestId),
        customer,
        new SignedIn(
            claims.sessionId(),
            Optional.of(customer),
            expiresAt,
            Optional.empty(),
            () -> support.check(claims.sessionId(), claims.accountId(), customer, role)));
    if (operation.isAnnotationPresent(NotForSupport.class)) {
      throw new Forbidden("This is not open to support.");
    }
    if (role == Role.VIEWER && !readsOnly(operation)) {
      throw new Forbidden("This support access is for reading only.");
    }
  }

  private static boolean readsOnly(Method operation) {
    return operation.isAnnotationPresent(GET.class)
        || operation.isAnnotationPresent(ReadsOnly.class);
  }

  private void key(AccessClaims claims, Method operation, String requestId, Instant expiresAt) {
    CustomerId customer = claims.customer().orElseThrow();
    Optional<Scope> needed =
        Optional.ofNullable(operation.getAnnotation(ForKeys.class)).map(ForKeys::value);
    bind(
        Actor.key(
            claims.accountId(),
            claims.name(),
            needed.map(Scope::role).orElse(Role.VIEWER),
            requestId),
        customer,
        new SignedIn(
            claims.sessionId(),
            Optional.of(customer),
            expiresAt,
            Optional.of(claims.accountId()),
            () -> keys.check(claims.accountId(), customer, claims.scopes())));
    Scope scope = needed.orElseThrow(() -> new Forbidden("This is not open to API keys."));
    if (!claims.scopes().contains(scope)) {
      throw new Forbidden("This needs a token with the scope %s.", scope.text());
    }
  }

  private void bind(Actor actor, CustomerId customer, SignedIn signedIn) {
    signedIn.check();
    CurrentCustomer.bind(customer, actor);
    signedIn.keep(servletRequest);
    Trace.customer(customer.value());
  }

  /** Whether an operation is open to everybody, signed in or not. */
  public static boolean isOpenToAll(Method method) {
    if (method.isAnnotationPresent(PermitAll.class)) {
      return true;
    }
    return !method.isAnnotationPresent(RolesAllowed.class)
        && !method.isAnnotationPresent(DenyAll.class)
        && method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
  }
}
