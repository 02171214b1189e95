package com.contractorportal.system;

import com.contractorportal.db.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server process of an embedded database, for tests that do to it what may befall any. */
final class DatabaseProcess implements AutoCloseable {

  private final File folder;
  private final List<String> command;
  private ProcessHandle process;

  DatabaseProcess(EmbeddedDatabase database) {
    process = ProcessHandle.of(database.pid()).orElseThrow();
    folder = database.folder().toFile();
    command = new ArrayList<>(List.of(process.info().command().orElseThrow()));
    command.addAll(List.of(process.info().arguments().orElseThrow()));
    command.removeIf(option -> option.startsWith("--init-file=")); // Gone since the first start.
  }

  /** As by a power cut. */
  void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** After {@link #kill}: on the same data and port. */
  void startAgain() throws IOException {
    process =
        new ProcessBuilder(command)
            .directory(folder)
            .redirectErrorStream(true)
            .redirectOutput(new File(folder, "started-again.log"))
            .start()
            .toHandle();
  }

  /** It keeps its connections, takes new ones even, and answers nothing. */
  void freeze() throws IOException {
    signal("STOP");
  }

  void thaw() throws IOException {
    signal("CONT");
  }

  private void signal(String name) throws IOException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.onExit().join().exitValue() != 0) {
      throw new IOException("The database's process cannot be sent " + name);
    }
  }

  /** Ends what {@link #startAgain} began. */
  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      thaw();
      process.destroy();
      process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
  }
}
