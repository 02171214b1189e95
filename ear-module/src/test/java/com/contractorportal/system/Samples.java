package com.contractorportal.system;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How each operation is asked, and what one who may ask it is answered. Whatever changes something
 * is asked wrongly on purpose ({@code {}} as body, a version that never was), which only those who
 * are let in get to hear; so is what would not end (a stream, from an event that never was).
 */
final class Samples {

  /**
   * @param names whose id stands in the path; such a path names something of one customer
   * @param contentType {@code null} to send no body
   * @param answer the status for someone who is let in and names something of their own
   */
  record Sample(Optional<String> names, String contentType, String body, int answer) {}

  /** Stands in a body for the id of the member who asks as CONTRACTOR. */
  static final String CREW = "{crew}";

  /** No row is ever in this version. */
  static final String NO_VERSION = "\"999999\"";

  private static final int STALE = 412;
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PROPERTY =
      "{\"name\":\"Depot\",\"street\":\"1 Main St\",\"kind\":\"COMMERCIAL\"}";
  private static final String LIST = "{\"name\":\"Churches\",\"properties\":[]}";

  /** Nobody's id. */
  private static final String CONTRACTOR =
      "{\"memberId\":\"0196f000-0000-7000-8000-000000000000\"}";

  private static final String MEMBER =
      "{\"displayName\":\"Pat\",\"role\":\"ADMIN\",\"active\":true}";
  private static final String CUSTOMER =
      "{\"units\":\"METRIC\",\"locale\":\"en-US\",\"timeZone\":\"America/New_York\"}";
  private static final String TERMS =
      "{\"name\":\"Snow\",\"plan\":\"PRO\",\"currency\":\"USD\",\"units\":\"METRIC\","
          + "\"locale\":\"en-US\",\"timeZone\":\"America/New_York\"}";
  private static final String WHY = "{\"reason\":\"The invoice is not paid.\"}";
  private static final String ADMIN =
      "{\"email\":\"admin@matrix.example\",\"displayName\":\"Ann Admin\"}";
  private static final String TEMPLATE = "{\"name\":\"Empty\",\"content\":{}}";
  private static final String ROUTE = "{\"name\":\"North\",\"stops\":[]}";
  private static final String EVENT =
      "{\"name\":\"Storm\",\"kind\":\"SNOW\",\"startsAt\":\"2026-01-05T10:00:00Z\"}";

  private static final String MOVE =
      "{\"propertyId\":\"0199c0de-0000-7000-8000-000000000000\",\"position\":0}";
  private static final String RATE =
      "{\"equipment\":\"Loader\",\"hourlyRate\":120,\"currency\":\"USD\",\"validFrom\":\"2026-01-01\"}";

  private static final int NOT_ACTIVE = 409;
  private static final String LOG = "{\"work\":\"PLOW\",\"startedAt\":\"2026-01-05T10:00:00Z\"}";

  private final Map<String, Sample> samples = new LinkedHashMap<>();

