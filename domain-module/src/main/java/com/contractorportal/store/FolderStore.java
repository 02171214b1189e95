package com.contractorportal.store;

import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.CustomerId;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files in folders: {@code <kind>/<customer>/<rest>}. What is being written lies beside its place
 * under a name of its own, and is moved there when it is on the disk.
 */
final class FolderStore implements FileStore {

  private static final String HALF_WRITTEN = ".part";

  private final Path root;

  FolderStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Draft draft(CustomerId customer, String name) throws IOException {
    Path file = place(customer, name);
    Files.createDirectories(file.getParent());
    return new FolderDraft(file);
  }

  @Override
  public int removeDrafts(CustomerId customer, String folder, Instant before) throws IOException {
    Path place = place(customer, folder);
    if (!Files.isDirectory(place)) {
      return 0;
    }
    int removed = 0;
    try (DirectoryStream<Path> left = Files.newDirectoryStream(place, "*" + HALF_WRITTEN)) {
      for (Path part : left) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(before)
            && Files.deleteIfExists(part)) {
          removed++;
        }
      }
    }
    return removed;
  }

  @Override
  public long size(CustomerId customer, String name) throws IOException {
    return Files.size(place(customer, name));
  }

  @Override
  public InputStream open(CustomerId customer, String name, long from, long count)
      throws IOException {
    FileChannel channel = FileChannel.open(place(customer, name), StandardOpenOption.READ);
    channel.position(from);
    return new Beginning(Channels.newInputStream(channel), count);
  }

  @Override
  public List<String> list(CustomerId customer) throws IOException {
    try (Stream<Path> folders = folders(customer).stream()) {
      return folders.flatMap(FolderStore::files).sorted().toList();
    }
  }

  private static Stream<String> files(Path folder) {
    String kind = folder.getParent().getFileName().toString();
    try (Stream<Path> all = Files.walk(folder)) {
      return all
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(HALF_WRITTEN))
          .map(file -> kind + "/" + folder.relativize(file).toString().replace('\\', '/'))
          .toList()
          .stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void remove(CustomerId customer, String folder) throws IOException {
    removeTree(place(customer, folder));
  }

  @Override
  public long removeAll(CustomerId customer) throws IOException {
    long removed = 0;
    for (Path folder : folders(customer)) {
      removed += removeTree(folder);
    }
    return removed;
  }

  private static long removeTree(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long removed = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        boolean isFile = !Files.isDirectory(path);
        removed += Files.deleteIfExists(path) && isFile ? 1 : 0;
      }
    }
    return removed;
  }

  /** Every folder of a customer. */
  private List<Path> folders(CustomerId customer) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> kinds = Files.list(root)) {
      return kinds
          .map(kind -> kind.resolve(customer.value()))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }

  /** A place for what is needed only while a file is written. */
  Path scratch(CustomerId customer, String name) throws IOException {
    Path file = place(customer, name);
    Files.createDirectories(file.getParent());
    return beside(file);
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + "." + Ids.next() + HALF_WRITTEN);
  }

  private Path place(CustomerId customer, String name) {
    FileName checked = FileName.of(name);
    return root.resolve(checked.kind()).resolve(customer.value()).resolve(checked.rest());
  }

  private static final class FolderDraft implements Draft {

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream out;

    FolderDraft(Path file) throws IOException {
      this.file = file;
      this.part = beside(file);
      this.channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      this.out = Channels.newOutputStream(channel);
    }

    @Override
    public OutputStream out() {
      return out;
    }

    @Override
    public Path scratch() {
      return beside(file);
    }

    /** Every byte is on the disk afterwards. */
    @Override
    public void seal() throws IOException {
      channel.force(true);
      channel.close();
    }

    @Override
    public void publish() throws IOException {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(part);
    }
  }

  /** No more than so many bytes of a stream. */
  private static final class Beginning extends FilterInputStream {

    private long left;

    Beginning(InputStream all, long count) {
      super(all);
      left = count;
    }

    @Override
    public int read() throws IOException {
      int read = left > 0 ? super.read() : -1;
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = left > 0 ? super.read(bytes, offset, (int) Math.min(length, left)) : -1;
      left -= Math.max(read, 0);
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(Math.min(count, left));
      left -= skipped;
      return skipped;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(super.available(), left);
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
