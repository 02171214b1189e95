package com.contractorportal.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of four megabytes in place of a folder. Only root can make one. */
final class SmallStore implements AutoCloseable {

  private final Path folder;

  private SmallStore(Path folder) {
    this.folder = folder;
  }

  /** Hides a folder behind it; for others than root the test is skipped. */
  static SmallStore mountedOn(Path folder) throws IOException {
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "Only root can mount a small file system: skipped");
    run("mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", folder.toString());
    return new SmallStore(folder);
  }

  /** Writes until there is no room for a single byte. */
  void fill() throws IOException {
    byte[] some = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (true) {
        out.write(some);
      }
    } catch (IOException full) {
      if (folder.toFile().getUsableSpace() > 0) {
        throw full;
      }
    }
  }

  void makeRoom() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() throws IOException {
    // The server may be about to close a file.
    run("umount", "--lazy", folder.toString());
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(said);
    }
  }
}
