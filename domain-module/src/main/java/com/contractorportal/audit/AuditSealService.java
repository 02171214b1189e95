package com.contractorportal.audit;

import com.contractorportal.audit.AuditVerification.Break;
import com.contractorportal.audit.AuditVerification.Kind;
import com.contractorportal.audit.AuditVerification.Removal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Shows whether anybody has tampered with the customer's audit trail. Trails may be long: they are
 * read in pieces, each in a transaction of its own.
 */
@ApplicationScoped
public class AuditSealService {

  private static final int A_PIECE = 500;
  private static final int PATIENCE_SECONDS = 10;

  private final Semaphore turn = new Semaphore(1);

  @Inject private SealLedger ledger;
  @Inject private UnsealedEntries waiting;
  @Inject private SealedHeads heads;
  @Inject private AuditTrail trail;

  /**
   * Compares each entry with its seal, each seal with those before it, the chain with the heads
   * that were written outside the database, and looks for entries that never waited for a seal.
   *
   * @throws VerificationRunning if this node has been verifying another trail for long
   */
  public AuditVerification verify() {
    takeTurn();
    try {
      Verification verification = new Verification(heads.all());
      verification.readOn();
      return verification.result();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      turn.release();
    }
  }

  private void takeTurn() {
    try {
      if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new VerificationRunning();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new VerificationRunning();
    }
  }

  /** One reading of the trail. */
  private final class Verification {

    private final NotedHeads noted;
    private long removedThrough = ledger.removedThrough();
    private long sequence;
    private long entries;
    private byte[] hash = Chain.BEGINNING;
    private Optional<AuditSeal> last = Optional.empty();
    private Optional<Break> broken = Optional.empty();

    Verification(NotedHeads noted) {
      this.noted = noted;
    }

    void readOn() {
      SealLedger.Links links = ledger.after(0, A_PIECE);
      while (!links.seals().isEmpty()) {
        for (AuditSeal seal : links.seals()) {
          broken = check(seal, Optional.ofNullable(links.entries().get(seal.entryId())));
          if (broken.isPresent()) {
            return;
          }
        }
        links = ledger.after(sequence, A_PIECE);
      }
      broken = cutOff().or(this::added);
    }

    private Optional<Break> check(AuditSeal seal, Optional<AuditEntry> entry) {
      long expected = sequence + 1;
      if (seal.sequence() != expected) {
        return broken(expected, null, Kind.SEAL_MISSING, "The seal is gone.");
      }
      byte[] next = seal.hashAfter(hash);
      if (!seal.hasHash(next) || (!seal.isOfEntry() && !isNoteOfRemoval(seal))) {
        return broken(
            expected, seal.entryId(), Kind.SEAL_CHANGED, "The seal does not fit those before it.");
      }
      if (noted.contradict(expected, seal.hashText())) {
        return broken(
            expected,
            seal.entryId(),
            Kind.HEAD_DIFFERS,
            "The chain differs from what was written outside the database.");
      }
      if (entry.isPresent() && !seal.hasDigestOf(entry.get().fields())) {
        return broken(
            expected, seal.entryId(), Kind.ENTRY_CHANGED, "The entry is not what it was.");
      }
      if (seal.isOfEntry() && entry.isEmpty() && !mayBeGone(expected)) {
        return broken(expected, seal.entryId(), Kind.ENTRY_MISSING, "The entry is gone.");
      }
      sequence = expected;
      hash = next;
      entries += entry.isPresent() ? 1 : 0;
      last = Optional.of(seal);
      return Optional.empty();
    }

    private boolean isNoteOfRemoval(AuditSeal seal) {
      return seal.hasDigestOf(AuditSeal.removal(seal.removedThrough()));
    }

    /** Entries may have served their time since the reading began. */
    private boolean mayBeGone(long place) {
      if (place > removedThrough) {
        removedThrough = ledger.removedThrough();
      }
      return place <= removedThrough;
    }

    private Optional<Break> cutOff() {
      return noted.last() <= sequence
          ? Optional.empty()
          : broken(
              sequence + 1,
              null,
              Kind.SEAL_MISSING,
              "The chain once was " + noted.last() + " links long.");
    }

    /** Entries that neither have a seal nor wait for one. */
    private Optional<Break> added() {
      Optional<UUID> from = Optional.empty();
      while (true) {
        List<UUID> some = ledger.unsealedAfter(from, A_PIECE);
        if (some.isEmpty()) {
          return Optional.empty();
        }
        Set<UUID> inTime = waiting.waitingOf(some);
        for (UUID entry : some) {
          // It may have got its seal between the two questions.
          if (!inTime.contains(entry) && !ledger.isSealed(entry)) {
            return Optional.of(
                new Break(
                    Optional.empty(),
                    Optional.of(entry),
                    Kind.ENTRY_ADDED,
                    "The entry was not written by the portal."));
          }
        }
        from = Optional.of(some.get(some.size() - 1));
      }
    }

    private Optional<Break> broken(long place, UUID entry, Kind kind, String detail) {
      return Optional.of(new Break(Optional.of(place), Optional.ofNullable(entry), kind, detail));
    }

    AuditVerification result() {
      return new AuditVerification(
          broken.isEmpty(),
          sequence,
          entries,
          waiting.count(),
          last.map(AuditSeal::sealedAt),
          last.map(AuditSeal::hashText),
          ledger.removals().stream()
              .map(removal -> new Removal(removal.removedThrough(), removal.sealedAt()))
              .toList(),
          broken);
    }
  }

  /**
   * What is taken along.
   *
   * @param links how long the chain is
   */
  public record Export(long links) {}

  /** Writes down who takes the trail along. */
  @Transactional
  public void takenAlong() {
    long links = ledger.last().map(AuditSeal::sequence).orElse(0L);
    trail.downloaded("audit trail", "all", new Export(links));
  }

  /** Writes all that is sealed, a line of JSON for each link; docs/guides/audit.md tells of it. */
  public void write(Writer out) throws IOException {
    SealLedger.Links links = ledger.after(0, A_PIECE);
    while (!links.seals().isEmpty()) {
      for (AuditSeal seal : links.seals()) {
        out.write(line(seal, Optional.ofNullable(links.entries().get(seal.entryId()))));
        out.write('\n');
      }
      out.flush();
      links = ledger.after(links.seals().get(links.seals().size() - 1).sequence(), A_PIECE);
    }
  }

  private static String line(AuditSeal seal, Optional<AuditEntry> entry) {
    JsonObjectBuilder line =
        Json.createObjectBuilder()
            .add("sequence", seal.sequence())
            .add("kind", seal.kind().name())
            .add("sealedAt", seal.sealedAt().toString())
            .add("digest", seal.digestText())
            .add("hash", seal.hashText());
    if (seal.isOfEntry()) {
      line.add("entryId", seal.entryId().toString());
    } else {
      line.add("removedThrough", seal.removedThrough());
    }
    entry.ifPresent(
        there -> {
          JsonObjectBuilder fields = Json.createObjectBuilder();
          there.fields().forEach(fields::add);
          line.add("entry", fields);
        });
    return line.build().toString();
  }
}
