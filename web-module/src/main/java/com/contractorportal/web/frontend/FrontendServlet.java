package com.contractorportal.web.frontend;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers the addresses of the frontend's screens with its one page, so that deep links and reloads
 * work.
 */
@WebServlet(urlPatterns = {"/login", "/c/*", "/console/*", "/console"})
public class FrontendServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "no-cache");
    request.getRequestDispatcher("/index.html").forward(request, response);
  }
}
