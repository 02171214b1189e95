package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** What a person has on their phone. */
record Authenticator(String secret) {

  /** Gives a person a second factor, whose password is that of all tests. */
  static Authenticator setUp(PortalClient person) {
    String factor = "/api/auth/second-factor";
    Answer begun =
        person.post(factor + "/enrolment", "{\"password\":\"" + PortalSystem.PASSWORD + "\"}");
    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    Authenticator phone = new Authenticator(begun.json().getString("secret"));
    Answer set = person.post(factor + "/confirmation", "{\"code\":\"" + phone.now() + "\"}");
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
    return phone;
  }

  /** The code of this moment. */
  String now() {
    return at(Instant.now());
  }

  /** The next code, which is good already: clocks differ. */
  String next() {
    return at(Instant.now().plus(Duration.ofSeconds(30)));
  }

  /** A code that was good an hour ago. */
  String old() {
    return at(Instant.now().minus(Duration.ofHours(1)));
  }

  private String at(Instant time) {
    TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    try {
      return codes.generateOneTimePasswordString(
          new SecretKeySpec(new Base32().decode(secret), codes.getAlgorithm()), time);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
