package com.contractorportal.web.problem;

import com.contractorportal.ratelimit.RateLimitReached;
import com.contractorportal.web.RequestIdFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Turns every failure of the API into a problem detail. */
abstract class ProblemMapper<T extends Throwable> implements ExceptionMapper<T> {

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(T failure) {
    Problem problem = Problems.of(failure, RequestIdFilter.of(request));
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (problem.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (problem.endsConnection(request)) {
      response.header("Connection", "close");
    }
    if (problem.status() == 503) {
      response.header(HttpHeaders.RETRY_AFTER, "30");
    }
    if (failure instanceof RateLimitReached limit) {
      response.header(HttpHeaders.RETRY_AFTER, limit.retryAfter().toSeconds());
    }
    if (failure instanceof WebApplicationException refusal
        && refusal.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
      response.header(HttpHeaders.ALLOW, refusal.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return response.build();
  }
}
