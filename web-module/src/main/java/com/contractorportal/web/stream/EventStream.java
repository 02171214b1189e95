package com.contractorportal.web.stream;

import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.web.account.SignedIn;
import com.contractorportal.web.observation.ObservedOperation;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * An answer that goes on: server-sent events, as the HTML standard writes them. Written when the
 * connection takes bytes, so that no thread ever waits for a client; one that takes none for long
 * is let go.
 */
public final class EventStream implements WriteListener {

  public static final String MEDIA_TYPE = "text/event-stream";

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

  /**
   * @param request the request that is answered, of somebody who is signed in
   */
  public EventStream(AsyncResponse answer, HttpServletRequest request) {
    this.person = SignedIn.of(request);
    this.answer = answer;
    this.server = request.getAsyncContext();
  }

  private synchronized void startTo(ServletOutputStream stream) {
    out = stream;
    out.setWriteListener(this);
  }

  /**
   * Answers a request with this stream, from its first event on.
   *
   * @param request whose answer goes on
   */
  public void startTo(HttpServletRequest request, HttpServletResponse response) throws IOException {
    ObservedOperation.goesOn(request);
    response.setContentType(MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // Proxies of nginx's kind pass it on at once.
    startTo(response.getOutputStream());
  }

  /** Nothing happened; whoever listens is still listened to. */
  public void beat() {
    send(":\n\n");
  }

  /**
   * Whether the person still listens, and may.
   *
   * @throws com.contractorportal.rule.RuleViolation if not
   */
  public void check() {
    synchronized (this) {
      if (over || (!pending.isEmpty() && waiting.isBefore(Instant.now().minus(PATIENCE)))) {
        throw NotAuthenticated.sessionEnded();
      }
    }
    person.check();
  }

  /** Nothing comes any more. */
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

  /**
   * @param events as the standard writes them
   */
  public synchronized void send(String events) {
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
