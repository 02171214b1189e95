package com.contractorportal.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** A client that may break the rules of HTTP: it sends what it is told, as slowly as it is told. */
final class RawConnection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  RawConnection(URI portal) throws IOException {
    socket = new Socket(portal.getHost(), portal.getPort());
    socket.setTcpNoDelay(true);
  }

  RawConnection send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** All that comes until the portal hangs up. */
  String answer() throws IOException {
    return read(text -> false, PATIENCE_MILLIS);
  }

  /** What comes until this text has come. */
  String answerUntil(String text) throws IOException {
    return read(all -> all.contains(text), PATIENCE_MILLIS);
  }

  /** What has come by now; nothing is waited for. */
  String answerSoFar() throws IOException {
    return read(all -> false, 1);
  }

  private String read(Predicate<String> enough, int silenceMillis) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    socket.setSoTimeout(silenceMillis);
    try {
      InputStream in = socket.getInputStream();
      while (!enough.test(text())) {
        int count = in.read(buffer);
        if (count < 0) {
          break;
        }
        received.write(buffer, 0, count);
      }
    } catch (SocketTimeoutException | SocketException silentOrGone) {
      // Then this is all.
    }
    return text();
  }

  private String text() {
    return received.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
