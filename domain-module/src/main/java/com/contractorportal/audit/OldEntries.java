package com.contractorportal.audit;

import com.contractorportal.housekeeping.CustomerChore;
import com.contractorportal.persistence.OwnerDatabase;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Entries that have served their time, if operators have set one. The chain says so first, and
 * keeps their links. Only the schema's owner can remove entries: nodes without that account leave
 * them.
 */
@ApplicationScoped
class OldEntries implements CustomerChore {

  /** Longer than any portal runs. */
  private static final Duration ALWAYS = Duration.ofDays(365_000);

  @Inject private SealLedger ledger;
  @Inject private SealedHeads heads;
  @Inject private OwnerDatabase owner;

  @Inject
  @ConfigProperty(name = "portal.retention.audit")
  private Optional<Duration> kept;

  @Override
  public String things() {
    return "audit entries";
  }

  @Override
  public Duration kept() {
    return kept.orElse(ALWAYS);
  }

  @Override
  public int removeSome(Instant before, int most) {
    if (!owner.isKnown() || kept.isEmpty()) {
      return 0;
    }
    return remove(before, most);
  }

  int remove(Instant before, int most) {
    try {
      long through = ledger.sealRemoval(before, most);
      if (through == 0) {
        return 0;
      }
      heads.append(ledger.last().orElseThrow());
      return delete(before, through);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (SQLException failure) {
      throw new IllegalStateException("Old audit entries could not be removed.", failure);
    }
  }

  private int delete(Instant before, long through) throws SQLException {
    try (Connection connection = owner.connect();
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE e FROM audit_entry e JOIN audit_seal s"
                    + " ON s.customer_id = e.customer_id AND s.entry_id = e.id"
                    + " WHERE e.customer_id = ? AND e.at < ? AND s.sequence <= ?")) {
      delete.setString(1, CurrentCustomer.require().value());
      delete.setTimestamp(2, Timestamp.from(before));
      delete.setLong(3, through);
      return delete.executeUpdate();
    }
  }
}
