package com.contractorportal.web.problem;

import com.contractorportal.account.oidc.ProviderUnavailable;
import com.contractorportal.feed.TooManyStreams;
import com.contractorportal.idempotency.IdempotencyKeyReused;
import com.contractorportal.photo.NotAPhoto;
import com.contractorportal.photo.PhotoTooLarge;
import com.contractorportal.plan.PlanLimitReached;
import com.contractorportal.property.FileTooLarge;
import com.contractorportal.ratelimit.RateLimitReached;
import com.contractorportal.rule.Conflict;
import com.contractorportal.rule.English;
import com.contractorportal.rule.Forbidden;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.Overloaded;
import com.contractorportal.rule.Related;
import com.contractorportal.rule.RuleName;
import com.contractorportal.rule.RuleViolation;
import com.contractorportal.rule.Sentence;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.rule.StoreUnavailable;
import com.contractorportal.weather.ForecastUnavailable;
import com.contractorportal.weather.NoObservation;
import com.contractorportal.weather.WeatherFileTooLarge;
import com.contractorportal.web.problem.Problem.FieldError;
import com.contractorportal.web.protection.BodyTooLarge;
import com.contractorportal.web.protection.BodyTooSlow;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParsingException;
import jakarta.persistence.OptimisticLockException;
import jakarta.resource.ResourceException;
import jakarta.transaction.SystemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells which problem a failure is, in the words of who has it. What a client did is explained;
 * what happened inside is logged, never shown.
 */
final class Problems {

  private static final Pattern UNREADABLE_PROPERTY = Pattern.compile("property '(\\w+)'");

  /**
   * MySQL's ER_DUP_ENTRY, ER_ROW_IS_REFERENCED_2 and ER_NO_REFERENCED_ROW_2: what services look for
   * themselves, so that only somebody who came between can be the reason.
   */
  private static final Set<Integer> CROSSING_ERRORS = Set.of(1062, 1451, 1452);

  private final Words words;
  private final String requestId;

  Problems(Words words, String requestId) {
    this.words = words;
    this.requestId = requestId;
  }

  Problem of(Throwable failure) {
    if (failure instanceof ConstraintViolationException violations) {
      return invalid(violations);
    }
    Optional<RuleViolation> rule = cause(failure, RuleViolation.class);
    if (rule.isPresent()) {
      return broken(rule.get());
    }
    if (failure instanceof WebApplicationException refusal && !isUnreadableBody(failure)) {
      return ofStatus(refusal.getResponse().getStatus());
    }
    if (cause(failure, OptimisticLockException.class).isPresent()) {
      return broken(new StaleVersion());
    }
    if (isUnreadableBody(failure)) {
      return unreadable(failure);
    }
    if (isCrossed(failure)) {
      LoggedFailure.log(Level.INFO, "came across another: " + rootOf(failure), requestId, null);
      return problem(
          "conflict",
          409,
          "Somebody changed the same things at the same moment. Nothing was changed for you; read them again, then repeat your change.");
    }
    if (isDatabaseUnavailable(failure)) {
      LoggedFailure.log(
          Level.WARNING, "the database does not answer: " + rootOf(failure), requestId, null);
      return problem(
          "database-unavailable",
          503,
          "The portal cannot reach its database at the moment. Try again in a minute.");
    }
    LoggedFailure.log(Level.SEVERE, "failed", requestId, failure);
    return problem(
        "internal-error",
        500,
        "Something went wrong on our side. Nothing was changed. If it happens again, tell support the request id.");
  }

  private Problem broken(RuleViolation rule) {
    String detail = words.say(rule.sentence());
    List<FieldError> errors =
        rule instanceof InvalidField invalid
            ? List.of(new FieldError(invalid.field(), detail))
            : List.of();
    List<Related> related =
        rule.related().stream()
            .map(each -> new Related(each.id(), words.exactly(each.text())))
            .toList();
    Problem problem =
        Problem.of(
            rule.name(),
            words.title(rule.name()),
            statusOf(rule),
            detail,
            requestId,
            errors,
            related);
    return rule instanceof PlanLimitReached limit ? problem.dueTo(limit.reached()) : problem;
  }

  private static int statusOf(RuleViolation rule) {
    if (rule instanceof NotAuthenticated) {
      return 401;
    }
    if (rule instanceof Forbidden) {
      return 403;
    }
    if (rule instanceof Overloaded
        || rule instanceof StoreUnavailable
        || rule instanceof ForecastUnavailable
        || rule instanceof ProviderUnavailable) {
      return 503;
    }
    if (rule instanceof TooManyStreams || rule instanceof RateLimitReached) {
      return 429;
    }
    if (rule instanceof NotFound || rule instanceof NoObservation) {
      return 404;
    }
    if (rule instanceof StaleVersion) {
      return 412;
    }
    if (rule instanceof PreconditionRequired) {
      return 428;
    }
    if (rule instanceof IdempotencyKeyReused) {
      return 422;
    }
    if (rule instanceof FileTooLarge
        || rule instanceof PhotoTooLarge
        || rule instanceof WeatherFileTooLarge
        || rule instanceof BodyTooLarge) {
      return 413;
    }
    if (rule instanceof NotAPhoto) {
      return 415;
    }
    if (rule instanceof BodyTooSlow) {
      return 408;
    }
    if (rule instanceof Conflict) {
      return 409;
    }
    return 400;
  }

