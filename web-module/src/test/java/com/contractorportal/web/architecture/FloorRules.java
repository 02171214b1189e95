package com.contractorportal.web.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.contractorportal.tenancy.CurrentCustomer;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import javax.sql.DataSource;

/** The rules of the house that hold between its floors. */
final class FloorRules {

  private static final String WEB = "com.contractorportal..web..";
  private static final String BATCH = "com.contractorportal..batch..";

  private FloorRules() {}

  static final ArchRule DATA_IS_REACHED_THROUGH_SERVICES =
      noClasses()
          .that()
          .resideInAnyPackage(WEB, BATCH)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(EntityManagerFactory.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(DataSource.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Connection.class);

  static final ArchRule ARROWS_RUN_ONE_WAY =
      noClasses()
          .that()
          .resideOutsideOfPackages(WEB, BATCH)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.contractorportal.web..", "com.contractorportal.batch..");

  static final ArchRule BATCH_KNOWS_NO_WEB =
      noClasses()
          .that()
          .resideInAPackage(BATCH)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.contractorportal.web..", "jakarta.ws.rs..", "jakarta.servlet..");

  static final ArchRule ONLY_THE_VERIFIED_TOKEN_BINDS_A_CUSTOMER =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .and()
          .doNotHaveSimpleName("CustomerBinding")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "CurrentCustomer.bind or callAs",
                  call ->
                      call.getTargetOwner().isEquivalentTo(CurrentCustomer.class)
                          && (call.getTarget().getName().startsWith("bind")
                              || call.getTarget().getName().equals("callAs"))));
}
