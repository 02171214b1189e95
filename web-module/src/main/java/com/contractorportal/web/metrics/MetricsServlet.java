package com.contractorportal.web.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The figures, for those who know the token; where no token is set, there is nothing here. */
@WebServlet(urlPatterns = "/metrics")
public class MetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient PortalMetrics metrics;

  @Inject
  @ConfigProperty(name = "portal.metrics.token")
  private transient Optional<String> token;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MetricsToken wanted = new MetricsToken(token);
    if (!wanted.isSet()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!wanted.isIn(request.getHeader("Authorization"))) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"metrics\"");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.setContentType(PortalMetrics.CONTENT_TYPE);
      response.setHeader("Cache-Control", "no-store");
      metrics.write(response.getOutputStream());
    }
  }
}
