package com.contractorportal.web;

import com.contractorportal.rule.StaleVersion;
import com.contractorportal.web.problem.PreconditionRequired;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of things as HTTP shows them: {@code ETag} on answers, {@code If-Match} on changes (RFC
 * 9110).
 */
public final class Versions {

  private static final Pattern STRONG_TAG = Pattern.compile("\"(0|[1-9]\\d{0,8})\"");

  private Versions() {}

  /** 200 with the thing and its version. */
  public static Response ok(Object thing, int version) {
    return Response.ok(thing).tag(tag(version)).build();
  }

  /** 201 with the new thing, its version and where it is. */
  public static Response created(URI location, Object thing, int version) {
    return Response.created(location).entity(thing).tag(tag(version)).build();
  }

  /**
   * The version that a change was made upon.
   *
   * @throws PreconditionRequired if the header is missing
   * @throws StaleVersion if it names no version of ours, which therefore cannot be the present one
   */
  public static int expected(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new PreconditionRequired();
    }
    Matcher matcher = STRONG_TAG.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw new StaleVersion();
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static EntityTag tag(int version) {
    return new EntityTag(String.valueOf(version));
  }
}
