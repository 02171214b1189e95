package com.contractorportal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings are named by the code, its check, the guide and the sample: all name the same ones. */
class SettingsAgreeTest {

  private static final Path CHECKOUT = Path.of("..");

  private static final Pattern VARIABLE = Pattern.compile("\\bPORTAL_[A-Z_]+\\b");
  private static final Pattern PROPERTY =
      Pattern.compile("@ConfigProperty\\(\\s*name = \"(portal\\.[a-z.]+)\"");

  /** {@code bin/portal} takes it from the URL, as boot commands need it. */
  private static final String DERIVED = "PORTAL_DB_SCHEMA";

  @Test
  void the_code_reads_what_is_checked() throws IOException {
    Set<String> read = new TreeSet<>();
    for (String module : List.of("domain-module", "batch-module", "web-module")) {
      try (Stream<Path> files = Files.walk(CHECKOUT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          PROPERTY
              .matcher(Files.readString(file))
              .results()
              .map(found -> found.group(1).toUpperCase(Locale.ROOT).replace('.', '_'))
              .forEach(read::add);
        }
      }
    }
    read.addAll(variables("ear-module/src/main/portal/conf/preboot.asadmin"));
    read.addAll(variables("ear-module/src/main/portal/bin/portal"));
    read.remove(DERIVED);

    assertThat(read).containsExactlyInAnyOrderElementsOf(Settings.names());
  }

  @Test
  void the_guide_explains_all_settings_and_no_others() throws IOException {
    String table =
        Files.readAllLines(CHECKOUT.resolve("docs/guides/operations.md")).stream()
            .filter(line -> line.startsWith("| `PORTAL_"))
            .map(line -> line.split("\\|")[1])
            .collect(Collectors.joining("\n"));

    assertThat(variablesIn(table)).containsExactlyInAnyOrderElementsOf(Settings.names());
  }

  @Test
  void the_sample_names_all_settings_and_no_others() throws IOException {
    assertThat(variables("ear-module/src/main/portal/conf/portal.env"))
        .containsExactlyInAnyOrderElementsOf(Settings.names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile", "compose.yaml", "portal.service"})
  void deployments_name_settings_only(String file) throws IOException {
    assertThat(variables("deploy/" + file)).isNotEmpty().isSubsetOf(Settings.names());
  }

  private static Set<String> variables(String file) throws IOException {
    return variablesIn(Files.readString(CHECKOUT.resolve(file)));
  }

  private static Set<String> variablesIn(String text) {
    return VARIABLE
        .matcher(text)
        .results()
        .map(found -> found.group().replaceFirst("_(PASSWORD|TOKEN|SECRET)_FILE$", "_$1"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
