package com.contractorportal.persistence;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells who came second, where the database lets only one of two have something. */
public final class UniqueKey {

  /** MySQL's ER_DUP_ENTRY. */
  private static final int DUPLICATE_ENTRY = 1062;

  private UniqueKey() {}

  /**
   * Whether a failure to write is due to this key.
   *
   * @param name of the key, or of its table where the primary key is meant too
   */
  public static boolean isTaken(Throwable failure, String name) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(50)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && sql.getErrorCode() == DUPLICATE_ENTRY
                    && sql.getMessage().contains(name));
  }
}
