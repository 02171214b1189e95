package com.contractorportal.report;

import com.contractorportal.persistence.Ids;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A report file in the making: written under a name of its own, forced to disk, and moved into
 * place in one step, so that nobody ever sees half a file. Closing an unpublished draft removes it.
 */
final class ReportDraft implements Closeable {

  static final String SUFFIX = ".part";

  private final Path file;
  private final Path part;
  private final FileChannel channel;
  private final MessageDigest digest = sha256();
  private final OutputStream out;
  private long bytes;

  ReportDraft(Path file) throws IOException {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + "." + Ids.next() + SUFFIX);
    this.channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    this.out =
        new BufferedOutputStream(
            new DigestOutputStream(new Counting(Channels.newOutputStream(channel)), digest));
  }

  OutputStream out() {
    return out;
  }

  /**
   * A name beside the file for what is needed only while it is written; goes as half a file does.
   */
  Path scratch() {
    return part.resolveSibling(file.getFileName() + "." + Ids.next() + SUFFIX);
  }

  /** Ends the writing: every byte is on the disk afterwards. */
  ReportFileView seal(String mediaType) throws IOException {
    out.flush();
    channel.force(true);
    channel.close();
    return new ReportFileView(
        file.getFileName().toString(), mediaType, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  /** Moves the sealed file into place; it replaces one that was there. */
  void publish() throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  private final class Counting extends FilterOutputStream {

    Counting(OutputStream target) {
      super(target);
    }

    @Override
    public void write(int single) throws IOException {
      out.write(single);
      bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      out.write(buffer, offset, length);
      bytes += length;
    }
  }
}
