package com.contractorportal.report;

import com.contractorportal.file.OfferedFile;
import com.contractorportal.store.FileStore;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The report files in the store: {@code reports/<run>/<file>} of the bound customer. Nothing that a
 * client sends becomes part of a name.
 */
@ApplicationScoped
class ReportStore {

  private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");

  private final FileStore files;

  @Inject
  ReportStore(FileStore files) {
    this.files = files;
  }

  /** For the container's proxy only. */
  protected ReportStore() {
    files = null;
  }

  /** Begins an attempt at a run: what earlier, interrupted ones left half-written goes away. */
  void begin(UUID runId) throws IOException {
    removeDrafts(runId, Instant.MAX);
  }

  /** Begins a file of a run. A whole file of the same name stays until this one is published. */
  ReportDraft draft(UUID runId, String name) throws IOException {
    return new ReportDraft(name, files.draft(customer(), file(runId, name)));
  }

  /**
   * Removes what interrupted attempts at a run have left half-written.
   *
   * @param before only what was last written before then: somebody may be writing
   * @return how many files are gone
   */
  int removeDrafts(UUID runId, Instant before) throws IOException {
    return files.removeDrafts(customer(), folder(runId), before);
  }

  /**
   * A whole file of a run.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  OfferedFile.Content content(UUID runId, String name) throws IOException {
    CustomerId customer = customer();
    String file = file(runId, name);
    files.size(customer, file);
    return (out, from, count) -> {
      try (InputStream content = files.open(customer, file, from, count)) {
        content.transferTo(out);
      }
    };
  }

  /** Removes a run's folder and all in it. */
  void remove(UUID runId) throws IOException {
    files.remove(customer(), folder(runId));
  }

  private static String file(UUID runId, String name) {
    if (!FILE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a report file's name: " + name);
    }
    return folder(runId) + "/" + name;
  }

  private static String folder(UUID runId) {
    return "reports/" + runId;
  }

  private static CustomerId customer() {
    return CurrentCustomer.require();
  }
}
