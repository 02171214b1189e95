package com.contractorportal.property;

import com.contractorportal.housekeeping.CustomerChore;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Files of imports that have ended, or never began because the server died. */
@ApplicationScoped
class LeftUploads implements CustomerChore {

  private static final String SUFFIX = ".csv";

  @Inject private ImportLedger ledger;

  @Inject
  @ConfigProperty(name = "portal.store.dir")
  private String store;

  @Override
  public String things() {
    return "left uploads";
  }

  /** Long enough for the slowest upload. */
  @Override
  public Duration kept() {
    return Duration.ofDays(1);
  }

  @Override
  public int removeSome(Instant before, int most) {
    Path folder = PropertyImport.folder(store, CurrentCustomer.require());
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        if (removed < most && isOlder(file, before) && !ledger.isUnderWay(importOf(file))) {
          Files.deleteIfExists(file);
          removed++;
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return removed;
  }

  private static UUID importOf(Path file) {
    String name = file.getFileName().toString();
    return UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
  }

  /** Whether the file is there, and was last written before then. */
  static boolean isOlder(Path file, Instant than) throws IOException {
    return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(than);
  }
}
