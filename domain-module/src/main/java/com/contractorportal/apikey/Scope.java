package com.contractorportal.apikey;

import com.contractorportal.tenancy.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an API key may be good for. Reading shows what a VIEWER sees, writing does what a MANAGER
 * may; rates are money, and no VIEWER sees them.
 */
public enum Scope {
  PROPERTIES_READ(Role.VIEWER),
  PROPERTIES_WRITE(Role.MANAGER),
  ROUTES_READ(Role.VIEWER),
  ROUTES_WRITE(Role.MANAGER),
  EVENTS_READ(Role.VIEWER),
  EVENTS_WRITE(Role.MANAGER),
  WORK_READ(Role.VIEWER),
  WORK_WRITE(Role.MANAGER),
  RATES_READ(Role.MANAGER),
  RATES_WRITE(Role.MANAGER),
  WEATHER_READ(Role.VIEWER),
  WEATHER_WRITE(Role.MANAGER),
  REPORTS_READ(Role.VIEWER);

  private final Role role;

  Scope(Role role) {
    this.role = role;
  }

  /** As what the key acts within this scope. */
  public Role role() {
    return role;
  }

  /** As it is written in requests and tokens: {@code properties:read}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /** The scope that is written so, if there is one. */
  public static Optional<Scope> of(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text().equals(text)).findFirst();
  }

  /** All scopes that a text names, whatever else it says. */
  public static Set<Scope> within(String text) {
    return Arrays.stream(text.split(" "))
        .map(Scope::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
  }

  /** Their texts, with a space between them. */
  static String text(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
  }
}
