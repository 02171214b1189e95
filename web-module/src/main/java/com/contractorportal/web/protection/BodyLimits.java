package com.contractorportal.web.protection;

import com.contractorportal.photo.PhotoService;
import com.contractorportal.property.PropertyImportService;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** Lets in only bodies that say their length, are not too long, and come in time. */
@WebFilter(filterName = "body-limits", urlPatterns = "/*", asyncSupported = true)
public class BodyLimits implements Filter {

  /** The largest body but for files. */
  private static final long MOST_BYTES = 1024 * 1024;

  /** The largest body of someone unknown: room for signing in, and for little else. */
  private static final long MOST_BYTES_UNKNOWN = 16 * 1024;

  /** Where photos are sent, of whatever type they are said to be. */
  private static final Pattern PHOTOS = Pattern.compile("/work-logs/[^/]+/photos");

  /** How many bodies are waited for at a time; preboot.asadmin gives the server more threads. */
  private static final int PLACES = 300;

  private final Semaphore places = new Semaphore(PLACES);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    long length = asked.getContentLengthLong();
    if (asked.getHeader("Transfer-Encoding") != null) {
      // HTTP/1.1 only. A client may take as long as it likes between the chunks, where nothing can
      // end it.
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
    } else if (length > mostBytes(asked)) {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (length != 0) {
      BoundedBody body = new BoundedBody(asked.getInputStream(), length, mostBytes(asked), places);
      try {
        chain.doFilter(new BoundedRequest(asked, body), response);
      } finally {
        body.leave();
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  /**
   * Files have a limit, and a sentence about it, of their own. A token that is not ours was refused
   * before this filter.
   */
  private static long mostBytes(HttpServletRequest request) {
    if (request.getHeader("Authorization") == null) {
      return MOST_BYTES_UNKNOWN;
    }
    if (request.getMethod().equals("POST")
        && PHOTOS.matcher(String.valueOf(request.getPathInfo())).matches()) {
      return PhotoService.MOST_BYTES + MOST_BYTES;
    }
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/csv")
        ? PropertyImportService.MOST_BYTES + MOST_BYTES
        : MOST_BYTES;
  }

  private static final class BoundedRequest extends HttpServletRequestWrapper {

    private final BoundedBody body;

    BoundedRequest(HttpServletRequest request, BoundedBody body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }
  }
}
