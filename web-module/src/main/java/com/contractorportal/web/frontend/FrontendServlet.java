package com.contractorportal.web.frontend;

import com.contractorportal.web.protection.ContentPolicy;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers the addresses of the frontend's screens with its one page, so that deep links and reloads
 * work. Only what bears the nonce of the answer may run in it.
 */
@WebServlet(
    urlPatterns = {
      "",
      "/login",
      "/join",
      "/forgot",
      "/reset",
      "/security",
      "/c/*",
      "/console/*",
      "/console"
    },
    loadOnStartup = 1)
public class FrontendServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Stands in the page that the build makes, see vite.config.ts. */
  private static final String PLACE_OF_NONCE = "PORTAL-NONCE";

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject
  @ConfigProperty(name = "portal.map.tile.url")
  private transient Optional<String> tileUrl;

  private transient Optional<String> sourceOfTiles;
  private String page;

  @Override
  public void init() throws ServletException {
    sourceOfTiles = tileUrl.flatMap(ContentPolicy::sourceOfTiles);
    try (InputStream file = getServletContext().getResourceAsStream("/WEB-INF/index.html")) {
      page = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new ServletException("The frontend's page cannot be read.", failure);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String nonce = nonce();
    response.setHeader(ContentPolicy.HEADER, ContentPolicy.ofPage(nonce, sourceOfTiles));
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(page.replace(PLACE_OF_NONCE, nonce));
  }

  private static String nonce() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
