package com.contractorportal.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.samples.web.OpenDoors;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessTest {

  private static final String HEADER =
      "operation,ADMIN,MANAGER,CONTRACTOR,VIEWER,SUPER_ADMIN,IMPERSONATOR,API_KEY,anonymous";
  private static final Set<String> VERBS =
      Set.of("get", "post", "put", "delete", "patch", "head", "options");

  private final AccessTable table = AccessTable.ofTheHouse();

  @Test
  void every_operation_lets_in_exactly_whom_the_table_names() {
    List<DeclaredAccess> declared = declared();

    assertThat(declared).hasSizeGreaterThan(30);
    assertThat(declared.stream().map(access -> access.violation(table)).flatMap(Optional::stream))
        .isEmpty();
  }

  @Test
  void every_row_of_the_table_is_an_operation() {
    assertThat(declared().stream().map(DeclaredAccess::name).collect(Collectors.toSet()))
        .isEqualTo(table.operations());
  }

  @Test
  void every_operation_of_the_contract_is_in_a_row_and_every_row_in_the_contract()
      throws IOException {
    assertThat(contract()).isEqualTo(table.operations());
  }

  @Test
  void operations_stand_only_in_classes_with_a_path() {
    assertThat(
            house().stream()
                .filter(type -> !type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(AccessTest::isOperation)
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  @Test
  void an_operation_that_declares_nothing_is_found() {
    assertThat(violations(OpenDoors.Undeclared.class))
        .containsExactly("GET /api/open/{id} declares no access");
  }

  @Test
  void an_operation_in_no_row_is_found() {
    assertThat(violations(OpenDoors.Unlisted.class))
        .containsExactly("POST /api/open is in no row of access.csv");
  }

  @Test
  void an_operation_that_lets_in_more_or_fewer_than_its_row_is_found() {
    assertThat(violations(OpenDoors.TooWide.class))
        .hasSize(1)
        .first()
        .asString()
        .startsWith(
            "DELETE /api/properties/{id} lets in [ADMIN, IMPERSONATOR:write, MANAGER, VIEWER],"
                + " access.csv says");
    assertThat(violations(OpenDoors.TooNarrow.class))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("GET /api/properties lets in [], access.csv says");
  }

  @Test
  void a_table_with_a_cell_too_few_an_unknown_word_or_a_row_twice_is_refused() {
    for (List<String> rows :
        List.of(
            List.of("GET /api/a,allow,deny"),
            List.of("GET /api/a,allow,allow,allow,allow,maybe,deny,deny,deny"),
            List.of("GET /api/a,allow,write,allow,allow,deny,deny,deny,deny"),
            List.of("GET /api/a,allow,allow,allow,allow,deny,allow,everything:read,deny"),
            List.of(
                "GET /api/a,allow,allow,allow,allow,deny,deny,deny,deny",
                "GET /api/a,deny,deny,deny,deny,deny,deny,deny,deny"))) {
      List<String> lines = new ArrayList<>(List.of(HEADER));
      lines.addAll(rows);
      assertThatThrownBy(() -> AccessTable.parse(lines))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private List<String> violations(Class<?> resource) {
    return DeclaredAccess.of(resource)
        .map(access -> access.violation(table))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<DeclaredAccess> declared() {
    return house().stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .map(JavaClass::reflect)
        .flatMap(DeclaredAccess::of)
        .toList();
  }

  private static List<JavaClass> house() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.contractorportal")
            .stream()
            .toList();
  }

  private static boolean isOperation(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
  }

  /** The operations of the file that the build generates. */
  private static Set<String> contract() throws IOException {
    Set<String> operations = new TreeSet<>();
    try (JsonReader reader =
        Json.createReader(
            Files.newInputStream(java.nio.file.Path.of("target", "openapi", "openapi.json")))) {
      JsonObject paths = reader.readObject().getJsonObject("paths");
      paths.forEach(
          (path, item) ->
              item.asJsonObject().keySet().stream()
                  .filter(VERBS::contains)
                  .forEach(verb -> operations.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
    }
    return operations;
  }
}
