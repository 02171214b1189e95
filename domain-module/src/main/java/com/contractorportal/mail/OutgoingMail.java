package com.contractorportal.mail;

import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerId;
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
 * A letter that waits to be sent, or was. It lives above customers, as do those who send it. What
 * it says may be a secret (the link of an invitation), so that is kept no longer than needed.
 */
@Entity
@Table(name = "outgoing_mail")
class OutgoingMail {

  /** With the pauses between them these make about a day. */
  static final int MOST_ATTEMPTS = 28;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_OF_A_SUBJECT = 200;

  @Id private UUID id;

  @Version private int version;

  @Column(name = "customer_id")
  private String customerId;

  private String recipient;
  private String subject;
  private String body;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  private int attempts;

  @Column(name = "lease_owner")
  private String leaseOwner;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  @Column(name = "sent_at")
  private Instant sentAt;

  protected OutgoingMail() {}

  OutgoingMail(Optional<CustomerId> customer, String recipient, String subject, String body) {
    this.id = Ids.next();
    this.customerId = customer.map(CustomerId::value).orElse(null);
    this.recipient = recipient;
    this.subject = oneLine(subject);
    this.body = body;
    this.createdAt = Now.instant();
    this.nextAttemptAt = createdAt;
  }

  /** What people chose to call things must not become a header of its own. */
  private static String oneLine(String subject) {
    String line = subject.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    return line.substring(0, Math.min(line.length(), MOST_OF_A_SUBJECT));
  }

  void leaseTo(String owner, Instant now, Duration lease) {
    leaseOwner = owner;
    leaseUntil = now.plus(lease);
    nextAttemptAt = leaseUntil;
    attempts++;
  }

  boolean isLeasedTo(String owner) {
    return owner.equals(leaseOwner);
  }

  /** The mail server has it. */
  void sent(Instant now) {
    sentAt = now;
    end();
  }

  /** Nobody will ever take it. */
  void giveUp() {
    end();
  }

  /**
   * The mail server did not take it this time.
   *
   * @return whether there will be another attempt
   */
  boolean failed(Instant now) {
    if (attempts >= MOST_ATTEMPTS) {
      end();
      return false;
    }
    leaseOwner = null;
    leaseUntil = null;
    nextAttemptAt = now.plus(pauseAfter(attempts));
    return true;
  }

  /** A minute, then twice as long each time, up to an hour. */
  static Duration pauseAfter(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private void end() {
    body = "";
    nextAttemptAt = null;
    leaseOwner = null;
    leaseUntil = null;
  }

  Letter letter() {
    return new Letter(id, recipient, subject, body, createdAt);
  }
}
