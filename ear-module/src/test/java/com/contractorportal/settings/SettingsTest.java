package com.contractorportal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @TempDir private Path folder;

  @Test
  void the_least_settings_suffice() {
    assertThat(Settings.mistakes(least())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "PORTAL_DB_URL jdbc:mariadb://db/portal",
        "PORTAL_DB_URL jdbc:mysql://db/?user=x",
        "PORTAL_KEYS_DIR keys",
        "PORTAL_STORE_DIR ../store",
        "PORTAL_SETUP_FILE first-operator",
        "PORTAL_HTTP_PORT 0",
        "PORTAL_HTTP_PORT 65536",
        "PORTAL_HTTP_PORT http",
        "PORTAL_COOKIE_SECURE yes",
        "PORTAL_SUPER_ADMIN_SECOND_FACTOR off",
        "PORTAL_MAP_TILE_URL https://tiles.example/{z}/{x}.png",
        "PORTAL_OIDC_EMAIL_DOMAINS @example.com",
        "PORTAL_REPORT_NIGHTLY_AT 25:00",
        "PORTAL_REPORT_WORKERS -1",
        "PORTAL_REPORT_LEASE 2m",
        "PORTAL_REPORT_RETRY_PAUSE 1m",
        "PORTAL_REPORT_BUDGET_TIME PT0S",
        "PORTAL_REPORT_BUDGET_SIZE 2GB",
        "PORTAL_IMPORT_LEASE PT0S",
        "PORTAL_FIGURES_PAUSE 30",
        "PORTAL_LOG_FORMAT xml",
        "PORTAL_RETENTION_MAIL PT5M",
        "PORTAL_SMTP_PORT smtp",
        "PORTAL_SMTP_SECURITY ssl",
        "PORTAL_SMTP_CA ca.pem",
        "PORTAL_MAIL_FROM portal",
        "PORTAL_PUBLIC_URL portal.example.com",
      })
  void a_wrong_value_is_said_in_a_sentence(String name, String value) {
    Map<String, String> environment = least();
    environment.put(name, value);

    assertThat(Settings.mistakes(environment))
        .singleElement()
        .asString()
        .startsWith(name + " must be ")
        .endsWith(", but is \"" + value.split("\\?")[0] + "\".");
  }

  @Test
  void a_token_that_can_be_guessed_is_refused_and_not_shown() {
    Map<String, String> environment = least();
    environment.put("PORTAL_METRICS_TOKEN", "guess");

    assertThat(Settings.mistakes(environment))
        .containsExactly("PORTAL_METRICS_TOKEN must be 16 characters or more, but is not.");
  }

  @Test
  void a_provider_is_named_with_what_its_word_counts_for() {
    Map<String, String> environment = least();
    environment.put("PORTAL_OIDC_ISSUER", "https://id.example.com/realms/company");
    environment.put("PORTAL_OIDC_CLIENT_ID", "portal");
    environment.put("PORTAL_PUBLIC_URL", "https://portal.example.com");

    assertThat(Settings.mistakes(environment))
        .singleElement()
        .asString()
        .startsWith("PORTAL_OIDC_ISSUER needs ");

    environment.put("PORTAL_OIDC_EMAIL_DOMAINS", "example.com,example.org");
    assertThat(Settings.mistakes(environment)).isEmpty();
  }

  @Test
  void the_mail_servers_account_and_password_belong_together() {
    Map<String, String> environment = least();
    environment.put("PORTAL_SMTP_PASSWORD", "secret-of-mail");

    assertThat(Settings.mistakes(environment))
        .singleElement()
        .asString()
        .contains("belong together")
        .doesNotContain("secret-of-mail");
  }

  @Test
  void letters_need_a_sender_and_somewhere_to_lead() {
    Map<String, String> environment = least();
    environment.put("PORTAL_SMTP_HOST", "smtp.example.com");
    environment.put("PORTAL_MAIL_FROM", "portal@example.com");

    assertThat(Settings.mistakes(environment)).singleElement().asString().contains("PUBLIC_URL");

    environment.put("PORTAL_PUBLIC_URL", "https://portal.example.com");
    assertThat(Settings.mistakes(environment)).isEmpty();
  }

  @Test
  void the_owners_name_and_password_belong_together() {
    Map<String, String> environment = least();
    environment.put("PORTAL_DB_OWNER_USER", "owner");

    assertThat(Settings.mistakes(environment))
        .singleElement()
        .asString()
        .contains("belong together");
  }

  @Test
  void what_the_server_would_replace_is_refused_and_not_shown() {
    Map<String, String> environment = least();
    environment.put("PORTAL_DB_PASSWORD", "a${HOME}b");

    assertThat(Settings.mistakes(environment))
        .containsExactly("PORTAL_DB_PASSWORD must not contain ${, which the server would replace.");
  }

  @Test
  void what_may_be_mistyped_is_pointed_out() {
    assertThat(
            Settings.unknown(
                Map.of(
                    "PORTAL_DB_PASWORD",
                    "x",
                    "PORTAL_DB_PASSWORD_FILE",
                    "/y",
                    "PORTAL_METRICS_TOKEN_FILE",
                    "/z",
                    "PATH",
                    "/bin")))
        .containsExactly("PORTAL_DB_PASWORD");
  }

  @Test
  void a_folder_that_cannot_be_written_hinders() throws IOException {
    Map<String, String> environment = least();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("PORTAL_HTTP_PORT", Integer.toString(free.getLocalPort()));
    }
    Path file = Files.createFile(folder.resolve("file"));
    environment.put("PORTAL_STORE_DIR", file.resolve("store").toString());

    assertThat(sentencesOf(environment))
        .isEqualTo(
            "PORTAL_STORE_DIR must name a folder that %s can write, but is \"%s\".\n"
                .formatted(System.getProperty("user.name"), file.resolve("store")));
  }

  @Test
  void a_port_in_use_hinders() throws IOException {
    Map<String, String> environment = least();
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("PORTAL_HTTP_PORT", Integer.toString(other.getLocalPort()));

      assertThat(sentencesOf(environment))
          .startsWith("The portal cannot listen on port " + other.getLocalPort() + " of 127.0.0.1")
          .hasLineCount(1);
    }
  }

  private String sentencesOf(Map<String, String> environment) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        new CheckSettings(environment, new PrintStream(said, true, StandardCharsets.UTF_8)).run();
    assertThat(status).isEqualTo(CheckSettings.WRONG_SETTING);
    return said.toString(StandardCharsets.UTF_8);
  }

  private Map<String, String> least() {
    Map<String, String> environment = new HashMap<>();
    environment.put("PORTAL_DB_URL", "jdbc:mysql://localhost:1/portal");
    environment.put("PORTAL_DB_USER", "portal");
    environment.put("PORTAL_DB_PASSWORD", "secret");
    environment.put("PORTAL_KEYS_DIR", folder.resolve("keys").toString());
    environment.put("PORTAL_STORE_DIR", folder.resolve("store").toString());
    return environment;
  }
}
