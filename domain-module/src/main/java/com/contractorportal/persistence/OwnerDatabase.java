package com.contractorportal.persistence;

import com.contractorportal.db.DatabaseAccount;
import com.contractorportal.db.DatabaseConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The database as the schema's owner sees it, on nodes that were given that account. What the
 * portal's own account must not do, and yet has to be done some day, is done with it: audit rows
 * are removed only so.
 */
@ApplicationScoped
public class OwnerDatabase {

  @Inject
  @ConfigProperty(name = "portal.db.url")
  private Optional<String> url;

  @Inject
  @ConfigProperty(name = "portal.db.owner.user")
  private Optional<String> user;

  @Inject
  @ConfigProperty(name = "portal.db.owner.password")
  private Optional<String> password;

  /** Whether this node has the owner's account. */
  public boolean isKnown() {
    return url.isPresent() && user.isPresent() && password.isPresent();
  }

  /** A new connection with the owner's account, to be closed by the caller. */
  public Connection connect() throws SQLException {
    return DatabaseConnection.open(
        url.orElseThrow(), new DatabaseAccount(user.orElseThrow(), password.orElseThrow()));
  }
}
