package com.contractorportal.photo;

import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The folder of photos: {@code photos/<customer>/<photo>.jpg} and {@code <photo>.small.jpg}. The
 * customer is the bound one, and nothing that a client sends becomes part of a path. What is being
 * written lies in {@code photos/parts} until it is whole and on the disk.
 *
 * <p>Removed pictures lie in {@code removed} for some days: a backup reads the database first, and
 * finds there what its rows still name.
 */
@ApplicationScoped
class PhotoStore {

  static final String PART = ".part";

  private static final String REMOVED = "removed";

  private final Path root;

  @Inject
  PhotoStore(@ConfigProperty(name = "portal.store.dir") String folder) {
    this(Path.of(folder));
  }

  PhotoStore(Path folder) {
    root = folder.toAbsolutePath().normalize().resolve("photos");
  }

  /** For the container's proxy only. */
  protected PhotoStore() {
    root = null;
  }

  /** A file in the making; closing one that was not published removes it. */
  Draft draft() throws IOException {
    Path part = Files.createDirectories(parts()).resolve(Ids.next() + PART);
    Files.createFile(part);
    return new Draft(part);
  }

  /** One file in the making. */
  static final class Draft implements Closeable {

    private final Path part;

    Draft(Path part) {
      this.part = part;
    }

    Path path() {
      return part;
    }

    OutputStream out() throws IOException {
      return Files.newOutputStream(part);
    }

    /** Forces what was written to the disk. */
    void seal() throws IOException {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(part);
    }
  }

  /** Moves both sizes of a picture into place, each in one step. */
  void publish(UUID photo, Draft large, Draft small) throws IOException {
    Path folder = Files.createDirectories(folder());
    Files.move(small.path(), place(photo, true), StandardCopyOption.ATOMIC_MOVE);
    Files.move(large.path(), place(photo, false), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Where a picture lies; one that was removed a while ago lies elsewhere, or nowhere. */
  Path file(UUID photo, boolean small) {
    Path file = place(photo, small);
    return Files.exists(file) ? file : folder().resolve(REMOVED).resolve(file.getFileName());
  }

  /** Takes a picture out of sight. */
  void remove(UUID photo) throws IOException {
    Path removed = Files.createDirectories(folder().resolve(REMOVED));
    for (boolean small : new boolean[] {true, false}) {
      Path file = place(photo, small);
      Path target = removed.resolve(file.getFileName());
      try {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
      } catch (NoSuchFileException gone) {
        // Somebody was here before.
      }
    }
  }

  /** Removes, for good, some of what was taken out of sight before then. */
  int forget(Instant before, int most) throws IOException {
    return sweep(folder().resolve(REMOVED), "*.jpg", before, most);
  }

  /** Removes some of what was being written when a server died. */
  int sweepParts(Instant before, int most) throws IOException {
    return sweep(parts(), "*" + PART, before, most);
  }

  private static int sweep(Path folder, String pattern, Instant before, int most)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : files) {
        if (removed < most && isOlder(file, before) && Files.deleteIfExists(file)) {
          removed++;
        }
      }
    }
    return removed;
  }

  private static boolean isOlder(Path file, Instant than) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(than);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private Path place(UUID photo, boolean small) {
    return folder().resolve(photo + (small ? ".small.jpg" : ".jpg"));
  }

  private Path folder() {
    return root.resolve(CurrentCustomer.require().value());
  }

  private Path parts() {
    return root.resolve("parts");
  }
}
