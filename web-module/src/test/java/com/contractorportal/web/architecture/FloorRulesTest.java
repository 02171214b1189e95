package com.contractorportal.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.samples.batch.AnswersHttp;
import com.contractorportal.samples.route.KnowsTheWeb;
import com.contractorportal.samples.web.BindsAtWill;
import com.contractorportal.samples.web.HoldsAnEntityManager;
import com.contractorportal.samples.web.HoldsTheDatabase;
import com.contractorportal.samples.web.ResponseHelper;
import com.contractorportal.samples.web.hither.Hither;
import com.contractorportal.samples.web.thither.Thither;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FloorRulesTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.contractorportal");

  /** A rule, and samples each of which breaks it. */
  private record Held(String says, ArchRule rule, List<Class<?>> broken) {

    Held(String says, ArchRule rule, Class<?>... broken) {
      this(says, rule, List.of(broken));
    }
  }

  private static List<Held> rules() {
    return List.of(
        new Held(
            "web and batch never touch the EntityManager, nor the database past it",
            FloorRules.DATA_IS_REACHED_THROUGH_SERVICES,
            HoldsAnEntityManager.class,
            HoldsTheDatabase.class),
        new Held(
            "arrows run from web and batch to the business",
            FloorRules.ARROWS_RUN_ONE_WAY,
            KnowsTheWeb.class),
        new Held("batch knows no web", FloorRules.BATCH_KNOWS_NO_WEB, AnswersHttp.class),
        new Held(
            "only the verified token binds a customer to a request",
            FloorRules.ONLY_THE_VERIFIED_TOKEN_BINDS_A_CUSTOMER,
            BindsAtWill.class),
        new Held(
            "no class is called Util, Helper, Manager, Impl or Base",
            FloorRules.NO_LUMBER_ROOMS,
            ResponseHelper.class));
  }

  @TestFactory
  Stream<DynamicTest> the_house_keeps_the_rule_that() {
    return rules().stream()
        .map(held -> DynamicTest.dynamicTest(held.says(), () -> held.rule().check(HOUSE)));
  }

  @TestFactory
  Stream<DynamicTest> a_sample_that_breaks_it_is_found_by_the_rule_that() {
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

  @Test
  void features_form_no_cycle_on_any_floor() {
    FloorRules.noCyclesBelow("com.contractorportal.web").check(HOUSE);
    FloorRules.noCyclesBelow("com.contractorportal").check(HOUSE);
  }

  @Test
  void a_cycle_of_two_features_is_found() {
    assertThat(
            violations(
                FloorRules.noCyclesBelow("com.contractorportal.samples.web"),
                Hither.class,
                Thither.class))
        .isNotEmpty();
  }

  private static List<String> violations(ArchRule rule, Class<?>... samples) {
    JavaClasses imported = new ClassFileImporter().importClasses(samples);
    return rule.allowEmptyShould(true).evaluate(imported).getFailureReport().getDetails();
  }
}
