package com.contractorportal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals the secrets of authenticators with a key that stands beside the signing keys, {@code
 * second-factor.key}: who has the database alone cannot make codes. Each is bound to its account,
 * so that a row put into another's place opens nothing.
 */
@ApplicationScoped
public class FactorSeal {

  private static final Logger LOG = Logger.getLogger(FactorSeal.class.getName());
  private static final String FILE = "second-factor.key";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private volatile SecretKeySpec key;

  protected FactorSeal() {
    file = null;
  }

  @Inject
  public FactorSeal(@ConfigProperty(name = "portal.keys.dir") String folder) {
    this.file = Path.of(folder).toAbsolutePath().resolve(FILE);
  }

  /** Makes the key unless it is there. Nodes must not do this at the same time. */
  public void prepare() {
    if (Files.exists(file)) {
      return;
    }
    byte[] random = new byte[KEY_BYTES];
    RANDOM.nextBytes(random);
    try {
      Path complete = file.resolveSibling(FILE + ".new");
      Files.deleteIfExists(complete);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            complete,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(complete, Base64.getEncoder().encodeToString(random));
      Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  byte[] seal(UUID account, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed;
    try {
      sealed = apply(Cipher.ENCRYPT_MODE, account, nonce, secret);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * @throws SecondFactorUnreadable if the secret is another account's, or was sealed with a key
   *     that is gone
   */
  byte[] open(UUID account, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    try {
      return apply(Cipher.DECRYPT_MODE, account, nonce, rest);
    } catch (GeneralSecurityException failure) {
      LOG.log(
          Level.SEVERE,
          "A second factor cannot be read: {0} is not the key that it was sealed with.",
          file);
      throw new SecondFactorUnreadable();
    }
  }

  /** A key for something else that all nodes are to open: none tells the other. */
  SecretKey derived(String purpose) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key().getEncoded(), MAC));
      return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private byte[] apply(int mode, UUID account, byte[] nonce, byte[] text)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(Sha256.of(account.toString()));
    return cipher.doFinal(text);
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) {
      try {
        OwnerOnly.check(file);
        known =
            new SecretKeySpec(Base64.getDecoder().decode(Files.readString(file).strip()), "AES");
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      key = known;
    }
    return known;
  }
}
