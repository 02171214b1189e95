package com.contractorportal.report;

import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The folder of report files: {@code reports/<customer>/<run>/<file>}. The customer is the bound
 * one, and nothing that a client sends becomes part of a path.
 */
@ApplicationScoped
class ReportStore {

  private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");

  private final Path root;

  @Inject
  ReportStore(@ConfigProperty(name = "portal.store.dir") String folder) {
    this(Path.of(folder));
  }

  ReportStore(Path folder) {
    root = folder.toAbsolutePath().normalize().resolve("reports");
  }

  /** For the container's proxy only. */
  protected ReportStore() {
    root = null;
  }

  /** Begins an attempt at a run: what earlier, interrupted ones left half-written goes away. */
  void begin(UUID runId) throws IOException {
    Path folder = folder(runId);
    Files.createDirectories(folder);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + ReportDraft.SUFFIX)) {
      for (Path part : left) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** Begins a file of a run. A whole file of the same name stays until this one is published. */
  ReportDraft draft(UUID runId, String name) throws IOException {
    Path file = file(runId, name);
    Files.createDirectories(file.getParent());
    return new ReportDraft(file);
  }

  /**
   * Removes what interrupted attempts at a run have left half-written.
   *
   * @param before only what was last written before then: somebody may be writing
   * @return how many files are gone
   */
  int removeDrafts(UUID runId, Instant before) throws IOException {
    Path folder = folder(runId);
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int removed = 0;
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + ReportDraft.SUFFIX)) {
      for (Path part : left) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(before)
            && Files.deleteIfExists(part)) {
          removed++;
        }
      }
    }
    return removed;
  }

  /** Opens a whole file of a run. */
  InputStream open(UUID runId, String name) throws IOException {
    return Files.newInputStream(file(runId, name));
  }

  private Path file(UUID runId, String name) {
    if (!FILE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a report file's name: " + name);
    }
    return folder(runId).resolve(name);
  }

  private Path folder(UUID runId) {
    return root.resolve(CurrentCustomer.require().value()).resolve(runId.toString());
  }
}
