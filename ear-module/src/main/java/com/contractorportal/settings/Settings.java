package com.contractorportal.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every setting an operator can make, an environment variable each. What it means stands in the
 * operations guide, its default where it is used; a test holds the three together.
 */
final class Settings {

  private static final Predicate<String> ANYTHING = value -> true;

  private static final List<Setting> ALL =
      List.of(
          required(
              "PORTAL_DB_URL",
              "a JDBC URL like jdbc:mysql://db.example:3306/portal?sslMode=VERIFY_IDENTITY",
              matching("jdbc:mysql://[^/?]+/[^/?]+(\\?.*)?")),
          required("PORTAL_DB_USER", "a database account", ANYTHING),
          required("PORTAL_DB_PASSWORD", "the password of PORTAL_DB_USER", ANYTHING),
          optional("PORTAL_DB_OWNER_USER", "a database account", ANYTHING),
          optional("PORTAL_DB_OWNER_PASSWORD", "the password of PORTAL_DB_OWNER_USER", ANYTHING),
          required("PORTAL_KEYS_DIR", "a folder by its whole path", matching("/.+")),
          required("PORTAL_STORE_DIR", "a folder by its whole path", matching("/.+")),
          optional("PORTAL_STORE_KIND", "folder or s3", matching("folder|s3")),
          optional(
              "PORTAL_STORE_ENDPOINT",
              "an address like https://s3.example.com",
              matching("https?://[^\\s?#]+")),
          optional("PORTAL_STORE_REGION", "a region like eu-central-1", matching("[a-z0-9-]+")),
          optional(
              "PORTAL_STORE_BUCKET",
              "a bucket's name",
              matching("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")),
          optional(
              "PORTAL_STORE_PREFIX",
              "what keys begin with, like portal/store",
              matching("[A-Za-z0-9_-][A-Za-z0-9_/-]*")),
          optional("PORTAL_STORE_ACCESS_KEY", "the id of a key to the bucket", matching("\\S+")),
          optional("PORTAL_STORE_SECRET", "the secret of PORTAL_STORE_ACCESS_KEY", ANYTHING),
          optional("PORTAL_SETUP_FILE", "a file by its whole path", matching("/.+")),
          optional(
              "PORTAL_HTTP_ADDRESS", "an address of this machine like 0.0.0.0", matching("\\S+")),
          optional("PORTAL_HTTP_PORT", "a number from 1 to 65535", number(1, 65_535)),
          optional("PORTAL_COOKIE_SECURE", "true or false", matching("true|false")),
          optional(
              "PORTAL_SUPER_ADMIN_SECOND_FACTOR",
              "required or optional",
              matching("required|optional")),
          optional(
              "PORTAL_OIDC_ISSUER",
              "an address like https://id.example.com/realms/company",
              matching("https?://[^\\s?#]{1,240}")),
          optional("PORTAL_OIDC_CLIENT_ID", "what the provider calls the portal", ANYTHING),
          optional("PORTAL_OIDC_CLIENT_SECRET", "the secret of PORTAL_OIDC_CLIENT_ID", ANYTHING),
          optional("PORTAL_OIDC_NAME", "a name of at most 40 characters", matching(".{1,40}")),
          optional(
              "PORTAL_OIDC_EMAIL_DOMAINS",
              "domains like example.com,example.org in lower case, or *",
              matching("\\*|[a-z0-9.-]+(,[a-z0-9.-]+)*")),
          optional(
              "PORTAL_MAP_TILE_URL",
              "an address like https://tiles.example/{z}/{x}/{y}.png",
              matching("https?://(?=.*\\{z})(?=.*\\{x})(?=.*\\{y}).*")),
          optional("PORTAL_MAP_TILE_ATTRIBUTION", "a text", ANYTHING),
          optional(
              "PORTAL_REPORT_NIGHTLY_AT",
              "a time like 02:00, or off",
              value -> value.equals("off") || parses(LocalTime::parse, value)),
          optional("PORTAL_REPORT_WORKERS", "a number from 0 to 16", number(0, 16)),
          optional("PORTAL_REPORT_ON_DEMAND_WORKERS", "a number from 0 to 16", number(0, 16)),
          optional("PORTAL_REPORT_ALERT_AGE", "a duration like PT27H", Settings::isDuration),
          optional("PORTAL_REPORT_LEASE", "a duration like PT2M", Settings::isDuration),
          optional("PORTAL_REPORT_RETRY_PAUSE", "a duration like PT1M", Settings::isDuration),
          optional("PORTAL_REPORT_BUDGET_TIME", "a duration like PT30M", Settings::isDuration),
          optional(
              "PORTAL_REPORT_BUDGET_SIZE",
              "a size like 500M or 2G",
              value -> value.matches("[1-9][0-9]{0,9}[KMGTkmgt]?")),
          optional("PORTAL_IMPORT_LEASE", "a duration like PT1M", Settings::isDuration),
          optional(
              "PORTAL_KEYS_ROTATE_AFTER",
              "off or a duration like P90D, at least a day",
              value ->
                  value.equals("off")
                      || (isDuration(value)
                          && Duration.parse(value).compareTo(Duration.ofDays(1)) >= 0)),
          optional(
              "PORTAL_RETENTION_SESSIONS",
              "a duration like P30D, at least an hour",
              Settings::isRetention),
          optional(
              "PORTAL_RETENTION_IDEMPOTENCY_KEYS",
              "a duration like P30D, at least an hour",
              Settings::isRetention),
          optional(
              "PORTAL_RETENTION_IMPORTS",
              "a duration like P90D, at least an hour",
              Settings::isRetention),
          optional(
              "PORTAL_RETENTION_DELETED_PROPERTIES",
              "a duration like P30D, at least an hour",
              Settings::isRetention),
          optional(
              "PORTAL_RETENTION_REPORTS",
              "a duration like P7D, at least an hour",
              Settings::isRetention),
          optional(
              "PORTAL_RETENTION_JOBS",
              "a duration like P30D, at least an hour",
              Settings::isRetention),
          optional(
              "PORTAL_RETENTION_EXECUTIONS",
              "a duration like P400D, at least an hour",
              Settings::isRetention),
          optional(
              "PORTAL_RETENTION_MAIL",
              "a duration like P30D, at least an hour",
              Settings::isRetention),
          optional(
              "PORTAL_RETENTION_AUDIT",
              "a duration like P3650D, at least an hour",
              Settings::isRetention),
          optional(
              "PORTAL_ERASE_GRACE",
              "a duration like P30D, at least an hour",
              Settings::isRetention),
          optional("PORTAL_SMTP_HOST", "the name of a mail server", matching("[^\\s:/]+")),
          optional("PORTAL_SMTP_PORT", "a number from 1 to 65535", number(1, 65_535)),
          optional("PORTAL_SMTP_SECURITY", "starttls, tls or none", matching("starttls|tls|none")),
          optional("PORTAL_SMTP_USER", "an account of the mail server", ANYTHING),
          optional("PORTAL_SMTP_PASSWORD", "the password of PORTAL_SMTP_USER", ANYTHING),
          optional("PORTAL_SMTP_CA", "a file by its whole path", matching("/.+")),
          optional(
              "PORTAL_MAIL_FROM",
              "an e-mail address like portal@example.com",
              matching("[^\\s@<>]+@[^\\s@<>]+")),
          optional(
              "PORTAL_PUBLIC_URL",
              "an address like https://portal.example.com",
              matching("https?://[^\\s/?#]+/?")),
          optional(
              "PORTAL_FORECAST_URL",
              "an address like https://api.weather.gov",
              matching("https?://[^\\s?#]+")),
          optional(
              "PORTAL_FORECAST_CONTACT",
              "an address like ops@portal.example, without brackets",
              matching("[!-'*-~]{1,100}")),
          optional("PORTAL_METRICS_TOKEN", "16 characters or more", matching(".{16,}")),
          optional("PORTAL_FIGURES_PAUSE", "a duration like PT30S", Settings::isDuration),
          optional("PORTAL_LOG_FORMAT", "text or json", matching("text|json")),
          optional("PORTAL_JAVA_OPTIONS", "options of Java like -Xmx2g", ANYTHING));

