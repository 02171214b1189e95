package com.contractorportal.persistence;

import java.nio.ByteBuffer;
import java.util.UUID;

/** UUIDs as {@code BINARY(16)} has them. */
public final class UuidBytes {

  private UuidBytes() {}

  /** A UUID's sixteen bytes. */
  public static byte[] of(UUID uuid) {
    return ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  /** The UUID of sixteen bytes. */
  public static UUID read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
