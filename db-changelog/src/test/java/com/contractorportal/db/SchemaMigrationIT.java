package com.contractorportal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SchemaMigrationIT {

  @Test
  void an_empty_database_is_migrated_completely() throws SQLException {
    try (TestDatabase database = TestDatabase.createEmpty()) {
      try (Connection application = database.connectAsOwner()) {
        assertThat(SchemaMigration.unrunChangeSets(application))
            .isEqualTo(SchemaMigration.changeSets())
            .hasSizeGreaterThan(20);

        SchemaMigration.migrate(
            database.jdbcUrl(),
            database.owner().user(),
            database.owner().password(),
            database.user());
      }
      try (Connection application = database.connect()) {
        assertThat(SchemaMigration.unrunChangeSets(application)).isEmpty();
      }
    }
  }
}
