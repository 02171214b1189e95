package com.contractorportal.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What people call a browser. Of what it calls itself nothing goes into a letter: whoever signs in
 * chooses that.
 */
final class BrowserName {

  /** The first that fits: most claim to be others as well. */
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  /** In any language. */
  private static final String UNKNOWN = "–";

  private BrowserName() {}

  static String of(Optional<String> userAgent) {
    String text = userAgent.orElse("");
    return first(BROWSERS, text).orElse(UNKNOWN)
        + first(SYSTEMS, text).map(system -> " (" + system + ")").orElse("");
  }

  private static Optional<String> first(Map<String, String> names, String text) {
    return names.entrySet().stream()
        .filter(name -> text.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
