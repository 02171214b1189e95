package com.contractorportal.web.metrics;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The server adds pages to this application: its own metrics, open to everybody unless its
 * administrator has switched them off, and its description of the API, which preboot.asadmin moves
 * out of the way. Here they are not found, the metrics at whatever address they are.
 */
@WebFilter(
    filterName = "servers-own-pages",
    servletNames = "microprofile-metrics-resource",
    urlPatterns = "/payara-openapi/*")
public class ServersOwnPages implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException {
    ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
