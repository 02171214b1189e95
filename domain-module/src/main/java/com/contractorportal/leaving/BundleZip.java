package com.contractorportal.leaving;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The zip file of a bundle: parts, and a manifest with the digest of each. The same parts are the
 * same bytes, whenever they are written.
 */
final class BundleZip {

  static final String FORMAT = "contractor-portal-bundle";
  static final int VERSION = 1;
  static final String MANIFEST = "manifest.json";

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** What a part holds. */
  interface Content {
    void write(OutputStream out) throws SQLException, IOException;
  }

  private final ZipOutputStream zip;
  private final JsonArrayBuilder tables = Json.createArrayBuilder();
  private final JsonArrayBuilder parts = Json.createArrayBuilder();

  BundleZip(ZipOutputStream zip) {
    this.zip = zip;
  }

  void part(String name, Content content) throws SQLException, IOException {
    begin(name);
    MessageDigest digest = sha256();
    long[] bytes = new long[1];
    content.write(new DigestOutputStream(new Counting(zip, bytes), digest));
    zip.closeEntry();
    parts.add(
        Json.createObjectBuilder()
            .add("name", name)
            .add("bytes", bytes[0])
            .add("sha256", HexFormat.of().formatHex(digest.digest())));
  }

  /** Tells the manifest of a table whose parts have been written. */
  void describe(String table, long rows, List<String> columns) {
    JsonObjectBuilder described = Json.createObjectBuilder().add("name", table).add("rows", rows);
    if (!columns.isEmpty()) {
      described.add("columns", Json.createArrayBuilder(columns));
    }
    tables.add(described);
  }

  /** Writes the manifest, the last part. */
  void manifest(JsonObjectBuilder about) throws IOException {
    begin(MANIFEST);
    zip.write(
        Json.createObjectBuilder()
            .add("format", FORMAT)
            .add("version", VERSION)
            .addAll(about)
            .add("tables", tables)
            .add("parts", parts)
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  /** Counts, and leaves the zip open. */
  private static final class Counting extends FilterOutputStream {

    private final long[] bytes;

    Counting(OutputStream target, long[] bytes) {
      super(target);
      this.bytes = bytes;
    }

    @Override
    public void write(int single) throws IOException {
      out.write(single);
      bytes[0]++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      out.write(buffer, offset, length);
      bytes[0] += length;
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
