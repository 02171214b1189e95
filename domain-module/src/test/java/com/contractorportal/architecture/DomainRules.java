package com.contractorportal.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.contractorportal.tenancy.CustomerOwned;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.Resource;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NamedNativeQueries;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedStoredProcedureQueries;
import jakarta.persistence.NamedStoredProcedureQuery;
import jakarta.persistence.PersistenceContext;
import java.util.Set;

/** The rules of the house that hold inside the business. */
final class DomainRules {

  /** What every feature stands on; everything else directly below the root is a feature. */
  private static final Set<String> FOUNDATIONS =
      Set.of(
          "tenancy",
          "persistence",
          "paging",
          "rule",
          "language",
          "audit",
          "idempotency",
          "csv",
          "geo",
          "db",
          "feed",
          "shutdown",
          "tracing");

  private static final Set<String> PAST_THE_CUSTOMER =
      Set.of(
          "createNativeQuery",
          "createStoredProcedureQuery",
          "createNamedStoredProcedureQuery",
          "unwrap");

  private DomainRules() {}

  static final ArchRule ENTITIES_STAY_IN_THEIR_FEATURE =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .bePackagePrivate()
          .because("other features use ids and services");

  static final ArchRule REPOSITORIES_STAY_IN_THEIR_FEATURE =
      classes()
          .that(are(simpleNameEndingWith("Repository")))
          .should()
          .bePackagePrivate()
          .because("other features use services");

  static final ArchRule FEATURES_MEET_AT_SERVICES =
      classes()
          .that()
          .resideOutsideOfPackage("com.contractorportal.startup..")
          .should(reachOtherFeaturesBySafeDoorsOnly())
          .because(
              "a feature's face is its services, the records they take and give, and failures");

  static final ArchRule NO_WEB_AND_NO_BATCH =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.ws.rs..",
              "jakarta.servlet..",
              "jakarta.batch..",
              "jakarta.json.bind.adapter..");

  static final ArchRule WHAT_THE_SERVER_LENDS_IS_INJECTED =
      noFields()
          .should()
          .beAnnotatedWith(Resource.class)
          .because("no server sees it in a library of an enterprise archive; @Inject finds it");

  static final ArchRule JSON_IS_KEPT_OR_FETCHED_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "com.contractorportal.audit..",
              "com.contractorportal.leaving..",
              "com.contractorportal.onboarding..",
              "com.contractorportal.report..",
              "com.contractorportal.weather.nws..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.json..");

  static final ArchRule NOTHING_PASSES_THE_CUSTOMER =
      noClasses()
          .that(useTheCustomerUnit())
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "native SQL, stored procedures or the bare connection",
                  call ->
                      PAST_THE_CUSTOMER.contains(call.getTarget().getName())
                          && (call.getTargetOwner().isAssignableTo(EntityManager.class)
                              || call.getTargetOwner()
                                  .getPackageName()
                                  .startsWith("org.eclipse.persistence"))))
          .because("EclipseLink adds the customer to JPQL and criteria only");

  static final ArchRule NO_NATIVE_QUERIES_ON_CUSTOMERS_ENTITIES =
      noClasses()
          .that()
          .areAssignableTo(CustomerOwned.class)
          .should()
          .beAnnotatedWith(NamedNativeQuery.class)
          .orShould()
          .beAnnotatedWith(NamedNativeQueries.class)
          .orShould()
          .beAnnotatedWith(NamedStoredProcedureQuery.class)
          .orShould()
          .beAnnotatedWith(NamedStoredProcedureQueries.class);

  private static DescribedPredicate<JavaClass> useTheCustomerUnit() {
    return DescribedPredicate.describe(
        "use the customer unit, or are handed an EntityManager that may be of it",
        type ->
            type.getFields().stream().anyMatch(DomainRules::holdsTheCustomerUnit)
                || type.getAllRawSuperclasses().stream()
                    .flatMap(parent -> parent.getFields().stream())
                    .anyMatch(DomainRules::holdsTheCustomerUnit)
                || (type.getFields().stream().noneMatch(DomainRules::holdsThePlatformUnit)
                    && type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(
                            dependency ->
                                dependency.getTargetClass().isAssignableTo(EntityManager.class))));
  }

  private static boolean holdsTheCustomerUnit(JavaField field) {
    return holds(field, "customer");
  }

  private static boolean holdsThePlatformUnit(JavaField field) {
    return holds(field, "platform");
  }

  private static boolean holds(JavaField field, String unit) {
    return field
        .tryGetAnnotationOfType(PersistenceContext.class)
        .filter(context -> context.unitName().equals(unit))
        .isPresent();
  }

  private static ArchCondition<JavaClass> reachOtherFeaturesBySafeDoorsOnly() {
    return new ArchCondition<>("reach other features by services, records and failures only") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
          JavaClass to = dependency.getTargetClass();
          boolean elsewhere =
              to.getPackageName().startsWith("com.contractorportal.")
                  && !feature(to).equals(feature(from))
                  && !FOUNDATIONS.contains(feature(to));
          if (elsewhere && !isDoor(to)) {
            events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isDoor(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && (type.isRecord()
            || type.isEnum()
            || type.isInterface()
            || type.isAssignableTo(Throwable.class)
            || type.getSimpleName().endsWith("Service"));
  }

  /** The package that holds the class, for nested packages too. */
  private static String feature(JavaClass type) {
    String below = type.getPackageName().substring("com.contractorportal".length());
    return below.isEmpty() ? "" : below.substring(below.lastIndexOf('.') + 1);
  }
}
