package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void a_folder_that_is_not_there_yet() {
    folder = parent.resolve("keys");
  }

  @Test
  void keys_are_made_once() throws Exception {
    SigningKeys first = prepared();

    SigningKeys later = prepared();

    assertThat(later.publicKeys()).isEqualTo(first.publicKeys());
    assertThat(later.signing()).isEqualTo(first.signing());
    assertThat(later.areReadable()).isTrue();
  }

  @Test
  void only_the_owner_may_read_the_signing_key() throws Exception {
    prepared();

    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("signing.jwk"))).isEqualTo("rw-------");
  }

  @Test
  void the_public_keys_hold_nothing_private() throws Exception {
    JWKSet published = JWKSet.parse(prepared().publicKeys());

    assertThat(published.getKeys()).singleElement().matches(key -> !key.isPrivate());
    assertThat(published.getKeys().get(0).getKeyID()).isEqualTo(prepared().signing().getKeyID());
  }

  @Test
  void a_signing_key_that_others_can_read_is_refused() throws Exception {
    prepared();
    Files.setPosixFilePermissions(
        folder.resolve("signing.jwk"), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(this::prepared)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void lost_public_keys_are_written_again() throws Exception {
    String published = prepared().publicKeys();
    Files.delete(folder.resolve("jwks.json"));

    assertThat(prepared().publicKeys()).isEqualTo(published);
  }

  private SigningKeys prepared() {
    SigningKeys keys = new SigningKeys(folder.toString());
    keys.prepare();
    return keys;
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
