package com.contractorportal.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * A domain of Payara Server with the portal in it, installed as operators do it: by {@code
 * bin/install-on-payara-server}.
 */
final class PayaraDomain implements AutoCloseable {

  private static final String NAME = "portal";

  /** What {@code create-domain} adds to the port base, for HTTP and for the rest. */
  private static final int HTTP_OFFSET = 80;

  private static final int[] OFFSETS = {9, 37, 38, 39, 48, 49, 59, 66, 76, HTTP_OFFSET, 81, 86};

  private final Path folder;
  private final Path asadmin;
  private final int portBase = freePortBase();
  private final Map<String, String> settings;

  /**
   * @param server a Payara Server as it is delivered
   * @param folder where the domain is to be
   * @param settings the portal's variables
   */
  PayaraDomain(Path server, Path folder, Map<String, String> settings) {
    this.asadmin = server.resolve("bin").resolve("asadmin").toAbsolutePath();
    this.folder = folder.toAbsolutePath();
    this.settings = settings;
  }

  void create() throws IOException, InterruptedException {
    asadmin("create-domain", "--nopassword=true", "--portbase", Integer.toString(portBase));
  }

  /** Installs the portal, and starts it. */
  void install(Path script, Path archive) throws IOException, InterruptedException {
    run(
        List.of(
            script.toAbsolutePath().toString(),
            asadmin.toString(),
            NAME,
            archive.toAbsolutePath().toString(),
            "--domaindir",
            folder.toString()));
  }

  void restart() throws IOException, InterruptedException {
    asadmin("stop-domain");
    asadmin("start-domain");
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + (portBase + HTTP_OFFSET));
  }

  String log() throws IOException {
    return Files.readString(folder.resolve(NAME).resolve("logs").resolve("server.log"));
  }

  /** The server's process, if there is one. */
  Optional<ProcessHandle> process() throws IOException {
    Path pid = folder.resolve(NAME).resolve("config").resolve("pid");
    return Files.exists(pid)
        ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        : Optional.empty();
  }

  /** Asks the server to end, and ends it by force if it does not. */
  @Override
  public void close() throws IOException {
    Optional<ProcessHandle> server = process();
    if (server.isPresent()) {
      try {
        asadmin("stop-domain");
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      } finally {
        server.get().destroyForcibly();
        server.get().onExit().join();
      }
    }
  }

  private void asadmin(String command, String... options) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(asadmin.toString(), command));
    all.addAll(Arrays.asList(options));
    all.addAll(List.of("--domaindir", folder.toString(), NAME));
    run(all);
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile(folder, "command", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(said.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_"));
    builder.environment().putAll(settings);
    int status = builder.start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(
          command + " ended with " + status + ":\n" + Files.readString(said));
    }
  }

  private static int freePortBase() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 30_000))
        .filter(base -> Arrays.stream(OFFSETS).allMatch(offset -> isFree(base + offset)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
