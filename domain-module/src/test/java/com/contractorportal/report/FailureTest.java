package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

  private static final String SECRET = "Maple Street 12";

  @ParameterizedTest
  @MethodSource
  void what_went_wrong_is_told_without_data(Throwable failure, String told) {
    Failure failed = Failure.of(failure);

    assertThat(failed.reason()).contains(told).doesNotContain(SECRET);
    assertThat(failed.isFinal()).isFalse();
  }

  static Stream<Arguments> what_went_wrong_is_told_without_data() {
    return Stream.of(
        Arguments.of(new IOException("No space left on device"), "the store is full"),
        Arguments.of(
            new UncheckedIOException(new FileSystemException(SECRET, null, "Disk quota exceeded")),
            "the store is full"),
        Arguments.of(new AccessDeniedException(SECRET), "the store is read-only there"),
        Arguments.of(
            new FileSystemException(SECRET, null, "Read-only file system"),
            "the store is read-only there"),
        Arguments.of(new FileSystemException(SECRET, null, "Not a directory"), "to the store."),
        Arguments.of(
            new PersistenceException(
                SECRET, new SQLException(SECRET, "08S01", new SocketTimeoutException(SECRET))),
            "did not answer in time"),
        Arguments.of(
            new PersistenceException(new SQLTimeoutException(SECRET)), "did not answer in time"),
        Arguments.of(new PersistenceException(new SQLException(SECRET, "S1009")), "cannot be read"),
        Arguments.of(new SQLException(SECRET, "22007"), "cannot be read"),
        Arguments.of(
            new IOException(SECRET, new SocketTimeoutException(SECRET)),
            "The store did not answer in time"),
        Arguments.of(new SQLException(SECRET, "08S01"), "refused or lost the connection"),
        Arguments.of(new PersistenceException(SECRET), "refused or lost the connection"),
        Arguments.of(new NoSuchElementException(SECRET), "of the customer's data"));
  }

  /** What the system really says. */
  @Test
  void a_full_disk_is_known() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "Linux has such a device");

    Throwable failure = catchThrowable(() -> Files.writeString(full, "a report"));

    assertThat(Failure.of(failure).reason()).contains("the store is full");
  }
}
