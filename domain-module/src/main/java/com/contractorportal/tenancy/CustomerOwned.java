package com.contractorportal.tenancy;

import com.contractorportal.persistence.Ids;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * A row that belongs to one customer.
 *
 * <p>The discriminator is part of the primary key: only then does EclipseLink put {@code
 * customer_id} into every statement, outer joins and by-id updates included (docs/adr/0002).
 */
@MappedSuperclass
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(
    name = "customer_id",
    contextProperty = CustomerOwned.CONTEXT_PROPERTY,
    length = CustomerId.LENGTH,
    primaryKey = true)
public abstract class CustomerOwned {

  /** Has a dash, so that no query parameter can bear its name and override the customer. */
  static final String CONTEXT_PROPERTY = "portal.customer-id";

  @Id private UUID id;

  @Version private int version;

  protected CustomerOwned() {
    id = Ids.next();
  }

  public UUID id() {
    return id;
  }

  public int version() {
    return version;
  }
}
