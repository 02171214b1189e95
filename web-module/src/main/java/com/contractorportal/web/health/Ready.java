package com.contractorportal.web.health;

import com.contractorportal.account.SigningKeys;
import com.contractorportal.startup.NodeClock;
import com.contractorportal.startup.PortalStartup;
import com.contractorportal.startup.Schema;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** What this node needs to work. The answer is public: it names the part, never an inside. */
@ApplicationScoped
public class Ready {

  /** As much as a full disk has no room for. */
  private static final byte[] SOMETHING = new byte[4096];

  @Inject private PortalStartup startup;
  @Inject private Schema schema;
  @Inject private SigningKeys keys;
  @Inject private NodeClock clock;

  @Inject
  @ConfigProperty(name = "portal.store.dir")
  private String store;

  private Path trial;
  private Part startupPart;
  private Part databasePart;
  private Part schemaPart;
  private Part storePart;
  private Part keysPart;
  private Part clockPart;
  private List<Part> parts;

  @PostConstruct
  void begin() {
    // Nodes share the folder, so each has a file of its own.
    trial = Path.of(store).resolve(".ready-" + UUID.randomUUID());
    startupPart =
        new Part("startup", "The start is done.", "The start is not done yet.", startup::isDone);
    databasePart =
        new Part(
            "database",
            "The database answers.",
            "The database does not answer.",
            schema::isReachable);
    schemaPart =
        new Part(
            "schema",
            "The database has the schema of this release.",
            "The database cannot be asked, or lacks changes of this release.",
            schema::isUpToDate);
    storePart =
        new Part(
            "store",
            "Files can be written to the store.",
            "Files cannot be written to the store.",
            this::canWrite);
    keysPart =
        new Part(
            "keys",
            "The signing keys can be read.",
            "The signing keys cannot be read.",
            () -> {
              keys.requireReadable();
              return true;
            });
    clockPart =
        new Part(
            "clock",
            "The clock agrees with the database's.",
            "The clock cannot be compared with the database's, or differs from it.",
            () -> {
              clock.requireRight();
              return true;
            });
    parts = List.of(startupPart, databasePart, schemaPart, storePart, keysPart, clockPart);
  }

  @Produces
  @Readiness
  HealthCheck startup() {
    return check(startupPart);
  }

  @Produces
  @Readiness
  HealthCheck database() {
    return check(databasePart);
  }

  @Produces
  @Readiness
  HealthCheck schema() {
    return check(schemaPart);
  }

  @Produces
  @Readiness
  HealthCheck store() {
    return check(storePart);
  }

  @Produces
  @Readiness
  HealthCheck keys() {
    return check(keysPart);
  }

  @Produces
  @Readiness
  HealthCheck clock() {
    return check(clockPart);
  }

  /** Whether each part is fit at present, by its name; takes two seconds at most. */
  public Map<String, Boolean> states() {
    Map<String, Boolean> states = new LinkedHashMap<>();
    parts.forEach(part -> states.put(part.name(), see(part).fit()));
    return states;
  }

  private HealthCheck check(Part part) {
    return () -> {
      Part.Seen seen = see(part);
      return HealthCheckResponse.named(part.name())
          .status(seen.fit())
          .withData("detail", seen.detail())
          .build();
    };
  }

  /** One is asked after the other; as all looks begin at once, the slowest sets the time. */
  private Part.Seen see(Part part) {
    parts.forEach(each -> each.look(Ready::thread));
    return part.seen();
  }

  /**
   * Not a managed thread: those belong to the module that is asked first, which is the server's own
   * while this one is being deployed.
   */
  private static Thread thread(Runnable look) {
    Thread thread = new Thread(look, "portal-ready");
    thread.setDaemon(true);
    thread.setContextClassLoader(Ready.class.getClassLoader());
    return thread;
  }

  private boolean canWrite() {
    try {
      try {
        Files.write(trial, SOMETHING);
      } finally {
        Files.deleteIfExists(trial);
      }
      return true;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
