package com.contractorportal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.tenancy.CustomerId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in whichever store. */
abstract class FileStoreContract {

  static final CustomerId VERMONT = new CustomerId("ABCDEFGHJ");
  static final CustomerId CONNECTICUT = new CustomerId("JHGFEDCBA");

  /** More than two parts. */
  private static final int LONG = 2 * S3Store.PART + 12_345;

  @TempDir Path folder;

  /** New in each test, in a store that other tests may have written to. */
  private final String run = "reports/" + UUID.randomUUID();

  private final String name = run + "/season.csv";

  abstract FileStore store();

  @Test
  void a_file_is_there_once_it_is_published_and_not_before() throws Exception {
    try (FileStore.Draft draft = store().draft(VERMONT, name)) {
      draft.out().write(bytes("snow"));
      draft.seal();
      assertThatThrownBy(() -> store().size(VERMONT, name)).isInstanceOf(NoSuchFileException.class);
      assertThat(store().list(VERMONT)).noneMatch(file -> file.startsWith(run));

      draft.publish();
    }

    assertThat(store().size(VERMONT, name)).isEqualTo(4);
    assertThat(text(VERMONT, name)).isEqualTo("snow");
    assertThat(store().list(VERMONT)).contains(name);
  }

  @Test
  void a_file_that_takes_many_parts_is_the_one_that_was_written() throws Exception {
    byte[] content = new byte[LONG];
    new Random(7).nextBytes(content);

    try (FileStore.Draft draft = store().draft(VERMONT, name)) {
      draft.out().write(content, 0, 100);
      draft.out().write(content[100]);
      draft.out().write(content, 101, LONG - 101);
      assertThat(store().list(VERMONT)).noneMatch(file -> file.startsWith(run));
      draft.seal();
      assertThatThrownBy(() -> store().size(VERMONT, name)).isInstanceOf(NoSuchFileException.class);
      draft.publish();
    }

    assertThat(store().size(VERMONT, name)).isEqualTo(LONG);
    try (InputStream in = store().open(VERMONT, name, 0, Long.MAX_VALUE)) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    try (InputStream in = store().open(VERMONT, name, S3Store.PART - 5L, 10)) {
      assertThat(in.readAllBytes())
          .isEqualTo(java.util.Arrays.copyOfRange(content, S3Store.PART - 5, S3Store.PART + 5));
    }
  }

  @Test
  void a_part_of_a_file_is_read_as_far_as_there_is_one() throws Exception {
    write(VERMONT, name, "snowfall");

    assertThat(text(VERMONT, name, 0, 4)).isEqualTo("snow");
    assertThat(text(VERMONT, name, 4, 2)).isEqualTo("fa");
    assertThat(text(VERMONT, name, 4, Long.MAX_VALUE)).isEqualTo("fall");
    assertThat(text(VERMONT, name, 8, 1)).isEmpty();
    assertThat(text(VERMONT, name, 3, 0)).isEmpty();
  }

  @Test
  void a_file_may_be_empty() throws Exception {
    write(VERMONT, name, "");

    assertThat(store().size(VERMONT, name)).isZero();
    assertThat(text(VERMONT, name)).isEmpty();
  }

