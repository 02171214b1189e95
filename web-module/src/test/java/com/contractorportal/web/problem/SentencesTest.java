package com.contractorportal.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that the portal says to people can be said in French. */
class SentencesTest {

  private static final Pattern GAP = Pattern.compile("%(?:(\\d+)\\$)?(,?[a-z])");

  /** What is wrong in French type: straight quotes, or a space that lets a sign begin a line. */
  private static final Pattern MISPRINT =
      Pattern.compile("['\"]|[^\u00a0\u202f][?!;»]|[^\u00a0](:)(?= |$)|«[^\u00a0]");

  private static Said said;
  private static Map<String, String> french;

  @BeforeAll
  static void readSources() throws IOException {
    said =
        Said.in(
            Stream.of("domain-module", "batch-module", "web-module")
                .map(module -> Path.of("..", module, "src/main/java"))
                .toList());
    french = Words.catalogue("problems.fr.json");
  }

  @Test
  void whatIsSaidIsAConstant() {
    assertThat(said.unfit).isEmpty();
  }

  @Test
  void everySentenceHasItsFrench() {
    assertThat(said.sentences).hasSizeGreaterThan(400);
    assertThat(french.keySet()).containsExactlyInAnyOrderElementsOf(said.sentences);
  }

  @Test
  void theFrenchHasTheSameGaps() {
    assertThat(french)
        .allSatisfy((english, said) -> assertThat(gaps(said)).isEqualTo(gaps(english)));
  }

  @Test
  void theFrenchIsSetAsFrench() {
    assertThat(french.values())
        .allSatisfy(said -> assertThat(said).isNotBlank().doesNotContainPattern(MISPRINT));
  }

  private static List<String> gaps(String sentence) {
    int[] next = {1};
    Matcher gap = GAP.matcher(sentence);
    return gap.results()
        .map(it -> (it.group(1) == null ? next[0]++ : it.group(1)) + it.group(2))
        .distinct()
        .sorted()
        .toList();
  }
}
