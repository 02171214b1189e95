package com.contractorportal.web.feed;

import com.contractorportal.feed.FeedChange;
import com.contractorportal.feed.FeedFollower;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.web.account.SignedIn;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;

/**
 * An answer that goes on: server-sent events, as the HTML standard writes them. Written when the
 * connection takes bytes, so that no thread ever waits for a client; one that takes none for long
 * is let go.
 */
final class FeedStream implements FeedFollower, WriteListener {

  static final String MEDIA_TYPE = "text/event-stream";

  /** What a client may leave unread here, besides what lies on the way to it. */
  private static final int MOST_PENDING_BYTES = 256 * 1024;

  /** How long a client may take nothing, or be gone without a word. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SignedIn person;
  private final AsyncResponse answer;
  private final AsyncContext server;
  private final Queue<byte[]> pending = new ArrayDeque<>();
  private int pendingBytes;
  private Instant waiting = Instant.now();
  private ServletOutputStream out;
  private boolean unflushed;
  private boolean over;
  private boolean ended;

  FeedStream(SignedIn person, AsyncResponse answer, AsyncContext server) {
    this.person = person;
    this.answer = answer;
    this.server = server;
  }

  synchronized void startTo(ServletOutputStream stream) {
    out = stream;
    out.setWriteListener(this);
  }

  @Override
  public void begins(UUID id) {
    send("retry: 3000\nid: " + id + "\nevent: open\ndata: {}\n\n");
  }

  @Override
  public void changed(List<FeedChange> changes) {
    StringBuilder events = new StringBuilder();
    for (FeedChange change : changes) {
      JsonObjectBuilder data = Json.createObjectBuilder().add("kind", change.kind().name());
      change.eventId().ifPresent(id -> data.add("eventId", id.toString()));
      data.add("entityId", change.entityId().toString()).add("at", change.at().toString());
      events
          .append("id: ")
          .append(change.id())
          .append("\nevent: change\ndata: ")
          .append(data.build())
          .append("\n\n");
    }
    send(events.toString());
  }

  @Override
  public void lostTrack() {
    send("event: reset\ndata: {}\n\n");
  }

  @Override
  public void beat() {
    send(":\n\n");
  }

  @Override
  public void check() {
    synchronized (this) {
      if (over || (!pending.isEmpty() && waiting.isBefore(Instant.now().minus(PATIENCE)))) {
        throw NotAuthenticated.sessionEnded();
      }
    }
    person.check();
  }

  @Override
  public synchronized void ends() {
    over = true;
    drain();
  }

  @Override
  public synchronized void onWritePossible() {
    drain();
  }

  @Override
  public synchronized void onError(Throwable gone) {
    over = true;
    pending.clear();
    complete();
  }

  private synchronized void send(String events) {
    byte[] bytes = events.getBytes(StandardCharsets.UTF_8);
    if (over || pendingBytes + bytes.length > MOST_PENDING_BYTES) {
      over = true;
      return;
    }
    if (pending.isEmpty()) {
      waiting = Instant.now();
    }
    pending.add(bytes);
    pendingBytes += bytes.length;
    drain();
  }

  /** Writes what the connection takes; the server calls again when it takes more. */
  private void drain() {
    if (out == null || ended) {
      return;
    }
    try {
      while (out.isReady()) {
        byte[] bytes = pending.poll();
        if (bytes != null) {
          pendingBytes -= bytes.length;
          unflushed = true;
          out.write(bytes);
        } else if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          break;
        }
      }
    } catch (IOException gone) {
      over = true;
    }
    if (over) {
      complete();
    }
  }

  /** On a thread of the server's: the request's end takes from its thread what a task needs. */
  private void complete() {
    if (!ended && out != null) {
      ended = true;
      server.start(() -> answer.resume(Response.ok().build()));
    }
  }
}
