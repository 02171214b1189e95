package com.contractorportal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

  private static final String LETTERS = "com.contractorportal.account.letters";
  private static final Pattern FILLED = Pattern.compile("\\{\\d+");

  @ParameterizedTest
  @ValueSource(
      strings = {
        LETTERS,
        "com.contractorportal.member.letters",
        "com.contractorportal.notification.letters",
        "com.contractorportal.report.letter"
      })
  void french_says_all_that_english_says_and_fills_in_the_same(String name) throws IOException {
    String path = name.replace('.', '/');
    assertThat(placeholders(path + "_fr.properties")).isEqualTo(placeholders(path + ".properties"));
  }

  @Test
  void people_are_written_to_in_their_language_or_else_in_english() {
    assertThat(subject("fr-CA")).startsWith("Votre mot de passe");
    assertThat(subject("fr")).isEqualTo(subject("fr-CA"));
    assertThat(subject("en-US")).startsWith("Your password");
    assertThat(subject("pl-PL")).isEqualTo(subject("en-US"));
  }

  @Test
  void what_is_filled_in_is_taken_as_it_is() {
    assertThat(Phrases.of(LETTERS, "en").say("changed.body", "{1} d'Arc {0}", "there"))
        .startsWith("Hello {1} d'Arc {0},\n\n")
        .endsWith(": there");
  }

  private static String subject(String language) {
    return Phrases.of(LETTERS, language).say("changed.subject", "Pat");
  }

  private static Map<String, Set<String>> placeholders(String file) throws IOException {
    Properties lines = new Properties();
    try (InputStream in = PhrasesTest.class.getResourceAsStream("/" + file)) {
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return lines.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, key -> filled(lines.getProperty(key))));
  }

  private static Set<String> filled(String line) {
    return FILLED
        .matcher(line)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
