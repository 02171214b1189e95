package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorSealTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private final UUID account = UUID.randomUUID();

  @TempDir private Path folder;
  private FactorSeal seal;

  @BeforeEach
  void a_key() {
    seal = new FactorSeal(folder.toString());
    seal.prepare();
  }

  @Test
  void what_is_sealed_is_opened_by_another_node_and_does_not_show() {
    byte[] sealed = seal.seal(account, SECRET);

    FactorSeal other = new FactorSeal(folder.toString());
    other.prepare();
    assertThat(other.open(account, sealed)).isEqualTo(SECRET);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890");
    assertThat(seal.seal(account, SECRET)).isNotEqualTo(sealed);
  }

  @Test
  void what_was_sealed_for_somebody_else_opens_nothing() {
    byte[] sealed = seal.seal(account, SECRET);

    assertThatThrownBy(() -> seal.open(UUID.randomUUID(), sealed))
        .isInstanceOf(SecondFactorUnreadable.class);
  }

  @Test
  void a_key_that_others_may_read_is_not_used() throws IOException {
    Path file = folder.resolve("second-factor.key");
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> seal.seal(account, SECRET)).hasMessageContaining("chmod 600");
  }
}
