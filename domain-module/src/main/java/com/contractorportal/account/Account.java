package com.contractorportal.account;

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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's login. What the person may do in a company stands in a {@link Membership}; only the
 * vendor's operators carry their role here.
 *
 * <p>Whoever is invited gets an account that belongs to the inviting customer only, whoever else
 * may have one with the same address. It becomes everybody's when the address is proven by a link
 * that was mailed to it (docs/adr/0023).
 */
@Entity
@Table(name = "account")
class Account {

  private static final Duration JUST = Duration.ofHours(1);

  @Id private UUID id;

  @Version private int version;

  private String email;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "super_admin")
  private boolean superAdmin;

  @Column(name = "failed_logins")
  private int failedLogins;

  @Column(name = "locked_until")
  private Instant lockedUntil;

  @Column(name = "customer_id")
  private String customerId;

  /**
   * True, or else absent: an address has one account that is everybody's, the database sees to it.
   */
  private Boolean everybodys = true;

  @Column(name = "email_proven_at")
  private Instant emailProvenAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Account() {}

  private Account(String email, String displayName, String passwordHash, boolean superAdmin) {
    this.id = Ids.next();
    this.email = normalized(email);
    this.displayName = displayName.strip();
    this.passwordHash = passwordHash;
    this.superAdmin = superAdmin;
    this.createdAt = Now.instant();
    this.updatedAt = createdAt;
  }

  /** An account of the vendor's staff. */
  static Account operator(String email, String displayName, String passwordHash) {
    return new Account(email, displayName, passwordHash, true);
  }

  /** An account of somebody whom a customer invites; it has no password yet. */
  static Account invited(CustomerId customer, String email, String displayName) {
    Account account = new Account(email, displayName, null, false);
    account.customerId = customer.value();
    account.everybodys = null;
    return account;
  }

  /** Addresses are compared and stored in lower case. */
  static String normalized(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  UUID id() {
    return id;
  }

  String email() {
    return email;
  }

  /** Absent until the person has chosen a password: nobody signs in until then. */
  Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  /** Whether the password that was found right is the one that holds. */
  boolean hasPassword(String hash) {
    return hash.equals(passwordHash);
  }

  /** The only customer for which the account is good; absent if it is good for all. */
  Optional<CustomerId> customer() {
    return Optional.ofNullable(customerId).map(CustomerId::new);
  }

  boolean isSuperAdmin() {
    return superAdmin;
  }

  boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** Counts a wrong password, and locks the account when there were too many in a row. */
  void passwordWasWrong(Instant now) {
    failedLogins++;
    LockOut.after(failedLogins).ifPresent(duration -> lockedUntil = now.plus(duration));
  }

  /** Forgets earlier wrong passwords. */
  void passwordWasRight() {
    failedLogins = 0;
    lockedUntil = null;
  }

  void changePassword(String newHash) {
    passwordHash = newHash;
    updatedAt = Now.instant();
  }

  /** The first password; wrong ones that others tried before do not count. */
  void choosePassword(String hash) {
    if (passwordHash != null) {
      throw new IllegalStateException("An invitation never changes a password.");
    }
    changePassword(hash);
    passwordWasRight();
  }

  /** A new password for whoever forgot the old one; what others tried meanwhile does not count. */
  void resetPassword(String hash) {
    changePassword(hash);
    passwordWasRight();
  }

  /**
   * Whether who reads the address's mail may have the account: only where that was so before. An
   * account that is one customer's own was made with an address that somebody typed; an operator's
   * address was never proven, and opens everything.
   */
  boolean isOpenedByItsMail() {
    return ownsItsAddress() && !superAdmin && passwordHash != null;
  }

  /** Whether its person reads the mail of the address, as a mailed link has shown. */
  boolean ownsItsAddress() {
    return customerId == null && emailProvenAt != null;
  }

  /** Its owner has followed a link that was mailed to the address: it is good for all customers. */
  void proveAddress(Instant now) {
    customerId = null;
    everybodys = true;
    emailProvenAt = now;
    updatedAt = now;
  }

  /** Whether the address was proven within the hour, as it is when somebody joins. */
  boolean hasJustJoined(Instant now) {
    return emailProvenAt != null && now.isBefore(emailProvenAt.plus(JUST));
  }

  AccountView view() {
    return new AccountView(id, email, displayName, superAdmin);
  }
}
