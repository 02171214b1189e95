package com.contractorportal.web.problem;

import com.contractorportal.plan.ReachedLimit;
import com.contractorportal.rule.Related;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * A problem detail (RFC 9457).
 *
 * @param type names the kind of problem: {@code /problems/} and a rule's name
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what went wrong this time, a sentence to show to people
 * @param requestId the id under which the log knows more
 * @param errors what is wrong with which field
 * @param related the things that stand in the way
 * @param limit the limit of the customer's plan that stands in the way
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String requestId,
    Optional<List<FieldError>> errors,
    Optional<List<Related>> related,
    Optional<ReachedLimit> limit) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * What is wrong with one field.
   *
   * @param field its name, with the way to it if it is nested
   * @param message what would be right
   */
  public record FieldError(String field, String message) {}

  /**
   * Whether the connection cannot be used again, as nobody reads the rest of the request. HTTP/2
   * has streams for that.
   */
  boolean endsConnection(HttpServletRequest request) {
    return (status == 408 || status == 411 || status == 413)
        && request.getProtocol().startsWith("HTTP/1");
  }

  /**
   * @param name the rule's
   */
  static Problem of(
      String name,
      String title,
      int status,
      String detail,
      String requestId,
      List<FieldError> errors,
      List<Related> related) {
    return new Problem(
        "/problems/" + name,
        title,
        status,
        detail,
        requestId,
        errors.isEmpty() ? Optional.empty() : Optional.of(errors),
        related.isEmpty() ? Optional.empty() : Optional.of(related),
        Optional.empty());
  }

  /** The same problem, which is this limit. */
  Problem dueTo(ReachedLimit reached) {
    return new Problem(
        type, title, status, detail, requestId, errors, related, Optional.of(reached));
  }
}
