package com.contractorportal.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.Measurements;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an import costs beside the same rows written by plain, batched JDBC. */
@ExtendWith(ArquillianExtension.class)
class ImportCostIT {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int ROWS_A_TRANSACTION = 500;
  private static final double MOST_TIMES_JDBC = 2.5;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private CustomerId company;
  private Actor manager;

  @BeforeEach
  void a_manager() {
    given = new Fixture();
    company = given.customer("Snow and Sons");
    UUID account = given.account("no hash", false);
    given.member(account, company, Role.MANAGER);
    manager = Actor.person(account, Fixture.email(account), Role.MANAGER, "test");
  }

  @AfterEach
  void sealing_goes_on() {
    sealing("2000-01-01");
  }

  private void sealing(String from) {
    given.run("UPDATE audit_turn SET due_at = ? WHERE work = 'SEAL'", from);
  }

  @Test
  void many_rows_are_written_with_one_statement() throws Exception {
    int rows = 2_000;
    sealing("2100-01-01"); // Its statements would be counted too.
    long before = statements();

    PropertyImportView first = ended(send(csv(rows, "Barre")));

    assertThat(first.rowsCreated()).isEqualTo(rows);
    assertThat(statements() - before).as("statements for new rows").isLessThan(rows / 4);

    PropertyImportView again = ended(send(csv(rows, "Barre")));
    assertThat(again.rowsUnchanged()).isEqualTo(rows);

    before = statements();
    PropertyImportView changed = ended(send(csv(rows, "Stowe")));
    assertThat(changed.rowsUpdated()).isEqualTo(rows);
    // MySQL takes several updates in one statement no more than one row each.
    assertThat(statements() - before).as("statements for changed rows").isLessThan(rows * 5 / 4);
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND entity = 'property'"
                    + " AND action = 'update' AND before_state LIKE '%\"city\":\"Barre\"%'"
                    + " AND after_state LIKE '%\"city\":\"Stowe\"%'",
                company.value()))
        .isEqualTo(rows);
  }

  @Test
  @Tag("endurance")
  void a_hundred_thousand_rows_take_at_most_two_and_a_half_times_as_long_as_jdbc()
      throws Exception {
    CustomerId measured = company;
    company = given.customer("Warming up");
    ended(send(csv(5_000, "Barre")));
    company = measured;
    int rows = 100_000;
    CustomerId copy = given.customer("Copy");

    long start = System.nanoTime();
    PropertyImportView done = ended(send(csv(rows, "Barre")));
    double portal = seconds(System.nanoTime() - start);
    assertThat(done.rowsCreated()).isEqualTo(rows);
    double jdbc = seconds(copied("property", copy) + copied("audit_entry", copy));

    Measurements.write(
        "Import of 100,000 properties",
        "%.1f s; the same rows by batched JDBC %.1f s; %.2f times as long, at most %.1f"
            .formatted(portal, jdbc, portal / jdbc, MOST_TIMES_JDBC));
    assertThat(portal / jdbc).isLessThanOrEqualTo(MOST_TIMES_JDBC);
  }

  private static double seconds(long nanoseconds) {
    return nanoseconds / 1e9;
  }

  /** Copies the company's rows to another customer and tells how long the writing took, in ns. */
  private long copied(String table, CustomerId to) throws Exception {
    long writing = 0;
    try (Connection from = source().getConnection();
        Connection into = source().getConnection();
        PreparedStatement select =
            from.prepareStatement(
                "SELECT * FROM "
                    + table
                    + " WHERE customer_id = ? AND id > ? ORDER BY id LIMIT "
                    + ROWS_A_TRANSACTION)) {
      into.setAutoCommit(false);
      select.setString(1, company.value());
      byte[] last = new byte[16];
      for (List<Object[]> rows = next(select, last); !rows.isEmpty(); rows = next(select, last)) {
        last = (byte[]) rows.get(rows.size() - 1)[1];
        long start = System.nanoTime();
        write(into, insert(select.getMetaData(), table), rows, to);
        writing += System.nanoTime() - start;
      }
      into.setAutoCommit(true);
    }
    return writing;
  }

  private static List<Object[]> next(PreparedStatement select, byte[] last) throws SQLException {
    select.setBytes(2, last);
    List<Object[]> rows = new ArrayList<>();
    try (ResultSet found = select.executeQuery()) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = found.getObject(i + 1);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static String insert(ResultSetMetaData columns, String table) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i));
    }
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            table,
            String.join(", ", names),
            names.stream().map(name -> "?").collect(Collectors.joining(", ")));
  }

  private static void write(Connection into, String sql, List<Object[]> rows, CustomerId to)
      throws SQLException {
    try (PreparedStatement statement = into.prepareStatement(sql)) {
      for (Object[] row : rows) {
        statement.setString(1, to.value());
        for (int i = 1; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
      into.commit();
    }
  }

  private static DataSource source() throws Exception {
    return InitialContext.doLookup("jdbc/portal");
  }

  /** How many statements the server has been asked, by anybody. */
  private static long statements() throws Exception {
    try (Connection connection = source().getConnection();
        PreparedStatement status =
            connection.prepareStatement("SHOW GLOBAL STATUS LIKE 'Questions'");
        ResultSet row = status.executeQuery()) {
      row.next();
      return row.getLong(2);
    }
  }

  private static String csv(int rows, String city) {
    return Stream.concat(
            Stream.of("external_ref,name,address,city,latitude,longitude,kind,notes"),
            IntStream.range(0, rows)
                .mapToObj(
                    i ->
                        "R-%d,Site %d,%d Main St,%s,44.1,-72.1,COMMERCIAL,Pile the snow at the fence"
                            .formatted(i, i, i, city)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private UUID send(String csv) throws Exception {
    return as(
        imports ->
            imports
                .start(
                    "sites.csv",
                    false,
                    new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))
                .id());
  }

  private PropertyImportView ended(UUID id) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    PropertyImportView view = as(imports -> imports.get(id));
    while (view.finishedAt().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(100);
      view = as(imports -> imports.get(id));
    }
    assertThat(view.status()).isEqualTo(ImportStatus.COMPLETED);
    return view;
  }

  private <T> T as(Asking<T> asking) throws Exception {
    return CurrentCustomer.callAs(
        company,
        manager,
        () -> asking.ask(CDI.current().select(PropertyImportService.class).get()));
  }

  private interface Asking<T> {
    T ask(PropertyImportService imports) throws Exception;
  }
}
