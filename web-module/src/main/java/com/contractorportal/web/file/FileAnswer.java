package com.contractorportal.web.file;

import com.contractorportal.file.OfferedFile;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers with a file, or with the one part of it that is asked for (RFC 9110, section 14). A file
 * whose digest is known never changes: the digest is its tag, and parts can be had of it. What is
 * asked for otherwise than the standard says, or for several parts, is answered with all of it.
 */
public final class FileAnswer {

  private static final String ACCEPT_RANGES = "Accept-Ranges";
  private static final String CONTENT_RANGE = "Content-Range";
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private FileAnswer() {}

  /** From the first byte to the last one, both included. */
  private record Part(long first, long last) {

    long count() {
      return last - first + 1;
    }
  }

  /**
   * @param disposition {@code attachment} or {@code inline}
   * @param request the request's headers
   * @throws WebApplicationException 416 if the file ends before the part begins
   */
  public static Response.ResponseBuilder of(
      OfferedFile file, String disposition, HttpHeaders request) {
    return answer(file, request)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition
                + "; filename*=UTF-8''"
                + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static Response.ResponseBuilder answer(OfferedFile file, HttpHeaders request) {
    if (file.byteCount().isPresent() && file.sha256().isPresent()) {
      long size = file.byteCount().getAsLong();
      EntityTag tag = new EntityTag(file.sha256().get());
      Optional<Part> part = part(size, tag, request);
      return part.map(
              some ->
                  body(file, some)
                      .status(PARTIAL)
                      .header(
                          CONTENT_RANGE,
                          "bytes %d-%d/%d".formatted(some.first(), some.last(), size)))
          .orElseGet(() -> body(file, new Part(0, size - 1)))
          // What is compressed on the way has other bytes, and so other parts.
          .header(HttpHeaders.CONTENT_ENCODING, "identity")
          .header(ACCEPT_RANGES, "bytes")
          .header("Repr-Digest", digest(file.sha256().get()))
          .tag(tag);
    }
    StreamingOutput all = file::writeTo;
    Response.ResponseBuilder answer = Response.ok(all, file.mediaType());
    file.byteCount().ifPresent(size -> answer.header(HttpHeaders.CONTENT_LENGTH, size));
    return answer;
  }

  private static Response.ResponseBuilder body(OfferedFile file, Part part) {
    StreamingOutput some = out -> file.content().writeTo(out, part.first(), part.count());
    return Response.ok(some, file.mediaType()).header(HttpHeaders.CONTENT_LENGTH, part.count());
  }

  /** The part that is asked for; empty if all is, or the file has become another one since. */
  private static Optional<Part> part(long size, EntityTag tag, HttpHeaders request) {
    Matcher range =
        ONE_RANGE.matcher(
            Optional.ofNullable(request.getHeaderString("Range")).orElse("").replace(" ", ""));
    String onlyIf = request.getHeaderString("If-Range");
    if (!range.matches() || (onlyIf != null && !onlyIf.equals("\"" + tag.getValue() + "\""))) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      return range.group(2).isEmpty()
          ? Optional.empty()
          : Optional.of(end(size, Long.parseLong(range.group(2))));
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
    if (first > last && !range.group(2).isEmpty()) {
      return Optional.empty(); // No range at all.
    }
    if (first >= size) {
      throw notSatisfiable(size);
    }
    return Optional.of(new Part(first, Math.min(last, size - 1)));
  }

  private static Part end(long size, long count) {
    if (count == 0 || size == 0) {
      throw notSatisfiable(size);
    }
    return new Part(Math.max(0, size - count), size - 1);
  }

  private static WebApplicationException notSatisfiable(long size) {
    return new WebApplicationException(
        Response.status(NOT_SATISFIABLE).header(CONTENT_RANGE, "bytes */" + size).build());
  }

  /** As RFC 9530 writes it. */
  private static String digest(String sha256) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
  }
}
