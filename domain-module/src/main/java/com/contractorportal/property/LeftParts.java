package com.contractorportal.property;

import com.contractorportal.housekeeping.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Uploads that were cut off with the server. They lie together: nobody's until they are whole. */
@ApplicationScoped
class LeftParts implements Chore {

  @Inject
  @ConfigProperty(name = "portal.store.dir")
  private String store;

  @Override
  public String things() {
    return "parts of uploads";
  }

  /** Long enough for the slowest upload. */
  @Override
  public Duration kept() {
    return Duration.ofDays(1);
  }

  @Override
  public int removeSome(Instant before, int most) {
    Path folder = PropertyImportService.parts(store);
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int removed = 0;
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder, "*" + PropertyImportService.PART)) {
      for (Path part : parts) {
        if (removed < most && LeftUploads.isOlder(part, before)) {
          Files.deleteIfExists(part);
          removed++;
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return removed;
  }
}
