package com.contractorportal.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
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
import java.util.Set;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that sign access tokens, in a folder that all nodes share: {@code signing.jwk}, which
 * only the server's own account may read, and {@code jwks.json}, by which tokens are verified.
 */
@ApplicationScoped
public class SigningKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class.getName());

  private static final String PRIVATE_FILE = "signing.jwk";
  private static final String PUBLIC_FILE = "jwks.json";

  private final Path folder;
  private volatile ECKey key;

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
      Path privateFile = folder.resolve(PRIVATE_FILE);
      if (!Files.exists(privateFile)) {
        write(privateFile, generate().toJSONString(), "rw-------");
        LOG.info("Made a new key for signing access tokens.");
      }
      ECKey signing = signing();
      String publicKeys =
          JSONObjectUtils.toJSONString(new JWKSet(signing.toPublicJWK()).toJSONObject());
      Path publicFile = folder.resolve(PUBLIC_FILE);
      if (!Files.exists(publicFile) || !Files.readString(publicFile).equals(publicKeys)) {
        write(publicFile, publicKeys, "rw-r--r--");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "The folder of the signing keys (PORTAL_KEYS_DIR) cannot be used.", failure);
    }
  }

  /** The public keys as a JWK set (RFC 7517). */
  public String publicKeys() {
    try {
      return Files.readString(folder.resolve(PUBLIC_FILE));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whether tokens can be signed and verified at present. */
  public boolean areReadable() {
    return Files.isReadable(folder.resolve(PRIVATE_FILE))
        && Files.isReadable(folder.resolve(PUBLIC_FILE));
  }

  ECKey signing() {
    if (key == null) {
      key = read();
    }
    return key;
  }

  private ECKey read() {
    Path file = folder.resolve(PRIVATE_FILE);
    try {
      OwnerOnly.check(file);
      return ECKey.parse(Files.readString(file));
    } catch (ParseException e) {
      // Without the cause: its message could show the key.
      throw new IllegalStateException(file + " is not a signing key.");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** Written aside and moved into place: nobody ever reads half a key. */
  private void write(Path file, String text, String permissions) throws IOException {
    Path complete = file.resolveSibling(file.getFileName() + ".new");
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
