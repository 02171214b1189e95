package com.contractorportal.web.observation;

import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tracing.Trace;
import com.contractorportal.web.RequestIdFilter;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the {@link Observation} which operation of the API a request is, and on whose behalf it is
 * made. The first of all filters of the API, so that requests that others refuse have a name too.
 */
@Provider
@Priority(0)
public class ObservedOperation implements ContainerRequestFilter, ContainerResponseFilter {

  private static final Map<Method, Name> NAMES = new ConcurrentHashMap<>();

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    Name name =
        NAMES.computeIfAbsent(
            resource.getResourceMethod(), method -> name(resource.getResourceClass(), method));
    Trace.request(RequestIdFilter.of(servletRequest), name.verb(), name.route());
    Observation.of(servletRequest)
        .ifPresent(observation -> observation.isOperation(name.toString()));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    goesOn(servletRequest);
  }

  /** Before an answer that goes on when the request's thread does not: it is logged already. */
  public static void goesOn(HttpServletRequest request) {
    Observation.of(request)
        .ifPresent(
            observation ->
                observation.isOnBehalfOf(CurrentCustomer.bound(), CurrentCustomer.actorIfAny()));
  }

  /** An operation as the contract and access.csv name it: {@code GET /api/properties/{id}}. */
  record Name(String verb, String route) {

    @Override
    public String toString() {
      return verb + " " + route;
    }
  }

  static Name name(Class<?> type, Method method) {
    String path = "/api/" + path(type) + "/" + path(method);
    return new Name(
        verb(method),
        path.replaceAll("/+", "/").replaceAll("/$", "").replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}"));
  }

  private static String path(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Path.class)).map(Path::value).orElse("");
  }

  private static String verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return verb.value();
      }
    }
    throw new IllegalArgumentException(method + " is no operation.");
  }
}
