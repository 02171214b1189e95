package com.contractorportal.system;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Someone who talks to the portal over HTTP: a person who has logged in, or a stranger. Keeps the
 * refresh cookie as a browser would.
 */
public final class PortalClient {

  private static final String REFRESH_COOKIE = "portal_refresh";

  private final HttpClient http;
  private final URI portal;
  private Optional<String> token = Optional.empty();
  private Optional<JsonObject> signIn = Optional.empty();
  private Optional<String> refreshCookie = Optional.empty();

  PortalClient(HttpClient http, URI portal) {
    this.http = http;
    this.portal = portal;
  }

  /** The same portal, with this access token and no cookie. */
  public PortalClient withToken(String accessToken) {
    PortalClient other = new PortalClient(http, portal);
    other.token = Optional.of(accessToken);
    return other;
  }

  /** The same person, with token and cookie, at another node. */
  public PortalClient at(URI node) {
    PortalClient other = new PortalClient(http, node);
    other.token = token;
    other.signIn = signIn;
    other.refreshCookie = refreshCookie;
    return other;
  }

  /** Takes the access token of a sign-in answer, if it has one. */
  public PortalClient use(Answer answer) {
    JsonObject body = answer.json();
    signIn = Optional.of(body);
    token =
        body.containsKey("accessToken")
            ? Optional.of(body.getString("accessToken"))
            : Optional.empty();
    return this;
  }

  public String token() {
    return token.orElseThrow(() -> new AssertionError("Nobody is logged in."));
  }

  /** Whether this is somebody who has logged in, and not just somebody with a token. */
  boolean hasLoggedIn() {
    return signIn.isPresent();
  }

  /** What the last login, switch or refresh answered. */
  public JsonObject signIn() {
    return signIn.orElseThrow(() -> new AssertionError("Nobody is logged in."));
  }

  /** The customer of the token. */
  public String customerId() {
    return signIn().getJsonObject("customer").getString("customerId");
  }

  /** The refresh token as the cookie carries it. */
  public Optional<String> refreshCookie() {
    return refreshCookie;
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, null, "", headers);
  }

  public Answer post(String path, String json, String... headers) {
    return send("POST", path, "application/json", json, headers);
  }

  /** A POST without a body. */
  public Answer post(String path) {
    return send("POST", path, null, "");
  }

  public Answer put(String path, String json, String etag) {
    return send("PUT", path, "application/json", json, "If-Match", etag);
  }

  public Answer delete(String path, String etag) {
    return send("DELETE", path, null, "", "If-Match", etag);
  }

  /**
   * Sends any request.
   *
   * @param contentType {@code null} to send no body
   * @param headers names and values in turn
   */
  public Answer send(
      String method, String path, String contentType, String body, String... headers) {
    return send(method, path, contentType, BodyPublishers.ofString(body), headers);
  }

  /** As {@link #send(String, String, String, String, String...)}, with a body that may be large. */
  public Answer send(
      String method, String path, String contentType, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(portal.resolve(path)).timeout(Duration.ofSeconds(120));
    List<String> all = new ArrayList<>(Arrays.asList(headers));
    if (contentType == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.method(method, body);
      all.addAll(List.of("Content-Type", contentType));
    }
    token.ifPresent(value -> all.addAll(List.of("Authorization", "Bearer " + value)));
    refreshCookie
        .filter(cookie -> path.startsWith("/api/auth"))
        .ifPresent(value -> all.addAll(List.of("Cookie", REFRESH_COOKIE + "=" + value)));
    if (!all.isEmpty()) {
      request.headers(all.toArray(String[]::new));
    }
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(method + " " + path + " was interrupted", e);
    }
  }

  /** Follows what changes, from now on or from the event with this id. */
  EventStream follow(Optional<String> lastId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(portal.resolve("/api/events/stream"))
            .header("Authorization", "Bearer " + token())
            .header("Accept", "text/event-stream");
    lastId.ifPresent(id -> request.header("Last-Event-ID", id));
    return stream(request);
  }

  /** Follows any stream of events. */
  EventStream follow(String path) {
    return stream(
        HttpRequest.newBuilder(portal.resolve(path))
            .header("Authorization", "Bearer " + token())
            .header("Accept", "text/event-stream"));
  }

  private EventStream stream(HttpRequest.Builder request) {
    try {
      return new EventStream(http.send(request.build(), BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void keep(String header) {
    for (HttpCookie cookie : HttpCookie.parse("Set-Cookie: " + header)) {
      if (cookie.getName().equals(REFRESH_COOKIE)) {
        refreshCookie =
            cookie.getValue().isEmpty() || cookie.getMaxAge() == 0
                ? Optional.empty()
                : Optional.of(cookie.getValue());
      }
    }
  }
}
