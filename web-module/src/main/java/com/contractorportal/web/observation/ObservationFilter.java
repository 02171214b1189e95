package com.contractorportal.web.observation;

import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.usage.RequestCountService;
import com.contractorportal.web.RequestIdFilter;
import com.contractorportal.web.metrics.PortalMetrics;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * Logs and counts every request once. First of all filters (web.xml says so), to see what the
 * others answer; called for error pages too, to see what was turned away before any filter, such as
 * a bad token.
 */
public class ObservationFilter implements Filter {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE");

  @Inject private PortalMetrics metrics;
  @Inject private RequestCountService usage;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Observation.of(request).isPresent()) {
      chain.doFilter(request, response);
      return;
    }
    HttpServletRequest http = (HttpServletRequest) request;
    Observation observation = Observation.begin(request, method(http), operation(http));
    boolean answered = false;
    try {
      chain.doFilter(request, response);
      answered = true;
    } finally {
      end(observation, request, answered ? ((HttpServletResponse) response).getStatus() : 500);
    }
  }

  private void end(Observation observation, ServletRequest request, int status) {
    Duration duration = observation.sinceBegin();
    RequestLog.write(observation, RequestIdFilter.of(request), status, duration);
    metrics.request(observation.operation(), status, duration);
    observation.customerId().map(CustomerId::new).ifPresent(usage::count);
  }

  private static String method(HttpServletRequest request) {
    return METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
  }

  /** By the mapping of the servlet, of which there are few; the API knows better, see there. */
  private static String operation(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.ERROR
        ? method(request) + " turned away"
        : method(request) + " " + request.getHttpServletMapping().getPattern();
  }
}
