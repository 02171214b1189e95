package com.contractorportal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.tenancy.CustomerOwned;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PersistenceUnitsTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.contractorportal");

  @Test
  void each_entity_is_in_the_unit_of_whom_it_belongs_to() throws Exception {
    Set<String> entities = new TreeSet<>();
    Set<String> owned = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      if (type.isAnnotatedWith(Entity.class)) {
        entities.add(type.getName());
        if (type.isAssignableTo(CustomerOwned.class)) {
          owned.add(type.getName());
        }
      }
    }

    PersistenceUnits units = PersistenceUnits.ofTheHouse();

    assertThat(owned).hasSizeGreaterThan(8);
    assertThat(units.violations(entities, owned)).isEmpty();
  }

  @Test
  void the_customer_unit_opens_only_for_a_bound_customer_and_caches_nothing() throws Exception {
    String file = Files.readString(PersistenceUnits.FILE);
    String customer = file.substring(file.indexOf("name=\"customer\""));

    assertThat(customer)
        .contains(
            "\"eclipselink.session-event-listener\" value=\"com.contractorportal.tenancy.CustomerSessionListener\"",
            "<shared-cache-mode>NONE</shared-cache-mode>",
            "<exclude-unlisted-classes>true</exclude-unlisted-classes>",
            "\"eclipselink.weaving.fetchgroups\" value=\"false\"");
    assertThat(file)
        .doesNotContain("tenants-share-cache", "allow-native-sql-queries", "INNER_JOIN_IN_WHERE");
  }

  @Test
  void an_entity_in_the_wrong_unit_is_found() {
    PersistenceUnits wrong =
        new PersistenceUnits(
            Map.of("platform", Set.of("Route", "Both"), "customer", Set.of("Account", "Both")));

    assertThat(
            wrong.violations(Set.of("Route", "Account", "Both", "Lost"), Set.of("Route", "Both")))
        .anyMatch(found -> found.startsWith("Route belongs to a customer"))
        .anyMatch(found -> found.startsWith("Both belongs to a customer"))
        .anyMatch(found -> found.startsWith("Account is listed in the customer unit"))
        .anyMatch(found -> found.startsWith("Lost is not listed"));
  }
}
