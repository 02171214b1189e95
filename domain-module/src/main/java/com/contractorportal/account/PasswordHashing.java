package com.contractorportal.account;

import com.contractorportal.rule.Overloaded;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Argon2id with the parameters of the OWASP Password Storage Cheat Sheet (19 MiB, two passes). Only
 * so many at once as there are processors: more would only take each other's memory and time.
 */
@ApplicationScoped
class PasswordHashing {

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int PATIENCE_SECONDS = 20;

  /**
   * Whoever waits holds a thread of the server. Beyond so many, one is turned away at once: a flood
   * of sign-ins may keep others from signing in, never from working.
   */
  static final int MOST_WAITING = 32;

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /** How many hashes are computed at a time. */
  static final int PLACES = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Semaphore places = new Semaphore(PLACES, true);

  /** A hash like any other of a password that nobody knows. */
  private final String nobodys = encode(SecretToken.generate().text());

  /** The encoded hash, with its parameters and salt, of a new password. */
  String hash(String password) {
    return inPlace(() -> encode(password));
  }

  /** Whether the password is the one of the encoded hash. */
  boolean isRight(String password, String encodedHash) {
    return inPlace(
        () ->
            Password.check(normalized(password), encodedHash)
                .with(Argon2Function.getInstanceFromHash(encodedHash)));
  }

  /**
   * A hash to check a password against where there is no account: the same work for the same no.
   */
  String hashOfNobody() {
    return nobodys;
  }

  private static String encode(String password) {
    return Password.hash(normalized(password)).addRandomSalt(SALT_BYTES).with(ARGON2).getResult();
  }

  /** One keyboard writes é as one character, another as two. */
  private static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /**
   * @throws Overloaded if too many wait, or the wait was too long
   */
  <T> T inPlace(Supplier<T> work) {
    if (waiting() >= MOST_WAITING) {
      throw new Overloaded();
    }
    boolean taken = false;
    try {
      taken = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!taken) {
        throw new Overloaded();
      }
      return work.get();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Overloaded();
    } finally {
      if (taken) {
        places.release();
      }
    }
  }

  int waiting() {
    return places.getQueueLength();
  }
}
