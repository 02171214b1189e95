package com.contractorportal.web.health;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code /health/nightly-reports}, in the form of the other health checks. An address of its own,
 * as MicroProfile Health knows liveness, readiness and startup only, and this is none of them.
 */
@WebServlet(urlPatterns = "/health/nightly-reports")
public class NightlyReportsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient NightlyReports reports;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    NightlyReports.Seen seen = reports.seen();
    String status = seen.up() ? "UP" : "DOWN";
    JsonObjectBuilder data = Json.createObjectBuilder().add("detail", seen.detail());
    seen.since().ifPresent(since -> data.add("since", since.toString()));
    JsonObject answer =
        Json.createObjectBuilder()
            .add("status", status)
            .add(
                "checks",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("name", "nightly-reports")
                            .add("status", status)
                            .add("data", data)))
            .build();
    response.setStatus(
        seen.up() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(answer.toString().getBytes(StandardCharsets.UTF_8));
  }
}
