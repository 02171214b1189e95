package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * People who write without a pause, as a good client does: what is not acknowledged is sent again
 * under the same key until it is.
 */
final class Writers implements AutoCloseable {

  /** Whoever has no answer by then is taken to wait for ever. */
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(90);

  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final PortalClient person;
  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final List<AtomicInteger> refusals = new ArrayList<>();
  private volatile boolean enough;

  Writers(PortalClient person, int count) {
    this.person = person;
    this.threads = Executors.newFixedThreadPool(count);
    for (int i = 0; i < count; i++) {
      AtomicInteger refused = new AtomicInteger();
      refusals.add(refused);
      running.add(threads.submit(() -> write(refused)));
    }
  }

  private void write(AtomicInteger refused) {
    while (!enough) {
      String name = "Written " + UUID.randomUUID();
      String body =
          Json.createObjectBuilder()
              .add("name", name)
              .add("street", "1 Main St")
              .add("kind", "COMMERCIAL")
              .add("status", "ACTIVE")
              .build()
              .toString();
      Answer answer = send(body, name);
      while (answer.status() != 201) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.json().getString("type")).isEqualTo("/problems/database-unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
        refused.incrementAndGet();
        answer = send(body, name);
      }
      acknowledged.put(name, answer.json().getString("id"));
    }
  }

  private Answer send(String body, String key) {
    Instant sent = Instant.now();
    Answer answer =
        person.post("/api/properties", body, "Idempotency-Key", key.replace("Written ", ""));
    assertThat(Duration.between(sent, Instant.now())).isLessThan(ANSWER_LIMIT);
    return answer;
  }

  /** Waits until so many more writes have been acknowledged. */
  void awaitAcknowledged(int more) throws Exception {
    int wanted = acknowledged.size() + more;
    await(() -> acknowledged.size() >= wanted);
  }

  /** Waits until each writer has been refused so often, from now on. */
  void awaitRefused(int times) throws Exception {
    List<Integer> before = refusals.stream().map(AtomicInteger::get).toList();
    await(
        () -> {
          for (int i = 0; i < before.size(); i++) {
            if (refusals.get(i).get() < before.get(i) + times) {
              return false;
            }
          }
          return true;
        });
  }

  private void await(BooleanSupplier condition) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      for (Future<?> writer : running) {
        if (writer.isDone()) {
          writer.get(); // Throws what the writer met.
        }
      }
      assertThat(Instant.now()).isBefore(limit);
      Thread.sleep(50);
    }
  }

  /** Lets every writer finish what it is at, and tells the ids of what was written, by name. */
  Map<String, String> finish() throws Exception {
    enough = true;
    for (Future<?> writer : running) {
      writer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
    return acknowledged;
  }

  @Override
  public void close() {
    enough = true;
    threads.shutdownNow();
  }
}
