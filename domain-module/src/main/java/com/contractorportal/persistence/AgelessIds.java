package com.contractorportal.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids of people as they may leave the portal. Ours tell when they were made, and so whether
 * somebody had an account before a company invited them, which is nobody's business there
 * (docs/adr/0023). What is shown instead is always the same in one company, another one in each,
 * and a UUID as well (version 8). Shown again it stays what it is: so do the people of a bundle
 * that was taken in.
 */
public final class AgelessIds {

  private static final int TIME_ORDERED = 7;

  private AgelessIds() {}

  /** The id that stands for one of ours in a customer; another's id stands for itself. */
  public static UUID of(String customerId, UUID id) {
    if (id.version() != TIME_ORDERED) {
      return id;
    }
    MessageDigest digest = sha256();
    digest.update(customerId.getBytes(StandardCharsets.US_ASCII));
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest(UuidBytes.of(id)));
    bytes.put(6, (byte) (bytes.get(6) & 0x0f | 0x80));
    bytes.put(8, (byte) (bytes.get(8) & 0x0f | 0xa0));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /**
   * The same as an expression of SQL.
   *
   * @param customerId an expression for the customer's id
   * @param id an expression for an id of sixteen bytes, or nothing
   */
  public static String sql(String customerId, String id) {
    return ("IF(SUBSTRING(HEX(%2$s), 13, 1) = '7', UNHEX(INSERT(INSERT(LEFT(SHA2(CONCAT(%1$s,"
            + " %2$s), 256), 32), 13, 1, '8'), 17, 1, 'a')), %2$s)")
        .formatted(customerId, id);
  }
}
