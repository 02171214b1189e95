package com.contractorportal.startup;

import com.contractorportal.db.SchemaMigration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The database's schema: brought up to date by its owner's account, or else only looked at. */
@ApplicationScoped
public class Schema {

  private static final int PATIENCE_SECONDS = 3;

  @Inject private DataSource dataSource;

  @Inject
  @ConfigProperty(name = "portal.db.url")
  private Optional<String> url;

  @Inject
  @ConfigProperty(name = "portal.db.user")
  private Optional<String> user;

  @Inject
  @ConfigProperty(name = "portal.db.owner.user")
  private Optional<String> ownerUser;

  @Inject
  @ConfigProperty(name = "portal.db.owner.password")
  private Optional<String> ownerPassword;

  /** Applies what is missing, if this server has been given the owner's account. */
  void migrateIfOwner() {
    if (ownerUser.isPresent()) {
      SchemaMigration.migrate(
          url.orElseThrow(),
          ownerUser.get(),
          ownerPassword.orElseThrow(
              () -> new IllegalStateException("PORTAL_DB_OWNER_PASSWORD is missing.")),
          user.orElseThrow());
    }
  }

  /**
   * Refuses a database that lacks changes of this release.
   *
   * @throws IllegalStateException if it does; the message names them
   */
  void requireUpToDate() {
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "The database lacks %d changes of this release. Start a node with PORTAL_DB_OWNER_USER"
                  .formatted(missing.size())
              + " and PORTAL_DB_OWNER_PASSWORD to make them: "
              + String.join(", ", missing));
    }
  }

  /** The changes that this release needs and the database lacks. */
  private List<String> missing() {
    return SchemaMigration.unrunChangeSets(dataSource);
  }

  /** Whether the database answers. */
  public boolean isReachable() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException unreachable) {
      return false;
    }
  }

  /** Whether the database has all that this release needs. */
  public boolean isUpToDate() {
    return missing().isEmpty();
  }
}
