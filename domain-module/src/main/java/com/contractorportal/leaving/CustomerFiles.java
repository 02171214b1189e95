package com.contractorportal.leaving;

import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A customer's files: whatever lies in the store in a folder of its id, {@code
 * <kind>/<customer>/…}; a kind that nobody thought of, too.
 */
@ApplicationScoped
class CustomerFiles {

  static final String EXPORTS = "exports";

  /** Not the customer's data: bundles themselves, and what guards the audit trail. */
  private static final Set<String> NOT_TAKEN_ALONG = Set.of(EXPORTS, "audit-heads");

  private static final String HALF_WRITTEN = ".part";
  private static final String REMOVED = "removed";

  private final Path store;

  @Inject
  CustomerFiles(@ConfigProperty(name = "portal.store.dir") String folder) {
    store = Path.of(folder).toAbsolutePath().normalize();
  }

  /** For the container's proxy only. */
  protected CustomerFiles() {
    store = null;
  }

  /**
   * A file of a customer.
   *
   * @param name {@code <kind>/<rest>}, the same whosever it is
   */
  record CustomerFile(String name, Path path) {}

  /** What goes into a bundle, by name: whole files that nobody removed. */
  List<CustomerFile> toTakeAlong(CustomerId customer) throws IOException {
    List<CustomerFile> files = new ArrayList<>();
    for (Path folder : folders(customer)) {
      String kind = folder.getParent().getFileName().toString();
      if (!NOT_TAKEN_ALONG.contains(kind)) {
        try (Stream<Path> all = Files.walk(folder)) {
          all.filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().endsWith(HALF_WRITTEN))
              .filter(file -> !file.getParent().getFileName().toString().equals(REMOVED))
              .forEach(
                  file ->
                      files.add(
                          new CustomerFile(
                              kind + "/" + folder.relativize(file).toString().replace('\\', '/'),
                              file)));
        }
      }
    }
    files.sort(Comparator.comparing(CustomerFile::name));
    return files;
  }

  /** Every folder of a customer. */
  List<Path> folders(CustomerId customer) throws IOException {
    try (Stream<Path> kinds = Files.list(store)) {
      return kinds
          .map(kind -> kind.resolve(customer.value()))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }

  /**
   * Removes all of a customer's files.
   *
   * @return how many there were
   */
  long remove(CustomerId customer) throws IOException {
    long removed = 0;
    for (Path folder : folders(customer)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          boolean isFile = !Files.isDirectory(path);
          removed += Files.deleteIfExists(path) && isFile ? 1 : 0;
        }
      }
    }
    return removed;
  }

  /** Where a file of that name belongs; never outside of the customer's folders. */
  Path place(CustomerId customer, String name) {
    int slash = name.indexOf('/');
    if (slash > 0 && !NOT_TAKEN_ALONG.contains(name.substring(0, slash))) {
      Path folder = store.resolve(name.substring(0, slash)).resolve(customer.value()).normalize();
      Path place = folder.resolve(name.substring(slash + 1)).normalize();
      if (place.startsWith(folder)
          && !place.equals(folder)
          && folder.getParent().getParent().equals(store)) {
        return place;
      }
    }
    throw new IllegalArgumentException("Not the name of a customer's file: " + name);
  }

  /** Where a bundle lies. */
  Path bundle(CustomerId customer, String id) {
    return store.resolve(EXPORTS).resolve(customer.value()).resolve(id + ".zip");
  }

  /**
   * Removes bundles that were being written when a node died.
   *
   * @param before only what was last written before then
   * @return how many there were
   */
  int sweepBundles(CustomerId customer, Instant before) throws IOException {
    Path folder = store.resolve(EXPORTS).resolve(customer.value());
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
