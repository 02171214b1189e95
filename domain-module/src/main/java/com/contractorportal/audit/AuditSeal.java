package com.contractorportal.audit;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One link of a customer's chain: the digest of an entry, or of the note that old entries were
 * removed, hashed together with all links before it.
 */
@Entity
@Table(name = "audit_seal")
class AuditSeal extends CustomerOwned {

  /** What is sealed. */
  enum Kind {
    ENTRY,
    RETENTION
  }

  private long sequence;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "entry_id")
  private UUID entryId;

  @Column(name = "removed_through")
  private Long removedThrough;

  private byte[] digest;
  private byte[] hash;

  @Column(name = "sealed_at")
  private Instant sealedAt;

  protected AuditSeal() {}

  private AuditSeal(
      Optional<AuditSeal> before, Kind kind, UUID entryId, Long removedThrough, byte[] digest) {
    this.sequence = before.map(AuditSeal::sequence).orElse(0L) + 1;
    this.kind = kind;
    this.entryId = entryId;
    this.removedThrough = removedThrough;
    this.digest = digest;
    this.hash = Chain.hash(before.map(it -> it.hash).orElse(Chain.BEGINNING), sequence, digest);
    this.sealedAt = Now.instant();
  }

  /**
   * Seals an entry.
   *
   * @param entry as it is; empty if it was removed before it could be sealed, which verifying tells
   */
  static AuditSeal of(UUID entryId, Optional<AuditEntry> entry, Optional<AuditSeal> before) {
    byte[] digest = Chain.digest(entry.map(AuditEntry::fields).orElseGet(TreeMap::new));
    return new AuditSeal(before, Kind.ENTRY, entryId, null, digest);
  }

  /** Seals that the entries up to this one of the chain have served their time. */
  static AuditSeal ofRemoval(long through, AuditSeal before) {
    return new AuditSeal(
        Optional.of(before), Kind.RETENTION, null, through, Chain.digest(removal(through)));
  }

  static SortedMap<String, String> removal(long through) {
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put("removedThrough", Long.toString(through));
    return fields;
  }

  long sequence() {
    return sequence;
  }

  boolean isOfEntry() {
    return kind == Kind.ENTRY;
  }

  Kind kind() {
    return kind;
  }

  UUID entryId() {
    return entryId;
  }

  long removedThrough() {
    return removedThrough;
  }

  Instant sealedAt() {
    return sealedAt;
  }

  byte[] hashAfter(byte[] before) {
    return Chain.hash(before, sequence, digest);
  }

  boolean hasHash(byte[] expected) {
    return Arrays.equals(hash, expected);
  }

  boolean hasDigestOf(SortedMap<String, String> fields) {
    return Arrays.equals(digest, Chain.digest(fields));
  }

  String digestText() {
    return HexFormat.of().formatHex(digest);
  }

  String hashText() {
    return HexFormat.of().formatHex(hash);
  }
}
