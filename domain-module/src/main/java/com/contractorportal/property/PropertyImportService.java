package com.contractorportal.property;

import com.contractorportal.csv.SafeCell;
import com.contractorportal.feature.Feature;
import com.contractorportal.feature.FeatureIsOff;
import com.contractorportal.feature.Features;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.property.PropertyImportView.RowError;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StoreUnavailable;
import com.contractorportal.tenancy.CurrentCustomer;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Imports of properties from CSV files. Uploads take as long as clients like, so that here, unlike
 * in other services, transactions begin only once the file is there.
 */
@ApplicationScoped
public class PropertyImportService {

  /** The largest file in bytes. */
  public static final long MOST_BYTES = 20L * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(PropertyImportService.class.getName());

  /** How the names of unfinished uploads end. */
  static final String PART = ".part";

  private static final int ERRORS_SHOWN = 100;
  private static final int ERRORS_A_PAGE = 200;

  @Inject private ImportLedger ledger;
  @Inject private ImportWorker worker;
  @Inject private ImportQueue queue;
  @Inject private Features features;

  @Inject
  @ConfigProperty(name = "portal.store.dir")
  private String store;

  /**
   * Receives a file and has it imported in the background.
   *
   * @param fileName what the sender calls it, only to be shown
   * @param dryRun whether to check the rows only
   * @throws FeatureIsOff if the customer does not have imports
   * @throws UnusableFile if it is no CSV file, or its first line does not name the columns
   * @throws FileTooLarge if it has more than {@link #MOST_BYTES}
   * @throws StoreUnavailable if it cannot be stored at present
   */
  public PropertyImportView start(String fileName, boolean dryRun, InputStream content)
      throws IOException {
    features.require(Feature.PROPERTY_IMPORT);
    UUID account = CurrentCustomer.actor().accountId().orElseThrow();
    Path part = receive(content);
    try {
      PropertyCsv.check(part);
      PropertyImport started =
          new PropertyImport(shownName(fileName), dryRun, Files.size(part), account);
      Path file = PropertyImport.file(store, CurrentCustomer.require(), started.id());
      inStore(
          () -> {
            Files.createDirectories(file.getParent());
            return Files.move(part, file);
          });
      try {
        PropertyImportView view = ledger.open(started);
        worker.wake();
        return view;
      } catch (RuntimeException failure) {
        Files.deleteIfExists(file);
        throw failure;
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path receive(InputStream content) throws IOException {
    Path part =
        inStore(() -> Files.createTempFile(Files.createDirectories(parts(store)), "import", PART));
    try (OutputStream out = inStore(() -> Files.newOutputStream(part))) {
      byte[] buffer = new byte[64 * 1024];
      long total = 0;
      for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
        int length = count;
        total += length;
        if (total > MOST_BYTES) {
          throw new FileTooLarge(MOST_BYTES);
        }
        inStore(
            () -> {
              out.write(buffer, 0, length);
              return part;
            });
      }
      return part;
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(part);
      throw failure;
    }
  }

  /** Where uploads are until they are whole. */
  static Path parts(String store) {
    return Path.of(store, "uploads");
  }

  /** What goes wrong here is not the sender's fault. */
  private static <T> T inStore(StoreWork<T> work) {
    try {
      return work.run();
    } catch (IOException failure) {
      LOG.log(
          Level.SEVERE, "The store (PORTAL_STORE_DIR) cannot be written: {0}", failure.toString());
      throw new StoreUnavailable();
    }
  }

  @FunctionalInterface
  private interface StoreWork<T> {
    T run() throws IOException;
  }

  private static String shownName(String fileName) {
    String plain = fileName == null || fileName.isBlank() ? "properties.csv" : fileName.strip();
    return plain.length() > 255 ? plain.substring(0, 255) : plain;
  }

  /**
   * An import with its progress and its first row errors.
   *
   * @throws NotFound if there is none
   */
  public PropertyImportView get(UUID id) {
    return ledger.get(id, ERRORS_SHOWN);
  }

  /** How many imports there are to do, over all customers. */
  public ImportFigures figures() {
    return queue.figures();
  }

  /** One page of the imports, without their row errors; sorted by {@code createdAt}. */
  public Page<PropertyImportView> list(PageRequest request) {
    return ledger.list(request);
  }

  /**
   * Writes all row errors as CSV: line, field, reason, value.
   *
   * @param words puts the reasons into the reader's language
   * @throws NotFound if there is no such import
   */
  public void writeErrors(UUID id, UnaryOperator<String> words, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord("line", "field", "reason", "value");
    PageRequest request = PageRequest.first(ERRORS_A_PAGE);
    while (true) {
      Page<RowError> page = ledger.errors(id, request);
      for (RowError error : page.items()) {
        csv.writeRecord(
            String.valueOf(error.line()),
            error.field(),
            words.apply(error.reason()),
            SafeCell.of(error.value().orElse("")));
      }
      csv.flush();
      if (page.nextCursor().isEmpty()) {
        return;
      }
      request = new PageRequest(ERRORS_A_PAGE, page.nextCursor().get(), null, false);
    }
  }
}
