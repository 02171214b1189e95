package com.contractorportal.audit;

import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The last hash of a chain after each sealing, outside the database: whoever can change all of that
 * cannot make its chain fit what was written here. {@code audit-heads/<customer>/<month>.txt}, a
 * line {@code <sequence> <hash> <time>} each; lines are only ever appended, in one piece, so that
 * several nodes may do so.
 */
@ApplicationScoped
class SealedHeads {

  private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64}) .*");
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

  private final Path root;

  @Inject
  SealedHeads(@ConfigProperty(name = "portal.store.dir") String folder) {
    root = Path.of(folder).toAbsolutePath().normalize().resolve("audit-heads");
  }

  /** For the container's proxy only. */
  protected SealedHeads() {
    root = null;
  }

  /** Writes down what the chain of the bound customer ends with. */
  void append(AuditSeal last) throws IOException {
    Path file = Files.createDirectories(folder()).resolve(MONTH.format(last.sealedAt()) + ".txt");
    String line =
        "%d %s %s\n".formatted(last.sequence(), last.hashText(), last.sealedAt().toString());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
      channel.force(false);
    }
  }

  /** All that was written down for the bound customer. */
  NotedHeads all() throws IOException {
    NotedHeads heads = new NotedHeads();
    if (Files.isDirectory(folder())) {
      for (Path month : months()) {
        try (Stream<String> lines = Files.lines(month, StandardCharsets.ISO_8859_1)) {
          lines
              .map(LINE::matcher)
              .filter(Matcher::matches)
              .forEach(line -> heads.add(Long.parseLong(line.group(1)), line.group(2)));
        }
      }
    }
    return heads;
  }

  /** The oldest first. */
  private List<Path> months() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private Path folder() {
    return root.resolve(CurrentCustomer.require().value());
  }
}