  private Settings() {}

  private record Setting(
      String name, boolean isRequired, String wanted, Predicate<String> isRight) {

    List<String> mistakes(Map<String, String> environment) {
      String value = environment.getOrDefault(name, "");
      if (value.isEmpty()) {
        return isRequired ? List.of(name + " is missing: " + wanted + ".") : List.of();
      }
      if (value.contains("${")) {
        return List.of(name + " must not contain ${, which the server would replace.");
      }
      return isRight.test(value)
          ? List.of()
          : List.of("%s must be %s, but is %s.".formatted(name, wanted, shown(value)));
    }

    /** A JDBC URL may carry passwords among its parameters. */
    private String shown(String value) {
      return name.endsWith("_TOKEN") || name.endsWith("_SECRET")
          ? "not"
          : '"' + value.split("\\?", 2)[0] + '"';
    }
  }

  static List<String> names() {
    return ALL.stream().map(Setting::name).toList();
  }

  /** A variable without a value counts as absent, as in the portal's own configuration. */
  static boolean isGiven(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  /** A sentence for each setting that is missing or wrong. */
  static List<String> mistakes(Map<String, String> environment) {
    List<String> mistakes =
        ALL.stream()
            .flatMap(setting -> setting.mistakes(environment).stream())
            .collect(Collectors.toCollection(ArrayList::new));
    if (isGiven(environment, "PORTAL_DB_OWNER_USER")
        != isGiven(environment, "PORTAL_DB_OWNER_PASSWORD")) {
      mistakes.add(
          "PORTAL_DB_OWNER_USER and PORTAL_DB_OWNER_PASSWORD belong together: give both, or none.");
    }
    if (environment.getOrDefault("PORTAL_STORE_KIND", "").equals("s3")
        && !isGiven(environment, "PORTAL_STORE_BUCKET")) {
      mistakes.add("PORTAL_STORE_KIND s3 needs PORTAL_STORE_BUCKET, where report files lie.");
    }
    if (isGiven(environment, "PORTAL_STORE_ACCESS_KEY")
        != isGiven(environment, "PORTAL_STORE_SECRET")) {
      mistakes.add(
          "PORTAL_STORE_ACCESS_KEY and PORTAL_STORE_SECRET belong together: give both, or none.");
    }
    if (isGiven(environment, "PORTAL_SMTP_USER") != isGiven(environment, "PORTAL_SMTP_PASSWORD")) {
      mistakes.add(
          "PORTAL_SMTP_USER and PORTAL_SMTP_PASSWORD belong together: give both, or none.");
    }
    if (isGiven(environment, "PORTAL_SMTP_HOST")
        && !(isGiven(environment, "PORTAL_MAIL_FROM")
            && isGiven(environment, "PORTAL_PUBLIC_URL"))) {
      mistakes.add(
          "PORTAL_SMTP_HOST needs PORTAL_MAIL_FROM, who writes, and PORTAL_PUBLIC_URL, where links lead.");
    }
    if (isGiven(environment, "PORTAL_OIDC_ISSUER")
        && !(isGiven(environment, "PORTAL_OIDC_CLIENT_ID")
            && isGiven(environment, "PORTAL_OIDC_EMAIL_DOMAINS")
            && isGiven(environment, "PORTAL_PUBLIC_URL"))) {
      mistakes.add(
          "PORTAL_OIDC_ISSUER needs PORTAL_OIDC_CLIENT_ID, PORTAL_OIDC_EMAIL_DOMAINS, for which addresses its word counts, and PORTAL_PUBLIC_URL, where it sends people back to.");
    }
    return mistakes;
  }

  /** Variables that look like settings: mistyped, or made by others for a service "portal". */
  static List<String> unknown(Map<String, String> environment) {
    List<String> known = names();
    return environment.keySet().stream()
        .filter(name -> name.startsWith("PORTAL_"))
        .filter(name -> !known.contains(name.replaceFirst("_(PASSWORD|TOKEN|SECRET)_FILE$", "_$1")))
        .sorted()
        .toList();
  }

  private static Setting required(String name, String wanted, Predicate<String> isRight) {
    return new Setting(name, true, wanted, isRight);
  }

  private static Setting optional(String name, String wanted, Predicate<String> isRight) {
    return new Setting(name, false, wanted, isRight);
  }

  private static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  private static Predicate<String> number(int least, int most) {
    return value ->
        value.matches("\\d{1,9}")
            && Integer.parseInt(value) >= least
            && Integer.parseInt(value) <= most;
  }

  private static boolean isDuration(String value) {
    return parses(Duration::parse, value) && Duration.parse(value).compareTo(Duration.ZERO) > 0;
  }

  private static boolean isRetention(String value) {
    return isDuration(value) && Duration.parse(value).compareTo(Duration.ofHours(1)) >= 0;
  }

  private static boolean parses(Consumer<String> parser, String value) {
    try {
      parser.accept(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
