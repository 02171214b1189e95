package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.store.FileStore;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportStoreTest {

  private static final CustomerId VERMONT = new CustomerId("ABCDEFGHJ");
  private static final CustomerId CONNECTICUT = new CustomerId("JHGFEDCBA");
  private static final UUID RUN = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final String NAME = "season-summary-2026-11-20.csv";

  @TempDir private Path folder;

  private ReportStore store;

  @BeforeEach
  void open_the_store() {
    store = new ReportStore(FileStore.inFolder(folder));
  }

  @Test
  void a_file_lies_under_its_customer_and_run() throws Exception {
    ReportFileView file = as(VERMONT, () -> published("snow"));

    assertThat(files()).containsExactly(Path.of("reports", VERMONT.value(), RUN.toString(), NAME));
    assertThat(file.name()).isEqualTo(NAME);
    assertThat(file.byteCount()).isEqualTo(4);
    // printf snow | sha256sum
    assertThat(file.sha256())
        .isEqualTo("a746222f09d85605c52d4e636788d6ffdc274698b98b8c5f3244c06958683a69");
    assertThat(as(VERMONT, this::content)).isEqualTo("snow");
  }

  @Test
  void a_customer_never_reaches_another_ones_file() throws Exception {
    as(VERMONT, () -> published("snow"));

    assertThatThrownBy(() -> as(CONNECTICUT, this::content))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> store.content(RUN, NAME))
        .isInstanceOf(CurrentCustomer.NoCustomerBound.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../x.csv",
        "a/b.csv",
        "a\\b.csv",
        "/etc/passwd",
        ".hidden",
        "a..csv",
        "a.csv\0",
        "A.csv",
        "a b.csv",
        "a.csv\n"
      })
  void a_name_that_could_leave_the_folder_is_refused(String name) {
    assertThatThrownBy(() -> as(VERMONT, () -> store.content(RUN, name)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> as(VERMONT, () -> store.draft(RUN, name)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_draft_that_is_given_up_leaves_nothing() throws Exception {
    as(
        VERMONT,
        () -> {
          try (ReportDraft draft = store.draft(RUN, NAME)) {
            draft.out().write('x');
            assertThat(files()).hasSize(1);
          }
          return null;
        });

    assertThat(files()).isEmpty();
  }

  @Test
  void a_new_attempt_clears_what_a_killed_one_left_and_keeps_the_whole_file_until_it_is_done()
      throws Exception {
    as(VERMONT, () -> published("old"));
    as(
        VERMONT,
        () -> {
          ReportDraft killed = store.draft(RUN, NAME); // Never closed.
          killed.out().write('k');
          Files.writeString(killed.scratch(), "killed");
          store.begin(RUN);
          try (ReportDraft draft = store.draft(RUN, NAME)) {
            draft.out().write("new".getBytes(StandardCharsets.UTF_8));
            draft.seal("text/csv");
            assertThat(content()).isEqualTo("old");
            assertThat(files()).hasSize(2);
            draft.publish();
          }
          assertThat(content()).isEqualTo("new");
          return null;
        });

    assertThat(files()).hasSize(1);
  }

  @Test
  void a_run_has_several_files() throws Exception {
    String other = "season-summary-2026-11-20.xlsx";
    as(
        VERMONT,
        () -> {
          store.begin(RUN);
          try (ReportDraft one = store.draft(RUN, NAME);
              ReportDraft two = store.draft(RUN, other)) {
            one.out().write('1');
            two.out().write('2');
            one.seal("text/csv");
            two.seal("text/csv");
            one.publish();
            two.publish();
          }
          return null;
        });

    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder(NAME, other);
  }

  private ReportFileView published(String text) throws Exception {
    try (ReportDraft draft = store.draft(RUN, NAME)) {
      draft.out().write(text.getBytes(StandardCharsets.UTF_8));
      ReportFileView file = draft.seal("text/csv");
      draft.publish();
      return file;
    }
  }

  private String content() throws Exception {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    store.content(RUN, NAME).writeTo(content, 0, Long.MAX_VALUE);
    return content.toString(StandardCharsets.UTF_8);
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).toList();
    }
  }

  private static <T> T as(CustomerId customer, Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(customer, Actor.portal("test", "test"), work);
  }
}
