package com.contractorportal.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Notes of processes that were started, so that a later run can end those that outlived a killed
 * one.
 */
final class LeftOver {

  private static final Duration LIMIT = Duration.ofSeconds(15);

  private LeftOver() {}

  /** Notes a process in a file. */
  static void note(Path file, ProcessHandle process) throws IOException {
    Files.writeString(file, identity(process));
  }

  /** Ends the noted process if it is still alive, and forgets it. */
  static void end(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    String noted = Files.readString(file).strip();
    Optional<ProcessHandle> left =
        ProcessHandle.allProcesses().filter(process -> identity(process).equals(noted)).findAny();
    if (left.isPresent()) {
      left.get().destroyForcibly();
      left.get().onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
    Files.delete(file);
  }

  /** Forgets the process, which has ended. */
  static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The next run finds that no such process is alive.
    }
  }

  /** Process ids are given again: with its start time a process is never taken for another. */
  private static String identity(ProcessHandle process) {
    return process.pid() + " " + process.info().startInstant().map(Instant::toString).orElse("");
  }
}
