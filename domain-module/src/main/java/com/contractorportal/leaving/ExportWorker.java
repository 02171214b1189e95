package com.contractorportal.leaving;

import com.contractorportal.leaving.ExportLedger.Lease;
import com.contractorportal.persistence.Ids;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/** Writes the bundles that wait, one at a time on each node. */
@ApplicationScoped
class ExportWorker implements RecurringTask {

  private static final Logger LOG = Logger.getLogger(ExportWorker.class.getName());
  private static final String NAME = "data export";
  private static final int MOST_ATTEMPTS = 3;

  @Inject private ExportLedger ledger;
  @Inject private CustomerFiles files;
  @Inject private DataSource database;
  @Inject private Shutdown shutdown;

  @Override
  public Duration pause() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run() {
    String owner = Ids.next().toString();
    Optional<Lease> next = shutdown.hasBegun() ? Optional.empty() : ledger.lease(owner);
    while (next.isPresent()) {
      work(next.get(), owner);
      next = shutdown.hasBegun() ? Optional.empty() : ledger.lease(owner);
    }
  }

  private void work(Lease lease, String owner) {
    Actor portal = Actor.portal(NAME, lease.id().toString());
    try {
      CurrentCustomer.callAs(
          lease.customer(),
          portal,
          () -> {
            if (lease.attempt() > MOST_ATTEMPTS) {
              ledger.fail(
                  lease.id(), owner, "The portal could not finish this export. Ask for another.");
            } else {
              write(lease, owner);
            }
            return null;
          });
    } catch (ExportLedger.LeaseLost taken) {
      LOG.log(Level.INFO, "Export {0} was taken over by another node", lease.id());
    } catch (Exception failure) {
      LOG.log(
          Level.WARNING,
          failure,
          () -> "Export " + lease.id() + " stopped; it begins anew in a moment");
      giveBack(lease, owner);
    }
  }

  /** If even that fails, the lease runs out some time. */
  private void giveBack(Lease lease, String owner) {
    try {
      ledger.giveBack(lease.id(), owner);
    } catch (RuntimeException failure) {
      LOG.log(Level.INFO, failure, () -> "Export " + lease.id() + " waits for its lease to end");
    }
  }

  private void write(Lease lease, String owner) throws IOException, SQLException {
    Path bundle = files.bundle(lease.customer(), lease.id().toString());
    Path part = bundle.resolveSibling(bundle.getFileName() + "." + owner + ".part");
    Files.createDirectories(bundle.getParent());
    try {
      String sha256 = write(lease.customer(), part, () -> ledger.renew(lease.id(), owner));
      long bytes = Files.size(part);
      Files.move(part, bundle, StandardCopyOption.ATOMIC_MOVE);
      ledger.complete(lease.id(), owner, bytes, sha256);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Writes a customer's bundle, all of it from one state of the database.
   *
   * @return its digest
   */
  String write(CustomerId customer, Path file, BundleWriter.Progress progress)
      throws IOException, SQLException {
    MessageDigest digest = BundleZip.sha256();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
          ZipOutputStream zip = new ZipOutputStream(new DigestOutputStream(out, digest));
          Statement statement = connection.createStatement()) {
        statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
        new BundleWriter(connection, customer, zip, progress).write(files);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
