package com.contractorportal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedMap;

/**
 * The arithmetic of seals, which docs/guides/audit.md tells to whoever wants to do it without this
 * portal. It knows no customer: a trail that moves to another one keeps its chain.
 */
final class Chain {

  /** What stands for the hash before the first one. */
  static final byte[] BEGINNING = new byte[32];

  private Chain() {}

  /**
   * SHA-256 over the fields in the order of their names, each the length of the name in UTF-8 (four
   * bytes), the name, the length of the value, the value. Absent fields are left out, so that a new
   * column changes nothing about entries that do not have it.
   */
  static byte[] digest(SortedMap<String, String> fields) {
    MessageDigest digest = sha256();
    fields.forEach(
        (name, value) -> {
          put(digest, name);
          put(digest, value);
        });
    return digest.digest();
  }

  /** SHA-256 over the hash before, the sequence number (eight bytes) and the digest. */
  static byte[] hash(byte[] before, long sequence, byte[] digest) {
    MessageDigest hash = sha256();
    hash.update(before);
    hash.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
    hash.update(digest);
    return hash.digest();
  }

  private static void put(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
