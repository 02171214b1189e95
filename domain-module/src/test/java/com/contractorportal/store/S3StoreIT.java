package com.contractorportal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

@Tag("any-database")
class S3StoreIT extends FileStoreContract {

  private static final String SECRET = "not-to-be-told";

  private static S3Server server;
  private static S3Client client;

  @BeforeAll
  static void start_a_server() throws Exception {
    server = new S3Server();
    client = client(server.endpoint());
  }

  @AfterAll
  static void stop_the_server() {
    client.close();
    server.close();
  }

  @Override
  FileStore store() {
    return in(client, S3Server.BUCKET);
  }

  @Test
  void reports_lie_in_the_bucket_under_the_name_they_have_in_a_folder_and_all_else_in_the_folder()
      throws Exception {
    store().removeAll(VERMONT);
    write(VERMONT, "reports/run/season.csv", "snow");
    write(VERMONT, "photos/a.jpg", "photo");

    assertThat(
            client
                .listObjectsV2Paginator(
                    list -> list.bucket(S3Server.BUCKET).prefix("here/reports/" + VERMONT))
                .contents()
                .stream()
                .map(S3Object::key))
        .containsExactly("here/reports/" + VERMONT + "/run/season.csv");
    assertThat(files()).containsExactly(Path.of("photos", VERMONT.value(), "a.jpg"));
  }

  @Test
  void what_was_written_before_there_was_a_bucket_is_found_and_goes_like_all_else()
      throws Exception {
    Path old = folder.resolve("reports").resolve(VERMONT.value()).resolve("old/season.csv");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "old");

    assertThat(text(VERMONT, "reports/old/season.csv")).isEqualTo("old");
    assertThat(store().size(VERMONT, "reports/old/season.csv")).isEqualTo(3);
    assertThat(store().list(VERMONT)).contains("reports/old/season.csv");

    store().remove(VERMONT, "reports/old");

    assertThat(old).doesNotExist();
  }

  @Test
  void a_bucket_that_is_not_there_is_told_from_a_file_that_is_not_and_secrets_are_not_told()
      throws Exception {
    FileStore none = in(client, "no-such-bucket");

    assertThatThrownBy(() -> none.open(VERMONT, "reports/run/a.csv", 0, 1))
        .isExactlyInstanceOf(IOException.class)
        .hasMessageContaining("bucket refused")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void a_server_that_does_not_answer_is_a_failure_of_the_store() throws Exception {
    try (S3Client nobody = client(URI.create("http://127.0.0.1:1"))) {
      FileStore gone = in(nobody, S3Server.BUCKET);
      assertThatThrownBy(
              () -> {
                try (FileStore.Draft draft = gone.draft(VERMONT, "reports/run/a.csv")) {
                  draft.out().write(1);
                  draft.seal();
                  draft.publish();
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot be reached")
          .hasMessageNotContaining(SECRET);
    }
  }

  private FileStore in(S3Client where, String bucket) {
    return new S3Store(where, bucket, "here/", "reports", new FolderStore(folder));
  }

  private static S3Client client(URI endpoint) {
    return ConfiguredStore.client(
        Optional.of(endpoint),
        "us-east-1",
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", SECRET)));
  }

  private Stream<Path> files() throws IOException {
    return Files.walk(folder).filter(Files::isRegularFile).map(folder::relativize);
  }
}
