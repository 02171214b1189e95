package com.contractorportal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that somebody may have; nothing of it is open yet.
 *
 * @param name what to call it when it is kept
 * @param byteCount empty if it is put together while it is sent: there are no parts of it then
 * @param sha256 its digest in hexadecimal; empty if nobody knows it
 */
public record OfferedFile(
    String name,
    String mediaType,
    OptionalLong byteCount,
    Optional<String> sha256,
    Content content) {

  /** Writes all of it. */
  public void writeTo(OutputStream out) throws IOException {
    content.writeTo(out, 0, Long.MAX_VALUE);
  }

  /** Where the bytes come from. Whose they are is settled: nobody needs to be bound any more. */
  public interface Content {

    /**
     * Writes a part of the file, or all of it.
     *
     * @param from how many bytes to leave out
     * @param count how many bytes to write then
     */
    void writeTo(OutputStream out, long from, long count) throws IOException;
  }
}
