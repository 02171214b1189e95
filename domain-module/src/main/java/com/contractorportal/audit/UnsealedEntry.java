package com.contractorportal.audit;

import com.contractorportal.tenancy.CustomerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * An entry that waits for its seal, written in the same transaction. It lives above customers,
 * because whoever looks for work has no customer yet; it holds nothing of theirs.
 */
@Entity
@Table(name = "audit_unsealed")
@IdClass(UnsealedEntry.Key.class)
class UnsealedEntry {

  @Id
  @Column(name = "entry_id")
  private UUID entryId;

  @Id
  @Column(name = "customer_id")
  private String customerId;

  @Version private int version;

  protected UnsealedEntry() {}

  UnsealedEntry(UUID entryId, CustomerId customer) {
    this.entryId = entryId;
    this.customerId = customer.value();
  }

  UUID entryId() {
    return entryId;
  }

  /** Both columns: rows are removed by their whole key, which locks nothing beside them. */
  static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID entryId;
    private String customerId;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(entryId, key.entryId)
          && Objects.equals(customerId, key.customerId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(entryId, customerId);
    }
  }
}
