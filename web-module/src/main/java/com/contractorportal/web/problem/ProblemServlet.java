package com.contractorportal.web.problem;

import com.contractorportal.web.RequestIdFilter;
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

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Problem problem =
        Problems.ofStatus(
            status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND,
            RequestIdFilter.of(request));
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response.getWriter().write(JSON.toJson(problem));
  }
}
