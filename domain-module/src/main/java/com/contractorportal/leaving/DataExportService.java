package com.contractorportal.leaving;

import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.UUID;

/** Gives a customer all of its data, in one file that stays a week. */
@ApplicationScoped
public class DataExportService {

  @Inject private ExportLedger ledger;
  @Inject private CustomerFiles files;

  /** A bundle that is ready, and what is in it. */
  public record OpenBundle(DataExportView export, InputStream content) {}

  /**
   * Asks for a bundle; a node begins it within seconds.
   *
   * @throws ExportUnderWay if the last one has not ended
   */
  public DataExportView start() {
    return ledger.add(CurrentCustomer.actor().accountId().orElseThrow());
  }

  /** One page of the customer's exports, the newest first unless sorted by {@code createdAt}. */
  public Page<DataExportView> list(PageRequest request) {
    return ledger.list(
        new PageRequest(
            request.limit(),
            request.cursor(),
            Optional.ofNullable(request.sort()).orElse("-createdAt"),
            request.total()));
  }

  /**
   * @throws NotFound if there is none
   */
  public DataExportView get(UUID id) {
    return ledger.get(id);
  }

  /**
   * Opens a bundle, and writes down who took it.
   *
   * @throws NotFound if there is none, or it is not ready
   */
  public OpenBundle open(UUID id) {
    DataExportView export = ledger.get(id);
    if (export.status() != ExportStatus.COMPLETED) {
      throw new NotFound("bundle");
    }
    try {
      InputStream content =
          Files.newInputStream(files.bundle(CurrentCustomer.require(), id.toString()));
      ledger.taken(export);
      return new OpenBundle(export, content);
    } catch (NoSuchFileException gone) {
      throw new NotFound("bundle");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
