package com.contractorportal.web;

import com.contractorportal.startup.PortalStartup;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Turns away what needs the database or the keys until this node is fit to work. The frontend and
 * the health checks are served from the beginning.
 */
@WebFilter(
    filterName = "startup",
    urlPatterns = {"/api/*", "/.well-known/*"},
    asyncSupported = true)
public class StartupFilter implements Filter {

  @Inject private PortalStartup startup;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (startup.isDone()) {
      chain.doFilter(request, response);
    } else {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }
}
