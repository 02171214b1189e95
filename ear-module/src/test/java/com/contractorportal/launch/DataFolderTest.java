package com.contractorportal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path temporary;

  @Test
  void the_password_is_made_once_and_readable_by_its_owner_only() throws Exception {
    Path path = temporary.resolve("data");
    String password;
    try (DataFolder folder = DataFolder.take(path)) {
      password = folder.password();
    }
    try (DataFolder folder = DataFolder.take(path)) {
      assertThat(folder.password()).isEqualTo(password).hasSizeGreaterThanOrEqualTo(16);
    }
    assertThat(Files.getPosixFilePermissions(path.resolve("demo-password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(path))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_folder_with_other_peoples_files_is_refused() throws IOException {
    Files.writeString(temporary.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> DataFolder.take(temporary))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("holds other files");
    assertThat(temporary.resolve("thesis.txt")).exists();
  }

  @Test
  void starting_anew_keeps_the_folder_taken() throws Exception {
    try (DataFolder folder = DataFolder.take(temporary.resolve("data"))) {
      Files.createDirectories(folder.path().resolve("database/data"));
      Files.writeString(folder.path().resolve("database/data/file"), "old");

      folder.empty();

      assertThat(folder.path().resolve("database")).doesNotExist();
      assertThatThrownBy(() -> DataFolder.take(folder.path()))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("Another run of the portal is using");
    }
  }
}
