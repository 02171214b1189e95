package com.contractorportal.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that sign access tokens, in a folder that all nodes share: {@code signing.jwk}, which
 * only the server's own account may read, and {@code jwks.json}, by which tokens are verified.
 *
 * <p>A key is replaced in three steps, an hour apart, so that no verifier ever meets a token whose
 * key it cannot know: the next key ({@code next.jwk}) is published; it becomes the one that signs,
 * and the former one's private half is gone; the former one is published no longer. The files say
 * which step is next, so any node may take it, and a node that dies leaves nothing half done.
 */
@ApplicationScoped
public class SigningKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class.getName());

  private static final String PRIVATE_FILE = "signing.jwk";
  private static final String NEXT_FILE = "next.jwk";
  private static final String PUBLIC_FILE = "jwks.json";
  private static final String WISH_FILE = "rotate";

  /**
   * How long a key is published before it signs: longer than verifiers keep what they have read.
   */
  private static final Duration NOTICE = Duration.ofHours(1);

  /** How long a key is published after it has last signed: longer than a token lives. */
  private static final Duration OVERLAP = Duration.ofHours(1);

  /** How soon a node notices that another has put a new key in place. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Path folder;
  private volatile Held held;

  /** The signing key as it was read. */
  private record Held(ECKey key, Instant readAt) {

    @Override
    public String toString() {
      return "Held[readAt=" + readAt + "]";
    }
  }

  protected SigningKeys() {
    folder = null;
  }

  @Inject
  public SigningKeys(@ConfigProperty(name = "portal.keys.dir") String folder) {
    this.folder = Path.of(folder).toAbsolutePath();
  }

  /**
   * Makes the keys unless they are there. Nodes that start together must not do this at the same
   * time.
   *
   * @throws IllegalStateException if others can read the signing key
   * @throws UncheckedIOException if the folder cannot be used
   */
  public void prepare() {
    try {
      if (isPosix(folder)) {
        Files.createDirectories(folder, permissions("rwx------"));
      } else {
        Files.createDirectories(folder);
      }
      if (!Files.exists(folder.resolve(PRIVATE_FILE))) {
        write(PRIVATE_FILE, generate(Instant.now()).toJSONString(), "rw-------");
        LOG.info("Made a new key for signing access tokens.");
      }
      publish(published(Instant.now()));
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "The folder of the signing keys (PORTAL_KEYS_DIR) cannot be used.", failure);
    }
  }

  /**
   * Whether {@link #rotate} has something to do.
   *
   * @param after the age at which a signing key is replaced
   */
  public boolean isRotationDue(Instant now, Duration after) {
    try {
      return isNextWanted(now, after) || isNextToSign(now) || !isPublished(published(now));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Takes the step of the rotation that is due. Nodes must not do this at the same time. */
  public void rotate(Instant now, Duration after) {
    try {
      if (isNextWanted(now, after)) {
        ECKey next = generate(now);
        Map<String, JWK> published = published(now);
        published.put(next.getKeyID(), next.toPublicJWK());
        publish(published); // First: its hour of notice counts from the file below.
        write(NEXT_FILE, next.toJSONString(), "rw-------");
        Files.deleteIfExists(folder.resolve(WISH_FILE));
        LOG.log(Level.INFO, "Published the next signing key, {0}.", next.getKeyID());
      } else if (isNextToSign(now)) {
        Files.move(
            folder.resolve(NEXT_FILE),
            folder.resolve(PRIVATE_FILE),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        held = null;
        publish(published(now));
        LOG.log(Level.INFO, "Access tokens are now signed by {0}.", signing().getKeyID());
      } else {
        publish(published(now));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private boolean isNextWanted(Instant now, Duration after) throws IOException {
    return !Files.exists(folder.resolve(NEXT_FILE))
        && (Files.exists(folder.resolve(WISH_FILE)) || !isYounger(PRIVATE_FILE, now, after));
  }

  private boolean isNextToSign(Instant now) throws IOException {
    return Files.exists(folder.resolve(NEXT_FILE)) && !isYounger(NEXT_FILE, now, NOTICE);
  }

  /** By the key itself, as files may be copied; keys of the first release do not tell. */
  private boolean isYounger(String file, Instant now, Duration age) throws IOException {
    Date made = readKey(file).getIssueTime();
    Instant since =
        made == null
            ? Files.getLastModifiedTime(folder.resolve(file)).toInstant()
            : made.toInstant();
    return now.isBefore(since.plus(age));
  }

  /**
   * What is to be published: the key that signs, the next one, and former ones for as long as
   * tokens of theirs may be about.
   */
  private Map<String, JWK> published(Instant now) throws IOException {
    Map<String, JWK> keys = new LinkedHashMap<>();
    for (String file : new String[] {PRIVATE_FILE, NEXT_FILE}) {
      if (Files.exists(folder.resolve(file))) {
        ECKey key = readKey(file);
        keys.put(key.getKeyID(), key.toPublicJWK());
      }
    }
    for (JWK former : readPublished().values()) {
      if (!keys.containsKey(former.getKeyID()) && former instanceof ECKey key) {
        Date until =
            key.getExpirationTime() == null
                ? Date.from(now.plus(OVERLAP))
                : key.getExpirationTime();
        if (now.isBefore(until.toInstant())) {
          keys.put(key.getKeyID(), new ECKey.Builder(key).expirationTime(until).build());
        }
      }
    }
    return keys;
  }

  private void publish(Map<String, JWK> keys) throws IOException {
    if (!isPublished(keys)) {
      write(PUBLIC_FILE, text(keys), "rw-r--r--");
    }
  }

  private boolean isPublished(Map<String, JWK> keys) throws IOException {
    Path file = folder.resolve(PUBLIC_FILE);
    return Files.exists(file) && Files.readString(file).equals(text(keys));
  }

  private static String text(Map<String, JWK> keys) {
    return JSONObjectUtils.toJSONString(new JWKSet(List.copyOf(keys.values())).toJSONObject());
  }

  /** The public keys as a JWK set (RFC 7517). */
  public String publicKeys() {
    try {
      return Files.readString(folder.resolve(PUBLIC_FILE));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whether both files are there to be read; asked with each token that is refused. */
  public boolean areReadable() {
    return Files.isReadable(folder.resolve(PRIVATE_FILE))
        && Files.isReadable(folder.resolve(PUBLIC_FILE));
  }

  /**
   * Makes sure that a node that started now could sign and verify tokens; both files are read anew.
   *
   * @throws IllegalStateException if the keys are not right, or others can read the signing key
   * @throws UncheckedIOException if they cannot be read
   */
  public void requireReadable() {
    try {
      if (JWKSet.parse(publicKeys()).getKeyByKeyId(readKey(PRIVATE_FILE).getKeyID()) == null) {
        throw new IllegalStateException(PUBLIC_FILE + " does not hold the signing key.");
      }
    } catch (ParseException malformed) {
      throw new IllegalStateException(PUBLIC_FILE + " is not a set of keys.");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The key that signs. Any node may have replaced it, so it is read again now and then. */
  ECKey signing() {
    Held known = held;
    Instant now = Instant.now();
    if (known == null || now.isAfter(known.readAt().plus(FRESH))) {
      known = new Held(readAgain(known), now);
      held = known;
    }
    return known.key();
  }

  /** A folder that cannot be read for a moment stops nobody from signing in. */
  private ECKey readAgain(Held known) {
    try {
      return readKey(PRIVATE_FILE);
    } catch (IOException failure) {
      if (known == null) {
        throw new UncheckedIOException(failure);
      }
      LOG.log(
          Level.WARNING, "The signing key cannot be read; going on with the one known", failure);
      return known.key();
    }
  }

  private ECKey readKey(String name) throws IOException {
    Path file = folder.resolve(name);
    OwnerOnly.check(file);
    try {
      return ECKey.parse(Files.readString(file));
    } catch (ParseException e) {
      // Without the cause: its message could show the key.
      throw new IllegalStateException(file + " is not a signing key.");
    }
  }

  private Map<String, JWK> readPublished() throws IOException {
    Map<String, JWK> keys = new LinkedHashMap<>();
    Path file = folder.resolve(PUBLIC_FILE);
    if (Files.exists(file)) {
      try {
        JWKSet.parse(Files.readString(file))
            .getKeys()
            .forEach(key -> keys.put(key.getKeyID(), key));
      } catch (ParseException damaged) {
        LOG.log(Level.WARNING, "{0} was damaged and is written anew.", file);
      }
    }
    return keys;
  }

  private static ECKey generate(Instant now) {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .issueTime(Date.from(now))
          .generate();
    } catch (JOSEException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** Written aside and moved into place: nobody ever reads half a key. */
  private void write(String name, String text, String permissions) throws IOException {
    Path file = folder.resolve(name);
    Path complete = folder.resolve(name + ".new");
    Files.deleteIfExists(complete);
    if (isPosix(folder)) {
      Files.createFile(complete, permissions(permissions));
    }
    Files.writeString(complete, text);
    Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }
}
