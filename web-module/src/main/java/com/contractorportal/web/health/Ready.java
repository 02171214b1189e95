package com.contractorportal.web.health;

import com.contractorportal.account.SigningKeys;
import com.contractorportal.startup.NodeClock;
import com.contractorportal.startup.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** What this node needs to work. The answer names the part, never an inside. */
@ApplicationScoped
public class Ready {

  private static final Logger LOG = Logger.getLogger(Ready.class.getName());

  @Inject private Schema schema;
  @Inject private SigningKeys keys;
  @Inject private NodeClock clock;

  @Inject
  @ConfigProperty(name = "portal.store.dir")
  private String store;

  @Produces
  @Readiness
  HealthCheck database() {
    return check("database", schema::isReachable);
  }

  @Produces
  @Readiness
  HealthCheck schema() {
    return check("schema", schema::isUpToDate);
  }

  @Produces
  @Readiness
  HealthCheck keys() {
    return check("keys", keys::areReadable);
  }

  @Produces
  @Readiness
  HealthCheck store() {
    return check(
        "store", () -> Files.isDirectory(Path.of(store)) && Files.isWritable(Path.of(store)));
  }

  @Produces
  @Readiness
  HealthCheck clock() {
    return check(
        "clock",
        () -> {
          clock.requireRight();
          return true;
        });
  }

  private static HealthCheck check(String name, BooleanSupplier isFit) {
    return () -> HealthCheckResponse.named(name).status(isFitNow(name, isFit)).build();
  }

  private static boolean isFitNow(String name, BooleanSupplier isFit) {
    try {
      return isFit.getAsBoolean();
    } catch (RuntimeException failure) {
      LOG.log(Level.INFO, "Not ready: {0} ({1})", new Object[] {name, failure.getMessage()});
      return false;
    }
  }
}
