package com.contractorportal.system;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the portal answered. */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

  public String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(body()))) {
      return reader.readObject();
    }
  }

  /** The entries of a list answer. */
  public List<JsonObject> items() {
    JsonArray items = json().getJsonArray("items");
    return items.getValuesAs(JsonObject.class);
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The version to name in {@code If-Match}. */
  public String etag() {
    return header("ETag").orElseThrow(() -> new AssertionError("No ETag in " + this));
  }

  /** Where the created resource is, as a path. */
  public String location() {
    String location =
        header("Location").orElseThrow(() -> new AssertionError("No Location in " + this));
    return URI.create(location).getRawPath();
  }

  /** The id at the end of the created resource's path. */
  public String createdId() {
    return location().substring(location().lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return status + " " + headers.map() + "\n" + body();
  }
}
