package com.contractorportal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.samples.cycle.hither.Hither;
import com.contractorportal.samples.cycle.thither.Thither;
import com.contractorportal.samples.rooms.BaseShovel;
import com.contractorportal.samples.rooms.JsonInProperty;
import com.contractorportal.samples.rooms.PastTheCustomer;
import com.contractorportal.samples.rooms.PublicEntity;
import com.contractorportal.samples.rooms.PublicRepository;
import com.contractorportal.samples.rooms.SaltHelper;
import com.contractorportal.samples.rooms.SaltManager;
import com.contractorportal.samples.rooms.SaltUtils;
import com.contractorportal.samples.rooms.ServiceImpl;
import com.contractorportal.samples.rooms.ThroughTheWindow;
import com.contractorportal.samples.rooms.WebInDomain;
import com.contractorportal.samples.yard.Yard;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DomainRulesTest {

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
            "entities are package-private",
            DomainRules.ENTITIES_STAY_IN_THEIR_FEATURE,
            PublicEntity.class),
        new Held(
            "repositories are package-private",
            DomainRules.REPOSITORIES_STAY_IN_THEIR_FEATURE,
            PublicRepository.class),
        new Held(
            "features meet at services, records and failures",
            DomainRules.FEATURES_MEET_AT_SERVICES,
            ThroughTheWindow.class),
        new Held(
            "the business knows no HTTP and no batch",
            DomainRules.NO_WEB_AND_NO_BATCH,
            WebInDomain.class),
        new Held(
            "JSON is written by the audit trail only",
            DomainRules.JSON_IN_AUDIT_ONLY,
            JsonInProperty.class),
        new Held(
            "no native SQL, stored procedure or connection in the customer unit",
            DomainRules.NOTHING_PASSES_THE_CUSTOMER,
            PastTheCustomer.Native.class,
            PastTheCustomer.Procedure.class,
            PastTheCustomer.Connection.class,
            PastTheCustomer.Handed.class),
        new Held(
            "no named native query on customers' entities",
            DomainRules.NO_NATIVE_QUERIES_ON_CUSTOMERS_ENTITIES,
            PublicEntity.class),
        new Held(
            "no class is called Util, Helper, Manager, Impl or Base",
            DomainRules.NO_LUMBER_ROOMS,
            SaltUtils.class,
            SaltHelper.class,
            SaltManager.class,
            ServiceImpl.class,
            BaseShovel.class));
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
  void features_form_no_cycle() {
    DomainRules.noCyclesBelow("com.contractorportal").check(HOUSE);
  }

  @Test
  void a_cycle_of_two_features_is_found() {
    assertThat(
            violations(
                DomainRules.noCyclesBelow("com.contractorportal.samples.cycle"),
                Hither.class,
                Thither.class))
        .isNotEmpty();
  }

  @Test
  void a_feature_may_be_reached_through_its_service() {
    assertThat(violations(DomainRules.FEATURES_MEET_AT_SERVICES, Yard.class)).isEmpty();
  }

  private static List<String> violations(ArchRule rule, Class<?>... samples) {
    JavaClasses imported = new ClassFileImporter().importClasses(samples);
    return rule.allowEmptyShould(true).evaluate(imported).getFailureReport().getDetails();
  }
}
