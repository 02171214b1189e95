package com.contractorportal.report;

import com.contractorportal.store.FileStore;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A report file in the making: nobody sees it before it is published, and then all of it. Closing
 * an unpublished draft removes it.
 */
final class ReportDraft implements Layout.Target, Closeable {

  private final String name;
  private final FileStore.Draft draft;
  private final MessageDigest digest = sha256();
  private final OutputStream out;
  private long bytes;

  /**
   * @param name of the file, without folders
   */
  ReportDraft(String name, FileStore.Draft draft) {
    this.name = name;
    this.draft = draft;
    this.out = new BufferedOutputStream(new DigestOutputStream(new Counting(draft.out()), digest));
  }

  @Override
  public OutputStream out() {
    return out;
  }

  /** A file of this machine for what is needed only while the draft is written. */
  @Override
  public Path scratch() throws IOException {
    return draft.scratch();
  }

  /** How many bytes have been written so far. */
  long bytes() {
    return bytes;
  }

  /** Ends the writing: every byte is in the store's hands afterwards. */
  ReportFileView seal(String mediaType) throws IOException {
    out.flush();
    draft.seal();
    return new ReportFileView(name, mediaType, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  /** Puts the sealed file into place; it replaces one that was there. */
  void publish() throws IOException {
    draft.publish();
  }

  @Override
  public void close() throws IOException {
    draft.close();
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
