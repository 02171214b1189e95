package com.contractorportal.report;

import com.contractorportal.file.OfferedFile;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a night in one ZIP, and beside them {@code manifest.json}, which names each file's
 * report, rows, bytes and SHA-256 digest. It is put together when somebody takes it, and takes no
 * room in the store; the same files make the same bytes.
 */
public final class ReportArchive {

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm'Z'");
  private static final String MANIFEST = "manifest.json";

  private final Instant asOf;
  private final List<Part> parts;

  /**
   * @param parts in the order of the files
   */
  ReportArchive(Instant asOf, List<Part> parts) {
    this.asOf = asOf;
    this.parts = List.copyOf(parts);
  }

  /** A file that a run wrote. */
  record Part(String kind, long rows, ReportFileView file, OfferedFile.Content content) {}

  /** What the trail keeps of an archive that somebody took. */
  public record Taken(Instant asOf, List<String> files) {}

  OfferedFile offered() {
    return new OfferedFile(
        name(),
        "application/zip",
        OptionalLong.empty(),
        Optional.empty(),
        (out, from, count) -> writeTo(out));
  }

  Taken taken() {
    return new Taken(asOf, parts.stream().map(part -> part.file().name()).toList());
  }

  /** Its name: the instant that the reports describe, in UTC. */
  private String name() {
    return "reports-" + NAME.format(asOf.atOffset(ZoneOffset.UTC)) + ".zip";
  }

  /**
   * Writes it, a block of bytes at a time; the stream stays open.
   *
   * @throws IOException if the store has lost a file: half an archive is never ended
   */
  private void writeTo(OutputStream out) throws IOException {
    @SuppressWarnings("resource") // Closing it would close the stream, which is not ours.
    ZipOutputStream zip = new ZipOutputStream(out);
    begin(zip, MANIFEST);
    writeManifest(zip);
    zip.closeEntry();
    for (Part part : parts) {
      begin(zip, part.file().name());
      part.content().writeTo(zip, 0, part.file().byteCount());
      zip.closeEntry();
    }
    zip.finish();
  }

  private void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(asOf, ZoneOffset.UTC));
    zip.putNextEntry(entry);
  }

  private void writeManifest(OutputStream out) {
    try (JsonGenerator json = Json.createGenerator(new Unclosed(out))) {
      json.writeStartObject()
          .write("asOf", asOf.truncatedTo(ChronoUnit.MICROS).toString())
          .writeStartArray("files");
      for (Part part : parts) {
        json.writeStartObject()
            .write("name", part.file().name())
            .write("kind", part.kind())
            .write("rows", part.rows())
            .write("mediaType", part.file().mediaType())
            .write("byteCount", part.file().byteCount())
            .write("sha256", part.file().sha256())
            .writeEnd();
      }
      json.writeEnd().writeEnd();
    }
  }

  /** The generator closes what it writes to; the ZIP goes on. */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
