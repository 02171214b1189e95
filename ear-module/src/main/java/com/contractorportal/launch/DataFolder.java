package com.contractorportal.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that keeps what a run needs again: database, keys, files, the password of the
 * demonstration. One run at a time holds it.
 */
final class DataFolder implements AutoCloseable {

  /** Says that a folder is ours, so that starting anew never deletes someone else's. */
  private static final String MARK = "contractor-portal";

  private static final String LOCK = "run.lock";
  private static final String PASSWORD = "demo-password";
  private static final String PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Path path;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel lockFile, FileLock lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Creates the folder if need be and takes it for this run.
   *
   * @throws LaunchFailure when it cannot be written, is not a portal's, or another run holds it
   */
  static DataFolder take(Path path) throws LaunchFailure {
    Path folder = path.toAbsolutePath().normalize();
    try {
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new LaunchFailure(folder + " is not a folder; choose another with -Dportal.data=.");
      }
      Folders.createPrivate(folder);
      if (!Files.exists(folder.resolve(MARK))) {
        if (!isEmpty(folder)) {
          throw new LaunchFailure(
              folder + " holds other files; choose another folder with -Dportal.data=.");
        }
        Folders.writePrivate(folder.resolve(MARK), "Data of a local Contractor Portal.\n");
      }
      FileChannel file =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lockOf(file);
      if (lock == null) {
        file.close();
        throw new LaunchFailure(
            "Another run of the portal is using "
                + folder
                + "; stop it first, or choose another folder with -Dportal.data=.");
      }
      return new DataFolder(folder, file, lock);
    } catch (IOException e) {
      throw new LaunchFailure(
          "The folder "
              + folder
              + " cannot be written by "
              + System.getProperty("user.name")
              + "; change its owner, or choose another with -Dportal.data=.",
          e);
    }
  }

  Path path() {
    return path;
  }

  /** Deletes everything but the lock and the mark. */
  void empty() throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.list(path)) {
      entries = all.filter(entry -> !isKept(entry)).toList();
    }
    for (Path entry : entries) {
      Folders.delete(entry);
    }
  }

  boolean hasPassword() {
    return Files.exists(path.resolve(PASSWORD));
  }

  /** The password of all accounts of the demonstration, made at the first time. */
  String password() throws IOException {
    Path file = path.resolve(PASSWORD);
    if (!hasPassword()) {
      SecureRandom random = new SecureRandom();
      StringBuilder password = new StringBuilder();
      for (int i = 0; i < 16; i++) {
        password.append(i > 0 && i % 4 == 0 ? "-" : "");
        password.append(PASSWORD_LETTERS.charAt(random.nextInt(PASSWORD_LETTERS.length())));
      }
      Folders.writePrivate(file, password + "\n");
    }
    return Files.readString(file).strip();
  }

  @Override
  public void close() throws IOException {
    lock.release();
    lockFile.close();
  }

  /** The lock, or {@code null} when this process or another holds it. */
  private static FileLock lockOf(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static boolean isKept(Path entry) {
    return List.of(MARK, LOCK).contains(entry.getFileName().toString());
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
