package com.contractorportal.web.access;

import com.contractorportal.web.ForKeys;
import com.contractorportal.web.NotForSupport;
import com.contractorportal.web.ReadsOnly;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An operation as a resource class declares it.
 *
 * @param name as in the access table: {@code GET /api/properties/{id}}
 * @param who the columns of the access table that are let in; empty if nothing is declared
 */
record DeclaredAccess(String name, Method method, Optional<Set<String>> who) {

  static Stream<DeclaredAccess> of(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .flatMap(
            method ->
                Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(
                        verb ->
                            new DeclaredAccess(
                                verb.value() + " " + path(resource, method),
                                method,
                                declared(method)
                                    .or(() -> declared(resource))
                                    .map(roles -> withGuests(method, roles)))));
  }

  /** Support and keys come in by the roles they have, and by what the operation says of them. */
  private static Set<String> withGuests(Method method, Set<String> roles) {
    if (roles.contains("anonymous")) {
      return roles;
    }
    Set<String> who = new TreeSet<>(roles);
    boolean reads =
        method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(ReadsOnly.class);
    if (!method.isAnnotationPresent(NotForSupport.class)) {
      if (reads && roles.contains("VIEWER")) {
        who.add(AccessTable.IMPERSONATOR);
      } else if (roles.contains("MANAGER")) {
        who.add(AccessTable.WRITING_IMPERSONATOR);
      }
    }
    Optional.ofNullable(method.getAnnotation(ForKeys.class))
        .map(ForKeys::value)
        .filter(scope -> roles.contains(scope.role().name()))
        .ifPresent(scope -> who.add(AccessTable.API_KEY + ":" + scope.text()));
    return who;
  }

  private static String path(Class<?> resource, Method method) {
    String whole = "/api/" + part(resource) + "/" + part(method);
    return whole
        .replaceAll("/+", "/")
        .replaceAll("/$", "")
        .replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
  }

  private static String part(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Path.class)).map(Path::value).orElse("");
  }

  private static Optional<Set<String>> declared(AnnotatedElement element) {
    Set<String> who = new TreeSet<>();
    if (element.isAnnotationPresent(PermitAll.class)) {
      who.addAll(AccessTable.COLUMNS);
    } else if (element.isAnnotationPresent(RolesAllowed.class)) {
      who.addAll(Arrays.asList(element.getAnnotation(RolesAllowed.class).value()));
    } else if (!element.isAnnotationPresent(DenyAll.class)) {
      return Optional.empty();
    }
    return Optional.of(who);
  }

  /** What is wrong with the operation in the eyes of the table, if anything is. */
  Optional<String> violation(AccessTable table) {
    if (who.isEmpty()) {
      return Optional.of(name + " declares no access");
    }
    Set<String> expected = table.allowed().get(name);
    if (expected == null) {
      return Optional.of(name + " is in no row of access.csv");
    }
    return who.get().equals(expected)
        ? Optional.empty()
        : Optional.of(name + " lets in " + who.get() + ", access.csv says " + expected);
  }
}
