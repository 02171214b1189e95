package com.contractorportal.property;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** What is wrong with one row of an imported file. */
@Entity
@Table(name = "property_import_error")
class PropertyImportError extends CustomerOwned {

  private static final int LONGEST_REASON = 300;
  private static final int LONGEST_VALUE = 200;

  @Column(name = "import_id")
  private UUID importId;

  private int line;
  private String field;
  private String reason;
  private String value;

  protected PropertyImportError() {}

  PropertyImportError(UUID importId, PropertyImportView.RowError error) {
    this.importId = importId;
    this.line = error.line();
    this.field = error.field();
    this.reason = shortened(error.reason(), LONGEST_REASON);
    this.value = error.value().map(text -> shortened(text, LONGEST_VALUE)).orElse(null);
  }

  private static String shortened(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest - 1) + '…' : text;
  }

  int line() {
    return line;
  }

  PropertyImportView.RowError view() {
    return new PropertyImportView.RowError(line, field, reason, Optional.ofNullable(value));
  }
}
