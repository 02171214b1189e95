package com.contractorportal.web.problem;

import com.contractorportal.account.SigningKeys;
import com.contractorportal.web.RequestIdFilter;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The container's error page: turns what never reached the API, such as a request with a bad token,
 * into a problem detail as well.
 */
@WebServlet(urlPatterns = ProblemServlet.PATH)
public class ProblemServlet extends HttpServlet {

  static final String PATH = "/problem";

  private static final long serialVersionUID = 1L;
  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject private transient SigningKeys keys;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Words words = Words.of(request);
    Problem problem = new Problems(words, RequestIdFilter.of(request)).ofStatus(statusOf(request));
    response.setStatus(problem.status());
    response.setHeader("X-Request-Id", problem.requestId());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Language", words.language().toLanguageTag());
    response.setHeader("Vary", Words.VARY);
    if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (problem.endsConnection(request)) {
      response.setHeader("Connection", "close");
    }
    if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", "30");
    }
    response.getWriter().write(JSON.toJson(problem));
  }

  private int statusOf(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : HttpServletResponse.SC_NOT_FOUND;
    // Without its keys a node refuses every token, good or bad; that is no reason to sign in again.
    return status == HttpServletResponse.SC_UNAUTHORIZED && !keys.areReadable()
        ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
        : status;
  }
}
