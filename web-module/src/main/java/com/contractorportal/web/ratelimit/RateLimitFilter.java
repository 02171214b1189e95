package com.contractorportal.web.ratelimit;

import com.contractorportal.ratelimit.Quota;
import com.contractorportal.ratelimit.RateLimitReached;
import com.contractorportal.ratelimit.RateLimitService;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.web.account.CustomerBinding;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns away what is more than the plan of the verified token's customer allows, before anything
 * else is asked of the database; and tells every caller what is left, by the headers of the IETF's
 * draft-ietf-httpapi-ratelimit-headers.
 */
@Provider
@ApplicationScoped
@Priority(RateLimitFilter.BEFORE_BINDING)
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

  static final int BEFORE_BINDING = Priorities.AUTHENTICATION - 100;

  private static final String QUOTA = Quota.class.getName();

  @Inject private RateLimitService limits;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (CustomerBinding.isOpenToAll(resource.getResourceMethod())) {
      return;
    }
    if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token) {
      try {
        take(token).ifPresent(left -> request.setProperty(QUOTA, left));
      } catch (RateLimitReached reached) {
        request.setProperty(QUOTA, reached.quota());
        throw reached;
      }
    }
  }

  /** The token is verified; one that says something senseless is refused later. */
  private Optional<Quota> take(JsonWebToken token) {
    Optional<CustomerId> customer =
        text(token, "customer_id").filter(CustomerId::isValid).map(CustomerId::new);
    Optional<String> key = text(token, "client_id");
    return customer.flatMap(
        known -> key.isPresent() ? limits.takeByKey(known, key.get()) : limits.take(known));
  }

  private static Optional<String> text(JsonWebToken token, String claim) {
    return token.<Object>claim(claim).map(Object::toString);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(QUOTA) instanceof Quota quota) {
      MultivaluedMap<String, Object> headers = response.getHeaders();
      headers.putSingle(
          "RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(quota.policy(), quota.limit()));
      headers.putSingle(
          "RateLimit",
          "\"%s\";r=%d;t=%d"
              .formatted(quota.policy(), quota.remaining(), quota.untilFull().toSeconds()));
    }
  }
}
