package com.contractorportal.web.problem;

import com.contractorportal.ratelimit.RateLimitReached;
import com.contractorportal.web.RequestIdFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Optional;

/** Turns every failure of the API into a problem detail. */
abstract class ProblemMapper<T extends Throwable> implements ExceptionMapper<T> {

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(T failure) {
    Words words = Words.of(request);
    Problem problem = new Problems(words, RequestIdFilter.of(request)).of(failure);
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .language(words.language())
            .header(HttpHeaders.VARY, Words.VARY)
            .entity(problem);
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
    if (failure instanceof WebApplicationException refusal) {
      for (String told : List.of(HttpHeaders.ALLOW, "Content-Range")) {
        Optional.ofNullable(refusal.getResponse().getHeaderString(told))
            .ifPresent(value -> response.header(told, value));
      }
    }
    return response.build();
  }
}
