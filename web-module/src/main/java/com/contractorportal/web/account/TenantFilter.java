package com.contractorportal.web.account;

import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;

/**
 * Threads are used again: no request starts with, or leaves behind, the customer of another. A
 * binding stays on its thread: what goes on without one, as event streams do, is bound anew.
 */
@WebFilter(filterName = "tenant", urlPatterns = "/*", asyncSupported = true)
public class TenantFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    CurrentCustomer.clear();
    try {
      chain.doFilter(request, response);
    } finally {
      CurrentCustomer.clear();
    }
  }
}
