package com.contractorportal.web.account;

import com.contractorportal.account.SigningKeys;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The keys where others look for them (RFC 8615). */
@WebServlet(urlPatterns = "/.well-known/jwks.json")
public class PublicKeysServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient SigningKeys keys;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(keys.publicKeys());
  }
}
