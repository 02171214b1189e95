package com.contractorportal.web.protection;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser may do with an answer (Content Security Policy Level 3). */
public final class ContentPolicy {

  public static final String HEADER = "Content-Security-Policy";

  /** Whatever is no page loads nothing, runs nothing and stands in nobody's frame. */
  static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** The viewer of the contract is served as files: no page of it is made for one request. */
  static final String CONTRACT_VIEWER =
      NOTHING
          + "; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'";

  /**
   * The service worker, which opens the portal where there is no network, fetches the portal's own
   * files, and is bound by the policy of its own answer.
   */
  static final String SERVICE_WORKER = NOTHING + "; connect-src 'self'";

  private static final Pattern TILE_URL =
      Pattern.compile("(https?://)([a-z0-9.{}-]+(?::\\d{1,5})?)/\\S*", Pattern.CASE_INSENSITIVE);

  private ContentPolicy() {}

  /**
   * The policy of the portal's one page. Scripts and styles need the nonce, which is another for
   * each request. Its frames show what it has fetched itself, such as the PDF of a report.
   *
   * @param images where images may come from besides the portal, as by {@link #sourceOfTiles}
   */
  public static String ofPage(String nonce, Optional<String> images) {
    String trusted = "'nonce-" + nonce + "'";
    return NOTHING
        + "; script-src "
        + trusted
        + "; style-src "
        + trusted
        + "; img-src 'self' data:"
        + images.map(source -> " " + source).orElse("")
        + "; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
        + " frame-src blob:";
  }

  /**
   * The CSP source of map tiles: {@code https://{s}.tile.example/{z}/{x}/{y}.png} comes from {@code
   * https://*.tile.example}.
   *
   * @return empty if the tiles come from the portal's own address
   * @throws IllegalArgumentException if browsers cannot load tiles from there
   */
  public static Optional<String> sourceOfTiles(String url) {
    if (url.startsWith("/") && !url.startsWith("//")) {
      return Optional.empty();
    }
    Matcher matcher = TILE_URL.matcher(url);
    String host = matcher.matches() ? matcher.group(2) : "{}";
    if (host.startsWith("{s}.")) {
      host = "*" + host.substring("{s}".length());
    }
    if (host.contains("{")) {
      throw new IllegalArgumentException(
          "PORTAL_MAP_TILE_URL must be like https://tile.example/{z}/{x}/{y}.png or"
              + " https://{s}.tile.example/{z}/{x}/{y}.png, but is \""
              + url
              + "\".");
    }
    return Optional.of(matcher.group(1) + host);
  }
}
