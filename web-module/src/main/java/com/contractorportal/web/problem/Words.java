package com.contractorportal.web.problem;

import com.contractorportal.rule.Sentence;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One of the languages that the portal answers in. English needs no catalogue; another language has
 * one by the English sentences, {@code problems.fr.json} say.
 */
public final class Words {

  /** What answers depend on: proxies and browsers keep one for each. */
  static final String VARY = "Accept-Encoding, " + HttpHeaders.ACCEPT_LANGUAGE;

  private static final Pattern GAP = Pattern.compile("%(\\d+\\$)?,?[sd]");

  private static final Words ENGLISH = new Words(Locale.ENGLISH, Locale.ENGLISH, Map.of());

  /** Numbers are written as they are in Québec. */
  private static final Words FRENCH =
      new Words(Locale.FRENCH, Locale.CANADA_FRENCH, catalogue("problems.fr.json"));

  private static final Map<Locale, Words> SPOKEN =
      Map.of(Locale.ENGLISH, ENGLISH, Locale.FRENCH, FRENCH);

  private final Locale language;
  private final Locale numbers;
  private final Map<String, String> catalogue;
  private final Map<Pattern, String> kept = new LinkedHashMap<>();

  private Words(Locale language, Locale numbers, Map<String, String> catalogue) {
    this.language = language;
    this.numbers = numbers;
    this.catalogue = catalogue;
    catalogue.keySet().stream()
        .filter(english -> GAP.matcher(english).find() && isWhole(english))
        .sorted(Comparator.comparing(String::length).reversed()) // What says most fits best.
        .forEach(
            english ->
                kept.put(
                    asKept(english),
                    GAP.matcher(catalogue.get(english))
                        .replaceAll(
                            gap ->
                                Matcher.quoteReplacement(
                                    "%" + Objects.requireNonNullElse(gap.group(1), "") + "s"))));
  }

  static Map<String, String> catalogue(String name) {
    try (InputStream file = Words.class.getResourceAsStream(name);
        JsonReader reader = Json.createReader(file)) {
      JsonObject sentences = reader.readObject();
      return sentences.keySet().stream()
          .collect(
              Collectors.toMap(
                  english -> english,
                  english -> ((JsonString) sentences.get(english)).getString()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The language that the request asks for; English if it asks for none that is spoken. */
  public static Words of(HttpServletRequest request) {
    return of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE)));
  }

  /** The best of what {@code Accept-Language} says (RFC 9110, section 12.5.4). */
  static Words of(List<String> acceptLanguage) {
    if (acceptLanguage.isEmpty()) {
      return ENGLISH;
    }
    try {
      List<Locale.LanguageRange> ranges =
          Locale.LanguageRange.parse(String.join(",", acceptLanguage));
      return Optional.ofNullable(Locale.lookup(ranges, SPOKEN.keySet()))
          .map(SPOKEN::get)
          .orElse(ENGLISH);
    } catch (IllegalArgumentException malformed) {
      return ENGLISH;
    }
  }

  Locale language() {
    return language;
  }

  public String say(Sentence sentence) {
    return sentence.in(numbers, this::exactly);
  }

  /** What was kept in English, whatever filled its gaps; as it stands if it is no sentence. */
  public String sayKept(String english) {
    return Optional.ofNullable(catalogue.get(english))
        .or(() -> kept.keySet().stream().flatMap(each -> said(each, english).stream()).findFirst())
        .orElse(english);
  }

  /** What may be a sentence without gaps, or a name that stays as it is. */
  String exactly(String english) {
    return catalogue.getOrDefault(english, english);
  }

  private Optional<String> said(Pattern sentence, String english) {
    Matcher found = sentence.matcher(english);
    if (!found.matches()) {
      return Optional.empty();
    }
    MatchResult gaps = found.toMatchResult();
    Object[] fillings =
        IntStream.rangeClosed(1, gaps.groupCount())
            .mapToObj(gaps::group)
            .map(this::exactly)
            .toArray();
    return Optional.of(String.format(numbers, kept.get(sentence), fillings));
  }

  /** Parts of sentences, such as {@code %s or %s}, stand in many that are not theirs. */
  private static boolean isWhole(String english) {
    return Character.isUpperCase(english.charAt(0)) || english.endsWith(".");
  }

  private static Pattern asKept(String english) {
    return Pattern.compile(
        Arrays.stream(GAP.split(english, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("(.+?)")));
  }

  /** A rule's name in words. */
  String title(String rule) {
    return exactly(englishTitle(rule));
  }

  static String englishTitle(String rule) {
    String words = rule.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
