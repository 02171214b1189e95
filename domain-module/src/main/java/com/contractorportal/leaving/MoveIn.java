package com.contractorportal.leaving;

import com.contractorportal.db.CustomerSchema;
import com.contractorportal.db.DatabaseAccount;
import com.contractorportal.db.DatabaseConnection;
import com.contractorportal.leaving.MovedRows.Standing;
import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.Now;
import com.contractorportal.persistence.UuidBytes;
import com.contractorportal.tenancy.CustomerId;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves the data of the old, single-tenant portal in: run by {@code bin/portal move-in}. First
 * {@code convert} makes a bundle of the old tables, then {@code take} makes it part of a customer,
 * and {@code undo} takes it away again. Each is done whole or not at all, and doing it again
 * changes nothing. All of it is told in docs/guides/moving-in.md.
 */
public final class MoveIn {

  /** Exit status when nothing was done, and why was said. */
  static final int NOTHING_DONE = 1;

  /** Exit status when the command was not understood, or a setting is missing. */
  static final int NOT_UNDERSTOOD = 78;

  private static final int IS_REFERRED_TO = 1451;

  private static final String USAGE =
      """
      move-in convert OLD BUNDLE [--customer ID] [--mapping FILE] [--report FILE]
          makes a bundle of the old portal's tables, a folder or zip of CSV files, for the customer (LEGACY001)
      move-in take BUNDLE [--plan CODE]
          makes the bundle part of its customer, who is made, suspended and on that plan (ENTERPRISE), if there is none
      move-in undo BUNDLE
          removes what was taken of the bundle, if nothing of it has been changed since
      move-in mapping
          prints which old column becomes what\
      """;

  private final Map<String, String> environment;
  private final PrintStream out;

