package com.contractorportal.web.protection;

import com.contractorportal.rule.Overloaded;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * A body that must come in time and may not be too long. Whoever reads a body waits for it with a
 * thread, so that only so many may wait at a time; bodies that are here already do not count.
 */
final class BoundedBody extends ServletInputStream {

  /** What a body may take besides the time that its bytes take. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The slowest connection that is borne: 256 kbit/s. */
  private static final long BYTES_A_SECOND = 32 * 1024;

  private final ServletInputStream body;
  private final long length;
  private final long mostBytes;
  private final Semaphore places;
  private boolean hasPlace;
  private long begun;
  private long received;

  /**
   * @param length how many bytes the client says it sends; negative if it does not say
   * @param mostBytes how many may come of it, when unpacked, say
   */
  BoundedBody(ServletInputStream body, long length, long mostBytes, Semaphore places) {
    this.body = body;
    this.length = length;
    this.mostBytes = mostBytes;
    this.places = places;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int most) throws IOException {
    begin();
    int count;
    try {
      count = body.read(buffer, offset, most);
    } catch (IOException brokenOff) {
      // The client is silent or gone; if it still listens, this is what it needs to know.
      throw new BodyTooSlow();
    }
    if (count > 0) {
      received += count;
    }
    if (received > mostBytes) {
      throw new BodyTooLarge(mostBytes);
    }
    if (count >= 0 && System.nanoTime() - begun > nanosAllowed()) {
      throw new BodyTooSlow();
    }
    return count;
  }

  private void begin() throws IOException {
    if (begun != 0) {
      return;
    }
    begun = System.nanoTime();
    if (length < 0 || body.available() < length) {
      if (!places.tryAcquire()) {
        throw new Overloaded();
      }
      hasPlace = true;
    }
  }

  private long nanosAllowed() {
    return PATIENCE.toNanos() + received * Duration.ofSeconds(1).toNanos() / BYTES_A_SECOND;
  }

  /** The request has ended: nobody waits for its body any more. */
  void leave() {
    if (hasPlace) {
      hasPlace = false;
      places.release();
    }
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new UnsupportedOperationException("Bodies are read by who waits for them.");
  }
}
