package com.contractorportal.property;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.csv.SafeCell;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Writes properties as CSV, page by page and each page in a transaction of its own, so that memory
 * stays flat however many there are. What changes meanwhile may be in it or not.
 */
@ApplicationScoped
public class PropertyExportService {

  private static final int A_PAGE = 200;

  @Inject private PropertyService properties;
  @Inject private AuditTrail audit;

  /** What the audit trail keeps of an export. */
  public record Export(PropertyFilter filter) {}

  /** Writes down who takes which properties with them, before the first byte is sent. */
  @Transactional
  public void begin(PropertyFilter filter) {
    audit.downloaded("property export", Ids.next(), new Export(filter));
  }

  /** Writes all properties that the filter leaves, by name, in columns that imports understand. */
  public void write(PropertyFilter filter, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord(PropertyCsv.header());
    String cursor = null;
    do {
      Page<PropertyView> page =
          properties.list(filter, new PageRequest(A_PAGE, cursor, "name", false));
      page.items().forEach(property -> write(property, csv));
      csv.flush();
      cursor = page.nextCursor().orElse(null);
    } while (cursor != null);
  }

  /** In the order of {@link PropertyCsv#header}. */
  private static void write(PropertyView property, CsvWriter csv) {
    csv.writeRecord(
        SafeCell.of(property.name()),
        SafeCell.of(property.street()),
        text(property.unit()),
        text(property.city()),
        text(property.state()),
        text(property.postalCode()),
        number(property.latitude()),
        number(property.longitude()),
        property.kind().name(),
        number(property.areaM2()),
        number(property.triggerDepthCm()),
        text(property.siteNotes()),
        property.status().name(),
        text(property.externalRef()));
  }

  private static String text(Optional<String> text) {
    return text.map(SafeCell::of).orElse("");
  }

  private static String number(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }
}
