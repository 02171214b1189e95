package com.contractorportal.web.openapi;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Serves the contract that the build generated, as JSON, at {@code /openapi}. */
@WebServlet(urlPatterns = "/openapi")
public class ContractServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    try (InputStream contract = getServletContext().getResourceAsStream("/WEB-INF/openapi.json")) {
      contract.transferTo(response.getOutputStream());
    }
  }
}
