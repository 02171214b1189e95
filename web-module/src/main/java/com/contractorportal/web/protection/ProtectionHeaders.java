package com.contractorportal.web.protection;

import com.contractorportal.shutdown.Shutdown;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts on every answer, errors included, what keeps browsers from being used against the portal,
 * and how long it may be kept. There is no CORS header: no other site may call.
 */
@WebFilter(
    filterName = "protection",
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
    asyncSupported = true)
public class ProtectionHeaders implements Filter {

  private static final String YEAR = "max-age=31536000";

  /** The portal is used over HTTPS, as the cookie says too; behind a proxy requests do not tell. */
  @Inject
  @ConfigProperty(name = "portal.cookie.secure", defaultValue = "true")
  private boolean secure;

  @Inject private Shutdown shutdown;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    protect((HttpServletRequest) request, (HttpServletResponse) response);
    chain.doFilter(request, response);
  }

  private void protect(HttpServletRequest request, HttpServletResponse response) {
    boolean isError = request.getDispatcherType() == DispatcherType.ERROR;
    String path = isError ? "" : request.getServletPath();
    response.setHeader("Cache-Control", isError ? "no-store" : keepingOf(path));
    response.setHeader(ContentPolicy.HEADER, policyOf(path));
    response.setHeader("Vary", "Accept-Encoding"); // The server packs answers, and does not say so.
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Providers of map tiles want to know the site; which company's page it was stays here.
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    // Crews may say where they are; their photos come from the device's own camera application.
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(self), microphone=(), payment=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (secure) {
      response.setHeader("Strict-Transport-Security", YEAR);
    }
    if (shutdown.hasBegun() && request.getProtocol().startsWith("HTTP/1")) {
      response.setHeader("Connection", "close"); // The client's next request goes to another node.
    }
  }

  private static String policyOf(String path) {
    if (path.startsWith("/api-docs/")) {
      return ContentPolicy.CONTRACT_VIEWER;
    }
    return path.equals("/sw.js") ? ContentPolicy.SERVICE_WORKER : ContentPolicy.NOTHING;
  }

  private static String keepingOf(String path) {
    if (path.startsWith("/assets/") || path.startsWith("/webjars/")) {
      return "public, " + YEAR + ", immutable"; // Their names change with their content.
    }
    return path.equals("/api") || path.startsWith("/health") ? "no-store" : "no-cache";
  }
}