  private Problem invalid(ConstraintViolationException violations) {
    List<FieldError> errors =
        violations.getConstraintViolations().stream()
            .map(violation -> new FieldError(field(violation), words.say(Sentence.of(violation))))
            .sorted((a, b) -> a.field().compareTo(b.field()))
            .toList();
    return problem(
        "validation-failed",
        400,
        "Some fields need another value; each is named with what would be right.",
        errors);
  }

  /** The JSON binding tells only by its message which field it could not read. */
  private Problem unreadable(Throwable failure) {
    List<FieldError> errors =
        causes(failure)
            .map(Throwable::getMessage)
            .filter(Objects::nonNull)
            .map(UNREADABLE_PROPERTY::matcher)
            .filter(Matcher::find)
            .map(
                found ->
                    new FieldError(
                        found.group(1),
                        words.say(
                            Sentence.of("This value has another type; /openapi says which."))))
            .reduce((outer, inner) -> inner)
            .stream()
            .toList();
    return problem(
        "malformed-request",
        400,
        "The body is not the JSON that this operation takes; /openapi describes it.",
        errors);
  }

  private static String field(ConstraintViolation<?> violation) {
    StringJoiner way = new StringJoiner(".");
    String last = "";
    for (Path.Node node : violation.getPropertyPath()) {
      last = node.toString();
      if (node.getKind() == ElementKind.PROPERTY
          || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
        way.add(last);
      }
    }
    return way.length() == 0 ? last : way.toString();
  }

  /** The problem behind a bare HTTP status, as the JAX-RS runtime or the container gives it. */
  Problem ofStatus(int status) {
    return switch (status) {
      case 400 ->
          problem(
              "malformed-request",
              400,
              "The request cannot be read; /openapi describes what this operation takes.");
      case 401 ->
          problem(
              "not-authenticated", 401, "Sign in, and send the access token with every request.");
      case 403 -> problem("forbidden", 403, "Your role does not allow this.");
      case 404 -> problem("not-found", 404, "There is nothing here.");
      case 405 -> problem("method-not-allowed", 405, "This address does not know this method.");
      case 406 ->
          problem("not-acceptable", 406, "This address cannot answer in the media type asked for.");
      case 408 ->
          problem("request-timeout", 408, "The request did not come whole in time. Send it again.");
      case 411 ->
          problem("length-required", 411, "Say how long the body is, in a Content-Length header.");
      case 413 -> problem("too-large", 413, "The request is larger than this operation takes.");
      case 415 ->
          problem(
              "unsupported-media-type",
              415,
              "This operation does not take this media type; /openapi names those it takes.");
      case 501 -> problem("method-not-allowed", 501, "The portal does not know this method.");
      case 503 ->
          problem(
              "unavailable", 503, "The portal cannot answer at the moment. Try again in a minute.");
      default ->
          status >= 500
              ? problem(
                  "internal-error",
                  status,
                  "Something went wrong on our side. If it happens again, tell support the request id.")
              : problem("request-refused", status, "The request cannot be handled.");
    };
  }

  private Problem problem(@RuleName String name, int status, @English String detail) {
    return problem(name, status, detail, List.of());
  }

  private Problem problem(
      @RuleName String name, int status, @English String detail, List<FieldError> errors) {
    return Problem.of(
        name,
        words.title(name),
        status,
        words.say(Sentence.of(detail)),
        requestId,
        errors,
        List.of());
  }

  private static boolean isUnreadableBody(Throwable failure) {
    return cause(failure, JsonbException.class).isPresent()
        || cause(failure, JsonParsingException.class).isPresent();
  }

  /** The database gave way to another transaction, or kept what another had just referred to. */
  private static boolean isCrossed(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof SQLTransactionRollbackException
                    || (cause instanceof SQLIntegrityConstraintViolationException sql
                        && CROSSING_ERRORS.contains(sql.getErrorCode())));
  }

  private static boolean isDatabaseUnavailable(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof SQLTransientException
                    || cause instanceof ResourceException
                    // The transaction's end could not be had; it names no cause.
                    || cause instanceof SystemException
                    || (cause instanceof SQLException sql && isConnectionState(sql.getSQLState())));
  }

  /** Class 08 of SQL:2016 is "connection exception". */
  private static boolean isConnectionState(String state) {
    return state != null && state.startsWith("08");
  }

  private static String rootOf(Throwable failure) {
    return causes(failure).reduce((first, second) -> second).map(LoggedFailure::textOf).orElse("");
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    Predicate<Throwable> wanted = type::isInstance;
    return causes(failure).filter(wanted).map(type::cast).findFirst();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(50);
  }
}
