package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.eclipse.persistence.annotations.ReadOnly;

/** A photo of a work log as reports read it. */
@Entity
@ReadOnly
@Table(name = "log_photo")
class ReportedPhoto extends CustomerOwned {

  @Column(name = "log_id")
  private UUID logId;

  protected ReportedPhoto() {}
}
