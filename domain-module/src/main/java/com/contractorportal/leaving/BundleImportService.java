package com.contractorportal.leaving;

import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a new customer of a bundle: the way back, and the way in. */
@ApplicationScoped
public class BundleImportService {

  @Inject private CustomerService customers;
  @Inject private CustomerFiles files;
  @Inject private DataSource database;
  @Inject private ImportRecord record;

  @Inject
  @ConfigProperty(name = "portal.store.dir")
  private String store;

  /**
   * Takes a bundle in, whole or not at all; the new customer is suspended, so that an operator may
   * look before its people do.
   *
   * @throws UnusableBundle if it is no bundle, damaged, of another release, or would not be equal
   */
  public ImportedBundle take(BundleImportRequest request) {
    Path bundle = Path.of(store, "incoming", request.file());
    if (!Files.isRegularFile(bundle)) {
      throw new UnusableBundle("There is no such file in the folder incoming of the store.");
    }
    CustomerId customer = customers.freeId();
    ImportedBundle taken = take(bundle, customer, request.plan());
    record.imported(customer, taken);
    return taken;
  }

  ImportedBundle take(Path bundle, CustomerId customer, String plan) {
    boolean done = false;
    try (Connection connection = database.getConnection();
        BundleReader reader = new BundleReader(bundle)) {
      connection.setAutoCommit(false);
      try {
        ImportedBundle taken = reader.takeInto(connection, customer, plan, files);
        connection.commit();
        done = true;
        return taken;
      } finally {
        if (!done) {
          connection.rollback();
          files.remove(customer);
        }
        connection.setAutoCommit(true);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (SQLException failure) {
      // Its words may quote the customer's data, which operators do not see.
      throw new UnusableBundle(
          "The database refused a row with its error %d.", failure.getErrorCode());
    }
  }

  /** Tells operators. */
  @ApplicationScoped
  static class ImportRecord {

    @Inject private PlatformAudit audit;

    @Transactional
    void imported(CustomerId customer, ImportedBundle taken) {
      audit.record(
          CurrentCustomer.actor(),
          "import",
          "customer",
          customer.value(),
          Optional.of(customer),
          Optional.empty(),
          Optional.of(taken));
    }
  }
}
