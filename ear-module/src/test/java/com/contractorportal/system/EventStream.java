package com.contractorportal.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** An open stream of events (HTML standard, server-sent events), read on a thread of its own. */
final class EventStream implements AutoCloseable {

  /**
   * @param name what the event is called
   * @param id empty if it has none
   */
  record Event(String name, String id, String data) {

    JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(data))) {
        return reader.readObject();
      }
    }

    boolean isOf(Object entityId) {
      return name.equals("change") && json().getString("entityId").equals(entityId.toString());
    }
  }

  private final HttpResponse<InputStream> answer;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private volatile int comments;
  private volatile boolean ended;

  EventStream(HttpResponse<InputStream> answer) {
    this.answer = answer;
    Thread reader = new Thread(this::read, "event-stream");
    reader.setDaemon(true);
    reader.start();
  }

  HttpResponse<InputStream> answer() {
    return answer;
  }

  /** All that has come. */
  List<Event> events() {
    return events;
  }

  /** Lines that only show that the portal is there. */
  int comments() {
    return comments;
  }

  /** The first event like this, when it has come. */
  Event await(Predicate<Event> wanted) {
    return Soon.find(
        "event after " + events.size(), () -> events.stream().filter(wanted).findFirst());
  }

  Event awaitOpen() {
    return await(event -> event.name().equals("open"));
  }

  /** Waits until the portal ends the stream. */
  void awaitEnd() {
    Soon.see("the end of the stream", () -> ended);
  }

  boolean hasEnded() {
    return ended;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String name = "message";
      String id = "";
      StringBuilder data = new StringBuilder();
      for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
        String text = line.get();
        if (text.isEmpty()) {
          if (data.length() > 0) {
            events.add(new Event(name, id, data.toString()));
          }
          name = "message";
          id = "";
          data.setLength(0);
        } else if (text.startsWith(":")) {
          comments++;
        } else if (text.startsWith("event: ")) {
          name = text.substring("event: ".length());
        } else if (text.startsWith("id: ")) {
          id = text.substring("id: ".length());
        } else if (text.startsWith("data: ")) {
          data.append(text.substring("data: ".length()));
        }
      }
    } catch (IOException brokenOff) {
      // Then it has ended too.
    }
    ended = true;
  }

  private static Optional<String> next(BufferedReader lines) throws IOException {
    return Optional.ofNullable(lines.readLine());
  }

  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException gone) {
      // That is what was wanted.
    }
  }
}
