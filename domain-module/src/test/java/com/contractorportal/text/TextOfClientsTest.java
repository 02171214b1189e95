package com.contractorportal.text;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class TextOfClientsTest {

  @Test
  void text_of_a_draft_is_one_line_or_lines() {
    fields()
        .that()
        .haveRawType(String.class)
        .and()
        .areDeclaredInClassesThat()
        .areRecords()
        .and()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Draft")
        .should()
        .beAnnotatedWith(OneLine.class)
        .orShould()
        .beAnnotatedWith(Lines.class)
        .because("no name holds control characters")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("com.contractorportal"));
  }
}
