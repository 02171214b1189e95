package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

  private static final Duration NINETY_DAYS = Duration.ofDays(90);

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
    assertThatCode(later::requireReadable).doesNotThrowAnyException();
  }

  @Test
  void keys_that_are_damaged_lost_or_of_different_pairs_are_noticed_at_once() throws Exception {
    SigningKeys keys = prepared();
    String published = keys.publicKeys();
    Path file = folder.resolve("jwks.json");

    Files.writeString(file, "{}");
    assertThatThrownBy(keys::requireReadable).isInstanceOf(IllegalStateException.class);

    Files.writeString(file, published.replace(keys.signing().getKeyID(), "another"));
    assertThatThrownBy(keys::requireReadable).isInstanceOf(IllegalStateException.class);

    Files.writeString(file, published);
    Files.delete(folder.resolve("signing.jwk"));
    assertThatThrownBy(keys::requireReadable).isInstanceOf(UncheckedIOException.class);
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

  @Test
  void a_young_key_stays() {
    SigningKeys keys = prepared();
    String published = keys.publicKeys();

    assertThat(keys.isRotationDue(now().plus(NINETY_DAYS).minusSeconds(60), NINETY_DAYS)).isFalse();
    keys.rotate(now().plus(NINETY_DAYS).minusSeconds(60), NINETY_DAYS);

    assertThat(keys.publicKeys()).isEqualTo(published);
    assertThat(folder.resolve("next.jwk")).doesNotExist();
  }

  @Test
  void an_old_key_is_replaced_in_three_steps_an_hour_apart() throws Exception {
    SigningKeys keys = prepared();
    SigningKeys otherNode = prepared();
    String old = keys.signing().getKeyID();
    Instant day90 = now().plus(NINETY_DAYS);

    step(keys, day90);
    assertThat(published(keys)).hasSize(2).contains(old);
    assertThat(keys.signing().getKeyID()).as("the next one is only announced").isEqualTo(old);
    assertThat(permissions(folder.resolve("next.jwk"))).isEqualTo("rw-------");
    assertThat(keys.isRotationDue(day90.plus(Duration.ofMinutes(59)), NINETY_DAYS)).isFalse();

    step(otherNode, day90.plus(Duration.ofMinutes(61)));
    String young = prepared().signing().getKeyID();
    assertThat(young).isNotEqualTo(old);
    assertThat(published(keys)).containsExactlyInAnyOrder(old, young);
    assertThat(folder.resolve("next.jwk")).doesNotExist();
    assertThat(Files.readString(folder.resolve("signing.jwk"))).contains(young);
    assertThat(keys.isRotationDue(day90.plus(Duration.ofMinutes(120)), NINETY_DAYS)).isFalse();

    step(keys, day90.plus(Duration.ofMinutes(122)));
    assertThat(published(keys)).containsExactly(young);
    assertThat(keys.isRotationDue(day90.plus(Duration.ofMinutes(123)), NINETY_DAYS)).isFalse();
  }

  @Test
  void an_operator_may_wish_for_a_new_key() throws Exception {
    SigningKeys keys = prepared();
    Files.createFile(folder.resolve("rotate"));

    step(keys, now());

    assertThat(published(keys)).hasSize(2);
    assertThat(folder.resolve("rotate")).doesNotExist();
    assertThat(keys.isRotationDue(now(), NINETY_DAYS)).isFalse();
  }

  @Test
  void what_a_node_that_died_left_undone_is_done_by_the_next() throws Exception {
    SigningKeys keys = prepared();
    String old = keys.signing().getKeyID();
    Instant day90 = now().plus(NINETY_DAYS);
    step(keys, day90);
    // Died when the next key was in place and had not yet been written among the public ones.
    Files.move(
        folder.resolve("next.jwk"),
        folder.resolve("signing.jwk"),
        StandardCopyOption.REPLACE_EXISTING);

    Instant later = day90.plus(Duration.ofMinutes(61));
    assertThat(keys.isRotationDue(later, NINETY_DAYS)).isTrue();
    keys.rotate(later, NINETY_DAYS);

    assertThat(published(keys)).hasSize(2).contains(old);
    assertThat(keys.isRotationDue(later.plus(Duration.ofMinutes(59)), NINETY_DAYS)).isFalse();
    step(keys, later.plus(Duration.ofMinutes(61)));
    assertThat(published(keys)).hasSize(1).doesNotContain(old);
  }

  @Test
  void public_keys_never_hold_anything_private_while_they_rotate() throws Exception {
    SigningKeys keys = prepared();
    step(keys, now().plus(NINETY_DAYS));
    step(keys, now().plus(NINETY_DAYS).plus(Duration.ofMinutes(61)));

    assertThat(JWKSet.parse(keys.publicKeys()).getKeys()).hasSize(2).noneMatch(JWK::isPrivate);
  }

  @Test
  void a_key_of_the_first_release_is_as_old_as_its_file() throws Exception {
    prepared();
    Path file = folder.resolve("signing.jwk");
    ECKey key = ECKey.parse(Files.readString(file));
    Files.writeString(file, new ECKey.Builder(key).issueTime(null).build().toJSONString());
    Files.setLastModifiedTime(file, FileTime.from(now().minus(NINETY_DAYS)));

    assertThat(prepared().isRotationDue(now(), NINETY_DAYS)).isTrue();
  }

  private static void step(SigningKeys keys, Instant at) {
    assertThat(keys.isRotationDue(at, NINETY_DAYS)).isTrue();
    keys.rotate(at, NINETY_DAYS);
  }

  private static List<String> published(SigningKeys keys) throws Exception {
    return JWKSet.parse(keys.publicKeys()).getKeys().stream().map(JWK::getKeyID).toList();
  }

  private static Instant now() {
    return Instant.now();
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
