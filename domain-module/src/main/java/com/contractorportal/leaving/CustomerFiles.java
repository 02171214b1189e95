package com.contractorportal.leaving;

import com.contractorportal.store.FileStore;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A customer's files: whatever it has in the store; of a kind that nobody thought of, too. */
@ApplicationScoped
class CustomerFiles {

  static final String EXPORTS = "exports";

  /** Not the customer's data: bundles themselves, and what guards the audit trail. */
  private static final Set<String> NOT_TAKEN_ALONG = Set.of(EXPORTS, "audit-heads");

  private static final String HALF_WRITTEN = ".part";
  private static final String REMOVED = "removed";

  private final FileStore files;
  private final Path exports;

  @Inject
  CustomerFiles(FileStore files, @ConfigProperty(name = "portal.store.dir") String folder) {
    this.files = files;
    exports = Path.of(folder).toAbsolutePath().normalize().resolve(EXPORTS);
  }

  /** For the container's proxy only. */
  protected CustomerFiles() {
    files = null;
    exports = null;
  }

  /** What goes into a bundle, by name: whole files that nobody removed. */
  List<String> toTakeAlong(CustomerId customer) throws IOException {
    return files.list(customer).stream()
        .filter(CustomerFiles::isTakenAlong)
        .filter(name -> !Path.of(name).getParent().endsWith(REMOVED))
        .toList();
  }

  /** Writes a file's content. */
  void copy(CustomerId customer, String name, OutputStream out) throws IOException {
    try (InputStream content = files.open(customer, name, 0, Long.MAX_VALUE)) {
      content.transferTo(out);
    }
  }

  /**
   * Makes sure that a bundle may bring a file of that name.
   *
   * @throws IllegalArgumentException if it may not
   */
  void check(String name) {
    if (!isTakenAlong(FileStore.checked(name))) {
      throw new IllegalArgumentException("Not a file that is taken along: " + name);
    }
  }

  /** Writes down a file that a bundle brings. */
  void add(CustomerId customer, String name, InputStream content) throws IOException {
    check(name);
    try (FileStore.Draft draft = files.draft(customer, name)) {
      content.transferTo(draft.out());
      draft.seal();
      draft.publish();
    }
  }

  private static boolean isTakenAlong(String name) {
    return !NOT_TAKEN_ALONG.contains(name.substring(0, name.indexOf('/')));
  }

  /**
   * Removes all of a customer's files.
   *
   * @return how many there were
   */
  long remove(CustomerId customer) throws IOException {
    return files.removeAll(customer);
  }

  /** Where a bundle lies. */
  Path bundle(CustomerId customer, String id) {
    return exports.resolve(customer.value()).resolve(id + ".zip");
  }

  /**
   * Removes bundles that were being written when a node died.
   *
   * @param before only what was last written before then
   * @return how many there were
   */
  int sweepBundles(CustomerId customer, Instant before) throws IOException {
    Path folder = exports.resolve(customer.value());
    int removed = 0;
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + HALF_WRITTEN)) {
        for (Path part : parts) {
          if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
            Files.deleteIfExists(part);
            removed++;
          }
        }
      }
    }
    return removed;
  }
}
