package com.contractorportal.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("own-database")
class EmbeddedDatabaseIT {

  private static final int ACCESS_DENIED = 1045;

  @TempDir private static Path folder;

  private static EmbeddedDatabase database;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.startIn(folder.resolve("kept"));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({"'',''", "root,''", "root,root", "portal,''", "portal_owner,''", "mysql,''", "'',x"})
  void a_login_without_the_password_is_refused(String user, String password) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(
            () -> DatabaseConnection.open(database.jdbcUrl(), new DatabaseAccount(user, password)))
        .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(ACCESS_DENIED));
  }

  @Test
  void only_the_three_accounts_exist_besides_the_servers_own_locked_one() throws SQLException {
    try (Connection root = connect(database.administrator())) {
      assertThat(
              Rows.column(
                  root,
                  "SELECT User FROM mysql.global_priv"
                      + " WHERE COALESCE(JSON_VALUE(Priv, '$.account_locked'), 0) <> 1"))
          .containsExactlyInAnyOrder("root", "portal_owner", "portal");
      assertThat(Rows.column(root, "SELECT User FROM mysql.global_priv WHERE User = ''")).isEmpty();
    }
  }

  @Test
  void the_server_listens_on_the_loopback_address_only() throws IOException {
    String port = ":%04X".formatted(database.port());
    List<String> listening = new ArrayList<>();
    for (String protocol : List.of("tcp", "tcp6")) {
      Path sockets = Path.of("/proc/net", protocol);
      if (Files.exists(sockets)) {
        for (String line : Files.readAllLines(sockets)) {
          String[] fields = line.strip().split("\\s+");
          if (fields[1].endsWith(port) && fields[3].equals("0A")) {
            listening.add(fields[1]);
          }
        }
      }
    }
    assertThat(listening).containsExactly("0100007F" + port);
  }

  @Test
  void passwords_are_readable_by_their_owner_only() throws IOException {
    assertThat(permissions(database.folder().resolve("accounts.properties")))
        .isEqualTo("rw-------");
    assertThat(permissions(database.folder())).isEqualTo("rwx------");
    assertThat(database.owner()).asString().doesNotContain(database.owner().password());
  }

  @Test
  void the_owner_reaches_no_other_schema_and_the_application_nothing_before_migration()
      throws SQLException {
    try (Connection owner = connect(database.owner());
        Connection root = connect(database.administrator())) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> Rows.execute(owner, "SELECT * FROM mysql.global_priv"));
      assertThat(Rows.column(root, "SELECT Db FROM mysql.db WHERE User = 'portal'")).isEmpty();
    }
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> connect(database.application()).close())
        .withMessageContaining("denied");
  }

  @Test
  void the_server_is_strict_and_speaks_full_unicode_in_utc() throws SQLException {
    try (Connection owner = connect(database.owner())) {
      assertThat(
              Rows.column(
                  owner,
                  "SELECT CONCAT_WS(' ', @@character_set_server, @@collation_server,"
                      + " @@global.time_zone, @@sql_mode LIKE '%STRICT_ALL_TABLES%')"))
          .containsExactly("utf8mb4 utf8mb4_unicode_520_ci +00:00 1");
    }
  }

  @Test
  void a_folder_in_use_is_refused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> EmbeddedDatabase.startIn(database.folder()))
        .withMessageContaining("is in use by another running portal");
  }

  @Test
  void a_restart_keeps_rows_and_passwords_and_close_ends_the_process() throws SQLException {
    Path data = folder.resolve("restarted");
    EmbeddedDatabase first = EmbeddedDatabase.startIn(data);
    try (Connection owner = DatabaseConnection.open(first.jdbcUrl(), first.owner())) {
      Rows.execute(owner, "CREATE TABLE kept (id INT)", "INSERT INTO kept VALUES (7)");
    }
    assertThat(ProcessHandle.of(first.pid())).isPresent();
    first.close();
    assertThat(ProcessHandle.of(first.pid())).isEmpty();

    try (EmbeddedDatabase second = EmbeddedDatabase.startIn(data);
        Connection owner = DatabaseConnection.open(second.jdbcUrl(), first.owner())) {
      assertThat(Rows.column(owner, "SELECT id FROM kept")).containsExactly("7");
    }
  }

  @Test
  void a_server_that_a_killed_process_left_behind_is_replaced() throws Exception {
    Path data = folder.resolve("abandoned");
    Process abandoning =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Abandoning.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("abandoning.txt").toFile())
            .start();
    assertThat(abandoning.waitFor(120, TimeUnit.SECONDS)).isTrue();
    long left = Long.parseLong(Files.readString(data.resolve("mariadbd.pid")).strip());
    assertThat(ProcessHandle.of(left)).isPresent();

    try (EmbeddedDatabase next = EmbeddedDatabase.startIn(data);
        Connection owner = DatabaseConnection.open(next.jdbcUrl(), next.owner())) {
      assertThat(ProcessHandle.of(left)).isEmpty();
      assertThat(Rows.tables(owner)).isEmpty();
    }
  }

  @Test
  void a_temporary_server_leaves_no_files() {
    EmbeddedDatabase temporary = EmbeddedDatabase.startTemporary();
    assertThat(temporary.folder()).exists();

    temporary.close();

    assertThat(temporary.folder()).doesNotExist();
  }

  private static Connection connect(DatabaseAccount account) throws SQLException {
    return DatabaseConnection.open(database.jdbcUrl(), account);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** Starts a server and is gone without stopping it, as after SIGKILL. */
  static final class Abandoning {
    private Abandoning() {}

    public static void main(String[] arguments) {
      EmbeddedDatabase.startIn(Path.of(arguments[0]));
      Runtime.getRuntime().halt(137);
    }
  }
}