  private MoveIn(Map<String, String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.getenv(), System.out));
  }

  static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
    MoveIn command = new MoveIn(environment, out);
    Map<String, String> options = new HashMap<>();
    List<String> words = words(arguments, options);
    try {
      String what = words.isEmpty() ? "" : words.get(0);
      if (what.equals("convert")
          && words.size() == 3
          && knows(options, "customer", "mapping", "report")) {
        return command.convert(Path.of(words.get(1)), Path.of(words.get(2)), options);
      }
      if (what.equals("take") && words.size() == 2 && knows(options, "plan")) {
        return command.take(Path.of(words.get(1)), options.getOrDefault("plan", "ENTERPRISE"));
      }
      if (what.equals("undo") && words.size() == 2 && knows(options)) {
        return command.undo(Path.of(words.get(1)));
      }
      if (what.equals("mapping") && words.size() == 1 && knows(options)) {
        out.print(OldMapping.text());
        return 0;
      }
      out.println(USAGE);
      return NOT_UNDERSTOOD;
    } catch (UnusableBundle why) {
      out.println(why.getMessage());
    } catch (IOException failure) {
      out.println("A file cannot be read or written: " + failure + ".");
    } catch (SQLException failure) {
      out.println(
          failure.getErrorCode() == IS_REFERRED_TO
              ? "Something that came later refers to what was moved in; nothing was done."
              : "The database refused, and nothing was done: " + failure.getMessage());
    }
    return NOTHING_DONE;
  }

  /** What stands between the options, each of which has a value; an odd one is kept as a word. */
  private static List<String> words(List<String> arguments, Map<String, String> options) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).startsWith("--") && i + 1 < arguments.size()) {
        options.put(arguments.get(i).substring(2), arguments.get(++i));
      } else {
        words.add(arguments.get(i));
      }
    }
    return words;
  }

  private static boolean knows(Map<String, String> options, String... known) {
    return List.of(known).containsAll(options.keySet());
  }

  private int convert(Path old, Path bundle, Map<String, String> options)
      throws SQLException, IOException {
    String id = options.getOrDefault("customer", CustomerId.LEGACY.value());
    if (!CustomerId.isValid(id)) {
      throw new UnusableBundle("A customer's id has nine characters, %s is none.", id);
    }
    OldMapping mapping =
        options.containsKey("mapping")
            ? OldMapping.of(Path.of(options.get("mapping")))
            : OldMapping.ours();
    CustomerSchema schema;
    try (Connection connection = connect()) {
      schema = CustomerSchema.of(connection);
    }
    Path told = Path.of(options.getOrDefault("report", bundle + ".report.csv"));
    MoveInReport report;
    try (OldFolder folder = new OldFolder(old)) {
      report = OldPortalBundle.write(mapping, folder, new CustomerId(id), schema, bundle);
    }
    report.write(told);
    report
        .counts()
        .forEach(
            (table, count) ->
                out.printf("%s: %d of %d rows%n", table, count.taken(), count.read()));
    out.printf(
        "The bundle for %s is %s, SHA-256 %s.%n%s%n",
        id,
        bundle,
        digest(bundle),
        report.items().isEmpty()
            ? "Everything was taken."
            : report.items().size() + " things were left; " + told + " names them.");
    return 0;
  }

  private int take(Path file, String plan) throws SQLException, IOException {
    try (BundleReader bundle = open(file);
        Connection connection = connect()) {
      connection.setAutoCommit(false);
      CustomerId customer = bundle.customer();
      Optional<String> status = hold(connection, customer);
      boolean isThere = status.isPresent();
      MovedRows rows = new MovedRows(connection, bundle);
      Standing before = isThere ? rows.standing() : new Standing(0, 0, 1);
      if (before.isAll()) {
        out.printf(
            "All %d rows of the bundle are in %s already; nothing was done.%n",
            before.equal(), customer);
        return 0;
      }
      if (!before.isNone()) {
        throw new UnusableBundle(
            "This bundle, or one like it, was taken into %s before: %d of its rows are there, %d are others by now, %d are not there. Nothing was done.",
            customer, before.equal(), before.others(), before.missing());
      }
      if (status.equals(Optional.of("CLOSED"))) {
        throw new UnusableBundle("%s is closed, and may be erased: reopen it first.", customer);
      }
      if (!isThere) {
        bundle.insertCustomer(connection, customer, plan);
      }
      List<String> there = rows.addressesThatAreThere();
      if (!there.isEmpty()) {
        throw new UnusableBundle(
            "These addresses have members of %s already: %s. Remove these members first, or take in before anybody is invited. Nothing was done.",
            customer, String.join(", ", there));
      }
      Map<String, Long> taken = rows.insert();
      Standing after = rows.standing();
      if (!after.isAll()) {
        throw new UnusableBundle(
            "What was written is not what was read, in %d rows. Nothing was done.",
            after.others() + after.missing());
      }
      record(connection, customer, "move-in", file, taken);
      connection.commit();
      out.printf(
          "%d rows are in %s now%s.%n",
          after.equal(),
          customer,
          isThere ? "" : ", who is new and suspended: look, then activate and invite");
      return 0;
    }
  }

  private int undo(Path file) throws SQLException, IOException {
    try (BundleReader bundle = open(file);
        Connection connection = connect()) {
      connection.setAutoCommit(false);
      CustomerId customer = bundle.customer();
      MovedRows rows = new MovedRows(connection, bundle);
      if (hold(connection, customer).isEmpty()) {
        out.printf("There is no customer %s; nothing was done.%n", customer);
        return 0;
      }
      Standing before = rows.standing();
      if (before.isNone()) {
        out.printf("Nothing of the bundle is in %s; nothing was done.%n", customer);
        return 0;
      }
      if (!before.isAll()) {
        throw new UnusableBundle(
            "Of the bundle's rows in %s %d have been changed and %d removed since; nothing was done.",
            customer, before.others(), before.missing());
      }
      record(connection, customer, "undo-move-in", file, rows.remove());
      connection.commit();
      out.printf("%d rows are gone from %s again.%n", before.equal(), customer);
      return 0;
    }
  }

  private static BundleReader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnusableBundle("There is no file %s.", file);
    }
    BundleReader bundle = new BundleReader(file);
    try {
      if (!bundle.origin().equals(OldPortalBundle.ORIGIN)) {
        throw new UnusableBundle("This bundle was not made by move-in convert.");
      }
      bundle.checkWhole();
      return bundle;
    } catch (IOException | RuntimeException failure) {
      bundle.close();
      throw failure;
    }
  }

  /**
   * Makes others who would move in, undo or erase wait for the end of the transaction.
   *
   * @return the customer's status, if there is one
   */
  private static Optional<String> hold(Connection connection, CustomerId customer)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT status FROM customer WHERE customer_id = ? FOR UPDATE")) {
      query.setString(1, customer.value());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** Tells the customer's trail and the platform's. */
  private static void record(
      Connection connection, CustomerId customer, String action, Path file, Map<String, Long> rows)
      throws SQLException, IOException {
    JsonObjectBuilder byTable = Json.createObjectBuilder();
    rows.forEach(byTable::add);
    String state =
        Json.createObjectBuilder()
            .add("bundle", digest(file))
            .add("rows", byTable)
            .build()
            .toString();
    UUID entry = Ids.next();
    try (PreparedStatement own =
            connection.prepareStatement(
                "INSERT INTO audit_entry (customer_id, id, at, actor_name, action, entity, entity_id,"
                    + " after_state) VALUES (?, ?, ?, ?, ?, 'customer', ?, ?)");
        PreparedStatement unsealed =
            connection.prepareStatement(
                "INSERT INTO audit_unsealed (customer_id, entry_id) VALUES (?, ?)");
        PreparedStatement platform =
            connection.prepareStatement(
                "INSERT INTO platform_audit (customer_id, id, at, actor_name, action, entity,"
                    + " entity_id, after_state) VALUES (?, ?, ?, ?, ?, 'customer', ?, ?)")) {
      Timestamp now = Timestamp.from(Now.instant());
      for (PreparedStatement insert : List.of(own, platform)) {
        insert.setString(1, customer.value());
        insert.setBytes(2, UuidBytes.of(insert == own ? entry : Ids.next()));
        insert.setTimestamp(3, now);
        insert.setString(4, "move-in by " + System.getProperty("user.name"));
        insert.setString(5, action);
        insert.setString(6, customer.value());
        insert.setString(7, state);
        insert.executeUpdate();
      }
      unsealed.setString(1, customer.value());
      unsealed.setBytes(2, UuidBytes.of(entry));
      unsealed.executeUpdate();
    }
  }

  private Connection connect() throws SQLException {
    for (String name : List.of("PORTAL_DB_URL", "PORTAL_DB_USER", "PORTAL_DB_PASSWORD")) {
      if (environment.getOrDefault(name, "").isEmpty()) {
        throw new UnusableBundle("%s is not set.", name);
      }
    }
    return DatabaseConnection.open(
        environment.get("PORTAL_DB_URL"),
        new DatabaseAccount(
            environment.get("PORTAL_DB_USER"), environment.get("PORTAL_DB_PASSWORD")));
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = BundleZip.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
