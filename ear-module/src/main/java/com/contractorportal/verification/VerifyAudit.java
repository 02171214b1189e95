package com.contractorportal.verification;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Verifies an exported audit trail without the portal, its database or its code: {@code
 * bin/verify-audit TRAIL [HEADS]}. The arithmetic stands in docs/guides/audit.md and is done here a
 * second time on purpose.
 */
public final class VerifyAudit {

  static final int INTACT = 0;
  static final int BROKEN = 1;
  static final int UNUSABLE = 2;

  /** A link that does not hold. */
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(long sequence, String entry, String why) {
      super(
          "Broken at link %d%s: %s"
              .formatted(sequence, entry.isEmpty() ? "" : ", entry " + entry, why));
    }
  }

  private final Map<Long, Set<String>> heads;
  private final List<String> missing = new ArrayList<>();
  private long sequence;
  private long entries;
  private long removedThrough;
  private byte[] hash = new byte[32];

  private VerifyAudit(Map<Long, Set<String>> heads) {
    this.heads = heads;
  }

  public static void main(String[] args) {
    System.exit(run(args, System.out));
  }

  /**
   * Verifies a trail.
   *
   * @param args the exported trail, and the file of heads from the store if there is one
   * @return 0 if it is intact, 1 if it is not, 2 if it cannot be read
   */
  static int run(String[] args, PrintStream out) {
    if (args.length < 1 || args.length > 2) {
      out.println("Usage: verify-audit TRAIL [HEADS]");
      return UNUSABLE;
    }
    try {
      VerifyAudit trail = new VerifyAudit(args.length == 2 ? heads(Path.of(args[1])) : Map.of());
      trail.read(Path.of(args[0]));
      if (trail.sequence == 0) {
        out.println("This is no trail: it holds not a single link.");
        return UNUSABLE;
      }
      out.printf(
          "Intact: %d links, %d entries, %d removed after they had served their time. Head: %s%n",
          trail.sequence,
          trail.entries,
          trail.missing.size(),
          HexFormat.of().formatHex(trail.hash));
      return INTACT;
    } catch (Broken broken) {
      out.println(broken.getMessage());
      return BROKEN;
    } catch (IOException unusable) {
      out.println("This cannot be read: " + unusable.getMessage());
      return UNUSABLE;
    } catch (RuntimeException unusable) {
      out.println(
          "This is no trail, with the heads of its chain if they were given: something in it is"
              + " nothing that an export holds.");
      return UNUSABLE;
    }
  }

  private static Map<Long, Set<String>> heads(Path file) throws IOException {
    Map<Long, Set<String>> heads = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split(" ");
      heads.computeIfAbsent(Long.valueOf(words[0]), any -> new HashSet<>()).add(words[1]);
    }
    return heads;
  }

  private void read(Path trail) throws IOException, Broken {
    try (BufferedReader lines = Files.newBufferedReader(trail)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        try (JsonReader json = Json.createReader(new StringReader(line))) {
          check(json.readObject());
        }
      }
    }
    Optional<Long> longest = heads.keySet().stream().max(Long::compare);
    if (longest.isPresent() && longest.get() > sequence) {
      throw new Broken(sequence + 1, "", "the chain once was " + longest.get() + " links long.");
    }
    for (String entry : missing) {
      long place = Long.parseLong(entry.split(" ")[0]);
      if (place > removedThrough) {
        throw new Broken(place, entry.split(" ")[1], "the entry is missing.");
      }
    }
  }

  private void check(JsonObject link) throws Broken {
    long expected = sequence + 1;
    String entryId = link.getString("entryId", "");
    if (link.getJsonNumber("sequence").longValueExact() != expected) {
      throw new Broken(expected, "", "the seal is missing.");
    }
    byte[] digest = HexFormat.of().parseHex(link.getString("digest"));
    Optional<byte[]> found = digestOfContent(link, expected, entryId);
    if (found.isPresent() && !MessageDigest.isEqual(found.get(), digest)) {
      throw new Broken(expected, entryId, "the entry is not what it was.");
    }
    MessageDigest next = sha256();
    next.update(hash);
    next.update(ByteBuffer.allocate(Long.BYTES).putLong(expected).array());
    hash = next.digest(digest);
    String text = HexFormat.of().formatHex(hash);
    if (!text.equals(link.getString("hash"))) {
      throw new Broken(expected, entryId, "the seal does not fit those before it.");
    }
    if (!heads.getOrDefault(expected, Set.of(text)).equals(Set.of(text))) {
      throw new Broken(expected, entryId, "the chain differs from the heads.");
    }
    sequence = expected;
  }

  private Optional<byte[]> digestOfContent(JsonObject link, long place, String entryId) {
    if (entryId.isEmpty()) {
      removedThrough = link.getJsonNumber("removedThrough").longValueExact();
      return Optional.of(digest(Map.of("removedThrough", Long.toString(removedThrough))));
    }
    if (!link.containsKey("entry")) {
      missing.add(place + " " + entryId);
      return Optional.empty();
    }
    entries++;
    JsonObject entry = link.getJsonObject("entry");
    Map<String, String> fields = new TreeMap<>();
    entry.keySet().forEach(name -> fields.put(name, entry.getString(name)));
    return Optional.of(digest(fields));
  }

  private static byte[] digest(Map<String, String> fields) {
    MessageDigest digest = sha256();
    new TreeMap<>(fields)
        .forEach(
            (name, value) -> {
              for (String text : List.of(name, value)) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
              }
            });
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
