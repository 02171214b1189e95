package com.contractorportal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FolderStoreTest extends FileStoreContract {

  @Override
  FileStore store() {
    return FileStore.inFolder(folder);
  }

  @Test
  void a_file_lies_under_its_kind_and_customer() throws Exception {
    write(VERMONT, "reports/run/season.csv", "snow");

    assertThat(folder.resolve(Path.of("reports", VERMONT.value(), "run", "season.csv")))
        .hasContent("snow");
  }
}