  @Test
  void the_old_file_stays_until_the_new_one_is_published() throws Exception {
    write(VERMONT, name, "old");
    try (FileStore.Draft draft = store().draft(VERMONT, name)) {
      draft.out().write(bytes("new"));
      draft.seal();
      assertThat(text(VERMONT, name)).isEqualTo("old");
      draft.publish();
    }

    assertThat(text(VERMONT, name)).isEqualTo("new");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, LONG})
  void a_draft_that_is_given_up_leaves_nothing(int length) throws Exception {
    try (FileStore.Draft draft = store().draft(VERMONT, name)) {
      draft.out().write(new byte[length]);
      Files.writeString(draft.scratch(), "scratch");
    }
    store().removeDrafts(VERMONT, run, Instant.MAX); // The scratch file only, if at all.

    assertThat(store().list(VERMONT)).doesNotContain(name);
    assertThat(store().removeDrafts(VERMONT, run, Instant.MAX)).isZero();
  }

  @Test
  void what_a_killed_writer_left_is_removed_when_it_is_old_and_then_cannot_be_published()
      throws Exception {
    try (FileStore.Draft killed = store().draft(VERMONT, name)) {
      killed.out().write(new byte[LONG]);

      assertThat(store().removeDrafts(VERMONT, run, Instant.now().minusSeconds(60))).isZero();
      assertThat(store().removeDrafts(CONNECTICUT, run, Instant.MAX)).isZero();
      assertThat(store().removeDrafts(VERMONT, run, Instant.MAX)).isEqualTo(1);

      assertThatThrownBy(
              () -> {
                killed.seal();
                killed.publish();
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(store().list(VERMONT)).doesNotContain(name);
  }

  @Test
  void a_customer_never_reaches_another_ones_file() throws Exception {
    write(VERMONT, name, "theirs");

    assertThatThrownBy(() -> store().open(CONNECTICUT, name, 0, 10))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> store().size(CONNECTICUT, name))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(store().list(CONNECTICUT)).doesNotContain(name);

    write(CONNECTICUT, name, "ours");
    store().remove(CONNECTICUT, run);

    assertThat(text(VERMONT, name)).isEqualTo("theirs");
    store().removeAll(CONNECTICUT);
    assertThat(text(VERMONT, name)).isEqualTo("theirs");
  }

  @Test
  void a_folder_goes_with_all_in_it_and_others_stay() throws Exception {
    String other = run + "0/season.csv";
    write(VERMONT, name, "gone");
    write(VERMONT, run + "/deep/er.csv", "gone");
    write(VERMONT, other, "stays");
    try (FileStore.Draft left = store().draft(VERMONT, run + "/late.csv")) {
      left.out().write(new byte[LONG]);
      store().remove(VERMONT, run);
      assertThat(store().removeDrafts(VERMONT, run, Instant.MAX)).isZero();
    } catch (IOException goneAlready) {
      // What is closed was removed before.
    }

    assertThat(store().list(VERMONT)).contains(other).noneMatch(file -> file.startsWith(run + "/"));
    store().remove(VERMONT, run); // Nothing there any more.
  }

  @Test
  void all_that_a_customer_has_goes_and_is_counted() throws Exception {
    store().removeAll(VERMONT);
    write(VERMONT, name, "report");
    write(VERMONT, "photos/a.jpg", "photo");
    write(VERMONT, "never-thought-of/b", "anything");
    assertThat(store().list(VERMONT)).containsExactly("never-thought-of/b", "photos/a.jpg", name);

    assertThat(store().removeAll(VERMONT)).isEqualTo(3);

    assertThat(store().list(VERMONT)).isEmpty();
    assertThat(store().removeAll(VERMONT)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "reports",
        "reports/",
        "/reports/a",
        "../a",
        "reports/..",
        "reports/../JHGFEDCBA/a",
        "reports/./a",
        "reports//a",
        "reports/a\\..\\b",
        "reports/a\0",
        "reports/a\n",
        "REPORTS/a",
        "rep.orts/a"
      })
  void a_name_that_could_lead_elsewhere_is_refused(String elsewhere) {
    assertThatThrownBy(() -> store().draft(VERMONT, elsewhere))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().open(VERMONT, elsewhere, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().remove(VERMONT, elsewhere))
        .isInstanceOf(IllegalArgumentException.class);
  }

  void write(CustomerId customer, String file, String text) throws IOException {
    try (FileStore.Draft draft = store().draft(customer, file)) {
      draft.out().write(bytes(text));
      draft.seal();
      draft.publish();
    }
  }

  String text(CustomerId customer, String file) throws IOException {
    return text(customer, file, 0, Long.MAX_VALUE);
  }

  private String text(CustomerId customer, String file, long from, long count) throws IOException {
    try (InputStream in = store().open(customer, file, from, count)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
