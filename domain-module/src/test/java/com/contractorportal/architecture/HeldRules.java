package com.contractorportal.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests that the house keeps its rules, and that each rule finds what breaks it: without such a
 * sample nobody knows that a rule finds anything.
 */
public interface HeldRules {

  /** Everything of ours on the class path but the tests. */
  JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("com.contractorportal");

  ArchRule NO_LUMBER_ROOMS =
      noClasses()
          .should()
          .haveNameMatching(".*\\.([\\w$]*(Utils?|Helper|Manager|Impl)|Base\\w*)")
          .because("a name says what a thing is in the field");

  /**
   * @param root the package below which each package is a feature
   */
  static ArchRule noCyclesBelow(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  /** A rule, and samples each of which breaks it. */
  record Held(String says, ArchRule rule, List<Class<?>> broken) {

    public Held(String says, ArchRule rule, Class<?>... broken) {
      this(says, rule, List.of(broken));
    }
  }

  List<Held> rules();

  @TestFactory
  default Stream<DynamicTest> the_house_keeps_the_rule_that() {
    return rules().stream()
        .map(held -> DynamicTest.dynamicTest(held.says(), () -> held.rule().check(HOUSE)));
  }

  @TestFactory
  default Stream<DynamicTest> a_sample_that_breaks_it_is_found_by_the_rule_that() {
    return rules().stream()
        .flatMap(
            held ->
                held.broken().stream()
                    .map(
                        sample ->
                            DynamicTest.dynamicTest(
                                held.says() + ": " + sample.getSimpleName(),
                                () -> assertThat(violations(held.rule(), sample)).isNotEmpty())));
  }

  static List<String> violations(ArchRule rule, Class<?>... samples) {
    JavaClasses imported = new ClassFileImporter().importClasses(samples);
    return rule.allowEmptyShould(true).evaluate(imported).getFailureReport().getDetails();
  }
}
