package com.contractorportal.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.RuleViolation;
import com.contractorportal.rule.Sentence;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private static final Words FRENCH = Words.of(List.of("fr"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr                      | fr",
        "fr-CA                   | fr",
        "FR-ca, en;q=0.5         | fr",
        "en;q=0.5, fr            | fr",
        "de, fr;q=0.8, en;q=0.9  | en",
        "en-CA, fr               | en",
        "de                      | en",
        "*                       | en",
        "this is; no=header      | en",
        "''                      | en"
      })
  void theBestOfTheLanguagesAskedForIsSpoken(String asked, String spoken) {
    assertThat(Words.of(List.of(asked)).language()).isEqualTo(Locale.forLanguageTag(spoken));
  }

  @Test
  void whoAsksForNoLanguageIsToldInEnglish() {
    RuleViolation none = new NotFound("property");
    Words words = Words.of(List.of());
    assertThat(words.say(none.sentence()))
        .isEqualTo(none.getMessage())
        .isEqualTo("There is no such property.");
    assertThat(words.title(none.name())).isEqualTo("Not found");
  }

  @Test
  void aRuleIsToldInFrench() {
    RuleViolation none = new NotFound("property");
    assertThat(FRENCH.say(none.sentence())).isEqualTo("Cette propriété n’existe pas.");
    assertThat(FRENCH.title(none.name())).isEqualTo("Introuvable");
  }

  @Test
  void gapsAreFilledAsTheLanguageWritesThem() {
    RuleViolation rule =
        new InvalidField(
            "file",
            "A file has at most %d MB and %,d rows. Split it and import the parts one after the other.",
            25,
            20_000);
    assertThat(rule).hasMessageStartingWith("A file has at most 25 MB and 20,000 rows.");
    assertThat(FRENCH.say(rule.sentence()))
        .startsWith("Un fichier a au plus 25\u00a0Mo et 20\u00a0000 lignes.");
  }

  @Test
  void sentencesInASentenceAreToldInItsLanguage() {
    Sentence sentence =
        Sentence.of(
            "The template %s cannot be applied, so the company was not created: %s",
            "Small", Sentence.of("There is nothing here."));
    assertThat(FRENCH.say(sentence))
        .isEqualTo(
            "Le modèle Small ne peut pas être appliqué\u00a0; l’entreprise n’a donc pas été"
                + " créée\u00a0: Il n’y a rien ici.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A city has at most 80 characters. | Une ville a au plus 80 caractères.",
        "Line 7 has the same external reference. Give each property one row."
            + "| La ligne 7 a la même référence externe. Donnez une seule ligne à chaque propriété.",
        "The first line names 5 columns, this row has 4 fields. Look for a missing or extra separator, or a quotation mark that is never closed."
            + "| La première ligne nomme 5 colonnes, cette ligne a 4 champs. Cherchez un séparateur manquant ou de trop, ou un guillemet qui n’est jamais refermé.",
        "The plan FREE allows 50 properties, and that is reached. Ask your vendor for a larger plan, or make room."
            + "| Le forfait FREE permet 50 propriétés, et c’est atteint. Demandez un forfait plus grand à votre fournisseur, ou faites de la place.",
        "Use one of RESIDENTIAL, (COMMERCIAL). | Utilisez l’une de ces valeurs\u00a0: RESIDENTIAL, (COMMERCIAL).",
        "Nobody says this. | Nobody says this.",
        "This or that was cut sh… | This or that was cut sh…"
      })
  void whatWasKeptInEnglishIsToldInFrench(String english, String french) {
    assertThat(FRENCH.sayKept(english)).isEqualTo(french);
    assertThat(Words.of(List.of("en")).sayKept(english)).isEqualTo(english);
  }
}
