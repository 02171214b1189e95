package com.contractorportal.web.account;

import com.contractorportal.account.SessionCheck;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tracing.Trace;
import com.contractorportal.web.RequestIdFilter;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Binds the customer and the person of the verified token to the request, after one look at whether
 * all that the token says still holds. Operations that are open to everybody are bound to nobody.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class CustomerBinding implements ContainerRequestFilter {

  @Inject private SessionCheck sessions;
  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    if (isOpenToAll(resource.getResourceMethod())) {
      return;
    }
    if (!(request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token)) {
      throw new NotAuthenticated("Sign in, and send the access token with every request.");
    }
    AccessClaims claims = AccessClaims.of(token);
    Actor actor =
        Actor.person(
            claims.accountId(), claims.email(), claims.role(), RequestIdFilter.of(servletRequest));
    if (claims.customer().isPresent()) {
      sessions.check(
          claims.sessionId(), claims.accountId(), claims.customer().get(), claims.role());
      CurrentCustomer.bind(claims.customer().get(), actor);
      new SignedIn(
              claims.sessionId(),
              claims.accountId(),
              claims.customer().get(),
              claims.role(),
              Instant.ofEpochSecond(token.getExpirationTime()),
              sessions)
          .keep(servletRequest);
      Trace.customer(claims.customer().get().value());
    } else {
      sessions.checkOperator(claims.sessionId(), claims.accountId());
      CurrentCustomer.bindOperator(actor);
    }
  }

  private static boolean isOpenToAll(Method method) {
    if (method.isAnnotationPresent(PermitAll.class)) {
      return true;
    }
    return !method.isAnnotationPresent(RolesAllowed.class)
        && !method.isAnnotationPresent(DenyAll.class)
        && method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
  }
}
