package com.contractorportal.support;

import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One time that an operator is let into a customer: from its start until it is ended or its time is
 * over, whichever comes first. It also ends with the operator's own session.
 */
@Entity
@Table(name = "support_access")
class SupportAccess {

  @Id private UUID id;

  @Version private int version;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "operator_id")
  private UUID operatorId;

  @Column(name = "operator_name")
  private String operatorName;

  @Column(name = "session_id")
  private UUID sessionId;

  private String reason;

  @Column(name = "may_write")
  private boolean mayWrite;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private UUID endedBy;

  protected SupportAccess() {}

  /**
   * @param sessionId the operator's own session
   */
  SupportAccess(CustomerId customer, Actor operator, UUID sessionId, SupportRequest request) {
    this.id = Ids.next();
    this.customerId = customer.value();
    this.operatorId = operator.accountId().orElseThrow();
    this.operatorName = operator.name();
    this.sessionId = sessionId;
    this.reason = request.reason().strip();
    this.mayWrite = Boolean.TRUE.equals(request.write());
    this.startedAt = Now.instant();
    this.expiresAt = startedAt.plus(Duration.ofMinutes(request.minutes()));
  }

  /** Ends it, unless it is over already. */
  boolean end(Optional<UUID> by) {
    Instant now = Now.instant();
    if (endedAt != null || !now.isBefore(expiresAt)) {
      return false;
    }
    endedAt = now;
    endedBy = by.orElse(null);
    return true;
  }

  /** What an operator is in the customer: never its administrator. */
  static Role role(boolean mayWrite) {
    return mayWrite ? Role.MANAGER : Role.VIEWER;
  }

  UUID id() {
    return id;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Role role() {
    return role(mayWrite);
  }

  SupportAccessView view() {
    return new SupportAccessView(
        id, operatorName, reason, mayWrite, startedAt, expiresAt, Optional.ofNullable(endedAt));
  }
}
