package com.contractorportal.account;

import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.Now;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A person's login. What the person may do in a company stands in a {@link Membership}; only the
 * vendor's operators carry their role here.
 */
@Entity
@Table(name = "account")
class Account {

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

  String passwordHash() {
    return passwordHash;
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

  AccountView view() {
    return new AccountView(id, email, displayName, superAdmin);
  }
}
