package com.contractorportal.leaving;

import com.contractorportal.db.CustomerSchema;
import com.contractorportal.db.CustomerSchema.Table;
import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.OwnerDatabase;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Erases customers whose time of grace is over, on a node that has the owner's account: nobody else
 * can remove audit rows. All rows go in one transaction, in the order that the schema's foreign
 * keys allow; then the files.
 */
@ApplicationScoped
class Eraser implements RecurringTask {

  private static final Logger LOG = Logger.getLogger(Eraser.class.getName());

  /** What operators did stays on record, and this work until it is done. */
  static final Set<String> KEPT = Set.of("customer_erasure", "platform_audit");

  private static final String ACCOUNT = "account";

  @Inject private ErasureService erasures;
  @Inject private CustomerFiles files;
  @Inject private OwnerDatabase owner;
  @Inject private Shutdown shutdown;

  @Override
  public Duration pause() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    if (owner.isKnown()) {
      for (CustomerId customer : erasures.due()) {
        if (!shutdown.hasBegun()) {
          attempt(customer);
        }
      }
    }
  }

  private void attempt(CustomerId customer) {
    try {
      erase(customer);
    } catch (Exception failure) {
      LOG.log(
          Level.WARNING,
          failure,
          () -> "Customer " + customer + " could not be erased; it will be tried again");
    }
  }

  /** Erases a customer that is due; begun again, it goes on where it ended. */
  void erase(CustomerId customer) throws SQLException, IOException {
    if (!eraseRows(customer)) {
      return;
    }
    long removed = files.remove(customer);
    CurrentCustomer.bindOperator(Actor.portal("erasure", Ids.next().toString()));
    try {
      erasures.finish(customer, removed);
    } finally {
      CurrentCustomer.clear();
    }
    LOG.log(Level.INFO, "Customer {0} is erased", customer);
  }

  /**
   * @return whether no row is left
   */
  private boolean eraseRows(CustomerId customer) throws SQLException {
    try (Connection connection = owner.connect()) {
      connection.setAutoCommit(false);
      try {
        // Held until the end: nobody cancels, reopens or adds meanwhile. Reopening, too, holds the
        // customer before it cancels.
        Optional<String> status =
            text(
                connection,
                "SELECT status FROM customer WHERE customer_id = ? FOR UPDATE",
                customer);
        Optional<String> stands =
            text(
                connection,
                "SELECT status FROM customer_erasure WHERE customer_id = ? AND (due_at IS NULL"
                    + " OR due_at <= UTC_TIMESTAMP(6)) FOR UPDATE",
                customer);
        if (stands.equals(Optional.of(ErasureStatus.ROWS_GONE.name()))) {
          return true;
        }
        if (!stands.equals(Optional.of(ErasureStatus.CONFIRMED.name()))
            || !status.equals(Optional.of("CLOSED"))) {
          LOG.log(
              Level.WARNING,
              "Customer {0} is not erased: it is {1}",
              new Object[] {customer, status.orElse("gone")});
          return false;
        }
        long removed = delete(connection, customer);
        try (PreparedStatement gone =
            connection.prepareStatement(
                "UPDATE customer_erasure SET status = 'ROWS_GONE', removed_rows = ?,"
                    + " version = version + 1 WHERE customer_id = ?")) {
          gone.setLong(1, removed);
          gone.setString(2, customer.value());
          gone.executeUpdate();
        }
        connection.commit();
        return true;
      } finally {
        connection.rollback();
      }
    }
  }

  private static long delete(Connection connection, CustomerId customer) throws SQLException {
    CustomerSchema schema = CustomerSchema.of(connection);
    List<byte[]> accounts = accountsOfNobodyElse(connection, customer);
    List<Table> childrenFirst = new ArrayList<>(schema.parentsFirst());
    Collections.reverse(childrenFirst);
    long removed = 0;
    for (Table table : childrenFirst) {
      if (KEPT.contains(table.name())) {
        continue;
      }
      for (String column : schema.columnsTo(table.name(), ACCOUNT, "id")) {
        for (byte[] account : accounts) {
          removed +=
              update(
                  connection,
                  "DELETE FROM `%s` WHERE `%s` = ?".formatted(table.name(), column),
                  account);
        }
      }
      if (table.isOfCustomers()) {
        for (String column : schema.columnsToItself(table.name())) {
          update(
              connection,
              "UPDATE `%s` SET `%s` = NULL WHERE customer_id = ?".formatted(table.name(), column),
              customer.value());
        }
        removed +=
            update(
                connection,
                "DELETE FROM `%s` WHERE customer_id = ?".formatted(table.name()),
                customer.value());
      }
      if (table.name().equals(ACCOUNT)) {
        for (byte[] account : accounts) {
          removed += update(connection, "DELETE FROM account WHERE id = ?", account);
        }
      }
    }
    return removed;
  }

  /** People who have no other company here, and are no operators. */
  private static List<byte[]> accountsOfNobodyElse(Connection connection, CustomerId customer)
      throws SQLException {
    List<byte[]> accounts = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT a.id FROM account a WHERE NOT a.super_admin AND (a.customer_id = ? OR EXISTS"
                + " (SELECT 1 FROM membership m WHERE m.account_id = a.id AND m.customer_id = ?))"
                + " AND NOT EXISTS (SELECT 1 FROM membership o WHERE o.account_id = a.id AND"
                + " o.customer_id <> ?)")) {
      for (int i = 1; i <= 3; i++) {
        query.setString(i, customer.value());
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          accounts.add(rows.getBytes(1));
        }
      }
    }
    return accounts;
  }

  private static long update(Connection connection, String sql, Object value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, value);
      return statement.executeLargeUpdate();
    }
  }

  private static Optional<String> text(Connection connection, String sql, CustomerId customer)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, customer.value());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }
}
