package com.contractorportal.startup;

import com.contractorportal.account.FirstOperator;
import com.contractorportal.account.SigningKeys;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes a node fit to work: schema, signing keys, first operator. Whatever else starts with the
 * portal depends on this bean.
 */
@Startup
@Singleton(name = "PortalStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class PortalStartup {

  private static final Logger LOG = Logger.getLogger(PortalStartup.class.getName());

  @Inject private Schema schema;
  @Inject private StartLock lock;
  @Inject private SigningKeys keys;
  @Inject private FirstOperator firstOperator;

  @Inject
  @ConfigProperty(name = "portal.setup.file")
  private Optional<String> setupFile;

  @PostConstruct
  void start() {
    schema.migrateIfOwner();
    lock.during(keys::prepare);
    List<String> missing = schema.missing();
    if (missing.isEmpty()) {
      setupFile.map(Path::of).ifPresent(file -> lock.during(() -> firstOperator.createFrom(file)));
    } else {
      LOG.log(
          Level.SEVERE,
          "The database lacks {0} changes, the first is {1}. Start once with PORTAL_DB_OWNER_USER"
              + " and PORTAL_DB_OWNER_PASSWORD. Until then this node is not ready.",
          new Object[] {missing.size(), missing.get(0)});
    }
  }
}