  Samples() {
    add("POST /api/auth/login", null, JSON, "{}", 400);
    add("POST /api/auth/refresh", null, JSON, "{}", 401);
    add("POST /api/auth/logout", null, null, "", 204);
    add("POST /api/auth/switch", null, JSON, "{}", 400);
    add("GET /api/auth/me", null, null, "", 200);
    add("POST /api/auth/password", null, JSON, "{}", 400);
    add("POST /api/auth/password-resets", null, JSON, "{}", 400);
    add("GET /api/auth/password-resets/{token}", "no link", null, "", 404);
    add("POST /api/auth/password-resets/{token}", "no link", JSON, "{}", 400);
    add("POST /api/auth/oidc/start", null, JSON, "{}", 200);
    add("GET /api/auth/oidc/callback", null, null, "", 303);
    add("POST /api/auth/oidc/session", null, JSON, "{}", 401);
    add("POST /api/auth/second-factor", null, JSON, "{}", 400);
    add("GET /api/auth/second-factor", null, null, "", 200);
    add("POST /api/auth/second-factor/enrolment", null, JSON, "{}", 400);
    add("POST /api/auth/second-factor/confirmation", null, JSON, "{}", 400);
    add("POST /api/auth/second-factor/recovery-codes", null, JSON, "{}", 400);
    add("POST /api/auth/second-factor/removal", null, JSON, "{}", 400);
    add("GET /api/customer/second-factor", null, null, "", 200);
    add("PUT /api/customer/second-factor", null, JSON, "{\"required\":true}", STALE);
    add("GET /api/auth/sessions", null, null, "", 200);
    add("DELETE /api/auth/sessions/{id}", "no session", null, "", 404);
    add("GET /api/.well-known/jwks.json", null, null, "", 200);
    add("GET /api/ui-config", null, null, "", 200);
    crud("properties", "property", PROPERTY);
    add("POST /api/properties/{id}/restore", "property", null, "", 200);
    add("GET /api/properties/export", null, null, "", 200);
    add("GET /api/properties/board", null, null, "", 200);
    add("GET /api/properties/{id}/check-ins", "property", null, "", 200);
    add("GET /api/properties/{id}/photos", "property", null, "", 200);
    add("GET /api/routes/{id}/sheet", "route", null, "", 200);
    add("GET /api/properties/{id}/contractors", "property", null, "", 200);
    add("POST /api/properties/{id}/contractors", "property", JSON, CONTRACTOR, 400);
    add("DELETE /api/properties/{id}/contractors/{memberId}", "nobody", null, "", 404);
    add("PUT /api/properties/{id}/contractors/{memberId}/primary", "nobody", null, "", 404);
    add("GET /api/me/properties", null, null, "", 200);
    crud("property-lists", "list", LIST);
    add("GET /api/properties/imports", null, null, "", 200);
    add("POST /api/properties/imports", null, "text/csv", "no,usable,header\n", 400);
    add("GET /api/properties/imports/{id}", "import", null, "", 200);
    add("GET /api/properties/imports/{id}/errors.csv", "import", null, "", 200);
    crud("routes", "route", ROUTE);
    add("PUT /api/routes/{id}/stops", "route", JSON, "{\"stops\":[]}", STALE);
    add("POST /api/routes/{id}/stops/move", "route", JSON, MOVE, STALE);
    add("GET /api/me/routes", null, null, "", 200);
    crud("winter-events", "event", EVENT);
    add("POST /api/winter-events/{id}/activate", "event", null, "", STALE);
    add("POST /api/winter-events/{id}/close", "event", null, "", STALE);
    add("POST /api/winter-events/{id}/cancel", "event", null, "", STALE);
    crud("equipment-rates", "rate", RATE);
    add("GET /api/winter-events/{id}/progress", "event", null, "", 200);
    add("GET /api/winter-events/{id}/properties", "event", null, "", 200);
    add("GET /api/season", null, null, "", 200);
    add("GET /api/winter-events/{id}/check-ins", "event", null, "", 200);
    add(
        "POST /api/winter-events/{id}/check-ins",
        "planned event",
        JSON,
        "{\"kind\":\"IN\",\"memberId\":\"" + CREW + "\"}",
        NOT_ACTIVE);
    add("GET /api/work-logs", null, null, "", 200);
    add("POST /api/work-logs", null, JSON, "{}", 400);
    add("GET /api/work-logs/open", null, null, "", 200);
    add("GET /api/work-logs/export", null, null, "", 200);
    add("GET /api/work-logs/{id}", "log", null, "", 200);
    add("PUT /api/work-logs/{id}", "log", JSON, LOG, STALE);
    add("POST /api/work-logs/{id}/complete", "log", null, "", STALE);
    add("POST /api/work-logs/{id}/approve", "log", null, "", STALE);
    add("POST /api/work-logs/{id}/reject", "log", JSON, "{\"reason\":\"no\"}", STALE);
    add("POST /api/work-logs/{id}/correct", "log", JSON, LOG, STALE);
    add("GET /api/work-logs/{id}/photos", "log", null, "", 200);
    add("POST /api/work-logs/{id}/photos", "log", "image/jpeg", "no photo", 415);
    add("DELETE /api/work-logs/{id}/photos/{photoId}", "no photo", null, "", 404);
    add("POST /api/tickets", null, JSON, "{}", 400);
    add("GET /api/files/{ticket}", "no ticket", null, "", 404);
    add("GET /api/events/stream", null, null, "", 400);
    add("GET /api/notifications", null, null, "", 200);
    add("POST /api/notifications/{id}/read", "notification", null, "", 404); // To nobody of these.
    add("POST /api/notifications/read-all", null, null, "", 204);
    crud("members", "member", MEMBER);
    add("POST /api/members/{id}/invitation", "member", null, "", 409);
    add("GET /api/invitations/{token}", "invitation", null, "", 404);
    add("POST /api/invitations/{token}/accept", "invitation", JSON, "{}", 404);
    add("GET /api/settings", null, null, "", 200);
    add("PUT /api/settings", null, JSON, "{}", STALE);
    add("GET /api/customer", null, null, "", 200);
    add("PUT /api/customer", null, JSON, CUSTOMER, STALE);
    add("GET /api/customer/usage", null, null, "", 200);
    add("GET /api/weather", null, null, "", 200);
    add("POST /api/weather/imports", null, "text/csv", "no,usable,header\n", 400);
    add("GET /api/weather/nearest", null, null, "", 400);
    add("GET /api/weather/forecast", null, null, "", 400);
    add("GET /api/audit", null, null, "", 200);
    add("GET /api/audit/verify", null, null, "", 200);
    add("GET /api/audit/export", null, null, "", 200);
    add("GET /api/data-exports", null, null, "", 200);
    add("POST /api/data-exports", null, JSON, "{}", 400);
    add("GET /api/data-exports/{id}", "export", null, "", 200);
    add("GET /api/data-exports/{id}/file", "export", null, "", 200);
    add("POST /api/platform/data-imports", null, JSON, "{}", 400);
    add("GET /api/platform/customers/{customerId}/erasure", "customer", null, "", 404);
    add("POST /api/platform/customers/{customerId}/erasure", "customer", JSON, "{}", 400);
    add("DELETE /api/platform/customers/{customerId}/erasure", "customer", null, "", 404);
    add("POST /api/platform/customers/{customerId}/erasure/confirm", "customer", JSON, "{}", 400);
    add("GET /api/reports", null, null, "", 200);
    add("POST /api/reports/{kind}/run", "no report", JSON, "{}", 404);
    add("GET /api/report-runs", null, null, "", 200);
    add("GET /api/report-runs/{id}", "run", null, "", 200);
    add("GET /api/report-runs/{id}/progress", "run", null, "", 200);
    add("GET /api/report-runs/{id}/archive", "run", null, "", 200);
    add("GET /api/report-runs/{id}/files/{name}", "run", null, "", 200);
    add("GET /api/report-subscriptions", null, null, "", 200);
    add("PUT /api/report-subscriptions/{kind}", "no kind", JSON, "{\"formats\":[\"csv\"]}", 404);
    add("DELETE /api/report-subscriptions/{kind}", "no kind", null, "", 404);
    add("POST /api/report-runs/{id}/files/{name}/ticket", "run", null, "", 200);
    add("POST /api/report-runs/{id}/archive/ticket", "run", null, "", 200);
    add("GET /api/platform/customers", null, null, "", 200);
    add("GET /api/platform/customers/{customerId}", "customer", null, "", 200);
    add("POST /api/platform/customers", null, JSON, "{}", 400);
    add("PUT /api/platform/customers/{customerId}", "customer", JSON, TERMS, STALE);
    add("POST /api/platform/customers/{customerId}/activate", "customer", null, "", STALE);
    add("POST /api/platform/customers/{customerId}/suspend", "customer", JSON, WHY, STALE);
    add("POST /api/platform/customers/{customerId}/close", "customer", JSON, WHY, STALE);
    add("POST /api/platform/customers/{customerId}/reopen", "customer", null, "", STALE);
    add("POST /api/platform/customers/{customerId}/invitation", "customer", JSON, ADMIN, 409);
    crud("platform/onboarding-templates", "template", TEMPLATE);
    add("GET /api/platform/customers/{customerId}/usage", "customer", null, "", 200);
    add("GET /api/platform/usage-report", null, null, "", 200);
    add("GET /api/platform/customers/health", null, null, "", 200);
    add("GET /api/platform/customers/{customerId}/health", "customer", null, "", 200);
    add("GET /api/platform/audit", null, null, "", 200);
    add("GET /api/platform/plans", null, null, "", 200);
    add("PUT /api/platform/plans/{code}", "no plan", JSON, "{}", 404);
    add("GET /api/features", null, null, "", 200);
    add("GET /api/platform/features", null, null, "", 200);
    add("PUT /api/platform/features/{feature}/plans/{plan}", "feature", JSON, "{}", 400);
    add("DELETE /api/platform/features/{feature}/plans/{plan}", "feature", null, "", 204);
    add("GET /api/platform/customers/{customerId}/features", "customer", null, "", 200);
    add(
        "PUT /api/platform/customers/{customerId}/features/{feature}",
        "customer's feature",
        JSON,
        "{}",
        400);
    add(
        "DELETE /api/platform/customers/{customerId}/features/{feature}",
        "customer's feature",
        null,
        "",
        204);
    add("GET /api/platform/customers/{customerId}/execution-log", "customer", null, "", 200);
    add("POST /api/platform/report-runs", null, JSON, "{\"customerId\":\"nobody\"}", 400);
    add("GET /api/platform/report-runs", null, null, "", 200);
    add("GET /api/platform/report-runs/{id}", "night", null, "", 200);
    add("GET /api/platform/report-runs/{id}/progress", "night", null, "", 200);
    add("POST /api/platform/report-runs/{id}/cancel", "night", null, "", 409); // It is over.
    add("GET /api/platform/report-runs/{id}/results", "night", null, "", 200);
    add("GET /api/support-access", null, null, "", 200);
    add("DELETE /api/support-access/{id}", "ended support", null, "", 204);
    add("GET /api/support-setting", null, null, "", 200);
    add("PUT /api/support-setting", null, JSON, "{\"allowed\":true}", STALE);
    add("POST /api/platform/customers/{customerId}/support-access", "customer", JSON, "{}", 400);
    add(
        "DELETE /api/platform/customers/{customerId}/support-access/{id}",
        "ended support of a customer",
        null,
        "",
        204);
    add("GET /api/api-keys", null, null, "", 200);
    add("POST /api/api-keys", null, JSON, "{}", 400);
    add("DELETE /api/api-keys/{id}", "revoked key", null, "", 204);
    add("POST /api/oauth/token", null, FORM, "grant_type=password", 400);
  }

  Map<String, Sample> all() {
    return samples;
  }

  Sample of(String operation) {
    return Optional.ofNullable(samples.get(operation))
        .orElseThrow(() -> new AssertionError("There is no sample of " + operation));
  }

  private void crud(String path, String thing, String body) {
    add("GET /api/" + path, null, null, "", 200);
    add("POST /api/" + path, null, JSON, "{}", 400);
    add("GET /api/" + path + "/{id}", thing, null, "", 200);
    add("PUT /api/" + path + "/{id}", thing, JSON, body, STALE);
    add("DELETE /api/" + path + "/{id}", thing, null, "", STALE);
  }

  private void add(String operation, String names, String contentType, String body, int answer) {
    samples.put(operation, new Sample(Optional.ofNullable(names), contentType, body, answer));
  }
}
