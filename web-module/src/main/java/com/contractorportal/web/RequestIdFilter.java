package com.contractorportal.web;

import com.contractorportal.persistence.Ids;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives every request an id of ours, by which its answer, its log lines and its audit entries are
 * found.
 */
@WebFilter(
    filterName = "request-id",
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
    asyncSupported = true)
public class RequestIdFilter implements Filter {

  private static final String ATTRIBUTE = RequestIdFilter.class.getName();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ((HttpServletResponse) response).setHeader("X-Request-Id", of(request));
    chain.doFilter(request, response);
  }

  /** The id of a request; made when first asked for, which may be before this filter. */
  public static String of(ServletRequest request) {
    Object id = request.getAttribute(ATTRIBUTE);
    if (id == null) {
      id = Ids.next().toString();
      request.setAttribute(ATTRIBUTE, id);
    }
    return (String) id;
  }
}
