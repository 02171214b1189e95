package com.contractorportal.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Transaction;
import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two customers; what is due is old, what is not is a little younger than it would have to be. */
@ExtendWith(ArquillianExtension.class)
class HousekeepingIT {

  private static final int A_TRANSACTION = 500;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private Housekeeping housekeeping;
  private CustomerId ours;
  private CustomerId theirs;
  private Path store;

  @BeforeEach
  void two_customers() {
    given = new Fixture();
    housekeeping = CDI.current().select(Housekeeping.class).get();
    ours = given.customer("Ours");
    theirs = given.customer("Theirs");
    store = Path.of(ConfigProvider.getConfig().getValue("portal.store.dir", String.class));
  }

  @AfterEach
  void no_thorns() {
    ThornyChore.FAILS_FOR.clear();
    ThornyChore.DONE_FOR.clear();
    ThornyChore.kept = Duration.ofDays(1);
  }

  @Test
  void idempotency_keys_go_after_thirty_days_in_as_many_transactions_as_it_takes() {
    keys(ours, 2 * A_TRANSACTION + 1, daysAgo(31));
    keys(ours, 2, daysAgo(29));
    keys(theirs, 3, daysAgo(31));
    keys(theirs, 4, hoursAgo(1));

    String log = housekeeping.round();

    assertThat(rows("idempotency_key", ours)).isEqualTo(2);
    assertThat(rows("idempotency_key", theirs)).isEqualTo(4);
    assertThat(log).contains("1004 idempotency keys").endsWith("0 failures");
  }

  @Test
  void finished_imports_go_after_ninety_days_with_the_errors_of_their_rows() {
    UUID due = imported(ours, Ids.next(), "COMPLETED", daysAgo(92), daysAgo(91));
    errors(ours, due, 1_200);
    UUID given_up = imported(theirs, Ids.next(), "FAILED", daysAgo(100), daysAgo(95));
    imported(theirs, due, "COMPLETED", daysAgo(91), daysAgo(89));
    errors(theirs, due, 7);
    UUID underWay = imported(ours, Ids.next(), "RUNNING", daysAgo(91), null);
    errors(ours, underWay, 5);

    housekeeping.round();

    assertThat(rows("property_import", ours)).isEqualTo(1);
    assertThat(rows("property_import_error", ours)).isEqualTo(5);
    assertThat(importsOf(theirs)).containsExactly(due).doesNotContain(given_up);
    assertThat(rows("property_import_error", theirs)).isEqualTo(7);
  }

  @Test
  void sessions_go_thirty_days_after_their_end() {
    UUID account = given.account("x", false);
    session(account, daysAgo(31));
    session(account, daysAgo(29));
    session(account, Instant.now().plus(Duration.ofDays(20)));

    housekeeping.round();

    assertThat(given.number("SELECT COUNT(*) FROM account_session WHERE account_id = ?", account))
        .isEqualTo(2);
  }

  @Test
  void what_the_batch_runtime_wrote_goes_after_thirty_days() {
    String job = "job-" + ours;
    given.run("DELETE FROM batch_EXECUTIONINSTANCEDATA");
    execution(job, daysAgo(40), "COMPLETED");
    execution(job, daysAgo(31), "STARTED");
    execution(job, daysAgo(29), "COMPLETED");

    housekeeping.round();

    String ofThisJob =
        "jobinstanceid IN (SELECT jobinstanceid FROM batch_JOBINSTANCEDATA WHERE name = ?)";
    assertThat(given.number("SELECT COUNT(*) FROM batch_JOBINSTANCEDATA WHERE name = ?", job))
        .isEqualTo(1);
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM batch_EXECUTIONINSTANCEDATA WHERE " + ofThisJob, job))
        .isEqualTo(1);
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM batch_STEPEXECUTIONINSTANCEDATA WHERE stepname = ?", job))
        .isEqualTo(1);
    assertThat(given.number("SELECT COUNT(*) FROM batch_JOBSTATUS")).isEqualTo(1);
    assertThat(given.number("SELECT COUNT(*) FROM batch_STEPSTATUS")).isEqualTo(1);
    assertThat(given.number("SELECT COUNT(*) FROM batch_CHECKPOINTDATA")).isEqualTo(1);
  }

  @Test
  void files_that_nobody_will_read_go_after_a_day() throws IOException {
    UUID finished = imported(ours, Ids.next(), "COMPLETED", daysAgo(3), daysAgo(3));
    UUID waiting = imported(ours, Ids.next(), "QUEUED", daysAgo(3), null);
    imported(theirs, finished, "QUEUED", daysAgo(3), null);
    Path oldPart = file("uploads/import1.part", daysAgo(2));
    Path newPart = file("uploads/import2.part", hoursAgo(23));
    Path read = upload(ours, finished, daysAgo(2));
    Path orphan = upload(ours, Ids.next(), daysAgo(2));
    Path fresh = upload(ours, Ids.next(), hoursAgo(1));
    Path unread = upload(ours, waiting, daysAgo(2));
    Path othersUnread = upload(theirs, finished, daysAgo(2));

    housekeeping.round();

    assertThat(List.of(oldPart, read, orphan)).noneMatch(Files::exists);
    assertThat(List.of(newPart, fresh, unread, othersUnread)).allMatch(Files::exists);
  }

  @Test
  void half_written_reports_go_after_a_day_and_whole_ones_stay() throws IOException {
    UUID failed = run(ours, "FAILED", daysAgo(2));
    UUID completed = run(ours, "COMPLETED", daysAgo(2));
    Path half = file("reports/%s/%s/season.csv.1.part".formatted(ours, failed), daysAgo(2));
    Path busy = file("reports/%s/%s/season.csv.2.part".formatted(ours, failed), hoursAgo(1));
    Path whole = file("reports/%s/%s/season.csv".formatted(ours, completed), daysAgo(2));
    Path others = file("reports/%s/%s/season.csv.1.part".formatted(theirs, failed), daysAgo(2));

    housekeeping.round();

    assertThat(half).doesNotExist();
    assertThat(List.of(busy, whole, others)).allMatch(Files::exists);
  }

  @Test
  void whoever_dies_in_the_middle_leaves_the_rest_to_the_next() throws Exception {
    UUID due = imported(ours, Ids.next(), "COMPLETED", daysAgo(92), daysAgo(91));
    errors(ours, due, 1_200);
    Chore chore = chore("rows of finished imports");
    Instant before = Instant.now().minus(chore.kept());

    int removed = Transaction.undone(() -> as(ours, () -> chore.removeSome(before, A_TRANSACTION)));
    assertThat(removed).isEqualTo(A_TRANSACTION);
    assertThat(rows("property_import_error", ours)).isEqualTo(1_200);

    as(ours, () -> chore.removeSome(before, A_TRANSACTION));
    assertThat(rows("property_import_error", ours)).isEqualTo(700);
    assertThat(rows("property_import", ours)).isEqualTo(1);

    housekeeping.round();
    assertThat(rows("property_import_error", ours)).isZero();
    assertThat(rows("property_import", ours)).isZero();
  }

  @Test
  void two_rounds_at_once_remove_the_same_and_nothing_else() throws Exception {
    keys(ours, 3_000, daysAgo(31));
    keys(ours, 10, hoursAgo(1));

    List<String> logs = atOnce(2, housekeeping::round);

    assertThat(rows("idempotency_key", ours)).as("%s", logs).isEqualTo(10);
  }

  @Test
  void one_node_takes_the_turn_of_an_hour() throws Exception {
    HousekeepingRepository house = CDI.current().select(HousekeepingRepository.class).get();
    given.run("UPDATE housekeeping SET due_at = UTC_TIMESTAMP(6)");

    assertThat(atOnce(8, house::takeTurn)).containsOnlyOnce(true);

    assertThat(house.takeTurn()).isFalse();
    assertThat(
            given.number(
                "SELECT due_at BETWEEN UTC_TIMESTAMP(6) + INTERVAL 59 MINUTE"
                    + " AND UTC_TIMESTAMP(6) + INTERVAL 1 HOUR FROM housekeeping"))
        .isEqualTo(1);
  }

  @Test
  void what_fails_for_one_customer_is_done_for_all_others() {
    ThornyChore.FAILS_FOR.add(ours);
    keys(ours, 1, daysAgo(31));

    String log = housekeeping.round();

    assertThat(log).endsWith("1 failures");
    assertThat(ThornyChore.DONE_FOR).contains(theirs).doesNotContain(ours);
    assertThat(rows("idempotency_key", ours)).isZero();
  }

  @Test
  void nothing_goes_that_is_set_to_be_kept_for_no_time() {
    ThornyChore.kept = Duration.ZERO;

    housekeeping.round();

    assertThat(ThornyChore.DONE_FOR).isEmpty();
  }

  @Test
  void no_chore_reads_much_more_than_it_removes() throws Exception {
    keys(ours, 3_000, hoursAgo(1));
    keys(ours, 3, daysAgo(31));
    keys(theirs, 3_000, daysAgo(1));
    UUID account = given.account("x", false);
    for (int i = 0; i < 300; i++) {
      session(account, Instant.now().plus(Duration.ofDays(20)));
      imported(ours, Ids.next(), "COMPLETED", daysAgo(10), daysAgo(9));
      run(ours, "COMPLETED", daysAgo(30));
      execution("job-" + ours, daysAgo(1), "COMPLETED");
    }
    UUID due = imported(ours, Ids.next(), "COMPLETED", daysAgo(92), daysAgo(91));
    errors(ours, due, 3);

    for (Chore chore : CDI.current().select(Chore.class)) {
      long reads = as(ours, () -> readsOf(chore));
      assertThat(reads).as("rows read to remove " + chore.things()).isLessThan(100);
    }
  }

  /** How many rows the database reads for the last of what is due. */
  private static long readsOf(Chore chore) throws Exception {
    DataSource source = InitialContext.doLookup("jdbc/portal");
    try (Transaction transaction = Transaction.begin();
        Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      long asking = reads(statement);
      long before = reads(statement);
      asking = before - asking;
      chore.removeSome(Instant.now().minus(chore.kept()), 20);
      long read = reads(statement) - before - asking;
      transaction.commit();
      return read;
    }
  }

  private static long reads(Statement statement) throws Exception {
    long sum = 0;
    try (ResultSet rows = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
      while (rows.next()) {
        sum += rows.getLong(2);
      }
    }
    return sum;
  }

  private static Chore chore(String things) {
    return CDI.current().select(Chore.class).stream()
        .filter(chore -> chore.things().equals(things))
        .findFirst()
        .orElseThrow();
  }

  private static <T> T as(CustomerId customer, Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(customer, Actor.portal("test", "test"), work);
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    ManagedThreadFactory factory = InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
    ExecutorService threads = Executors.newFixedThreadPool(times, factory);
    CountDownLatch ready = new CountDownLatch(times);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        running.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return work.call();
                }));
      }
      List<T> done = new ArrayList<>();
      for (Future<T> one : running) {
        done.add(one.get());
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Instant daysAgo(int days) {
    return Instant.now().minus(Duration.ofDays(days));
  }

  private static Instant hoursAgo(int hours) {
    return Instant.now().minus(Duration.ofHours(hours));
  }

  private long rows(String table, CustomerId customer) {
    return given.number(
        "SELECT COUNT(*) FROM " + table + " WHERE customer_id = ?", customer.value());
  }

  private List<UUID> importsOf(CustomerId customer) {
    return given.ids("SELECT id FROM property_import WHERE customer_id = ?", customer.value());
  }

  private void keys(CustomerId customer, int many, Instant created) {
    given.runEach(
        "INSERT INTO idempotency_key (customer_id, id, account_id, request_key, request_digest,"
            + " entity_id, created_at) VALUES (?, ?, ?, ?, REPEAT('x', 32), ?, ?)",
        many,
        i -> {
          UUID id = Ids.next();
          return new Object[] {customer.value(), id, id, "key-" + id, id, created};
        });
  }

  private UUID imported(
      CustomerId customer, UUID id, String status, Instant created, Instant finished) {
    given.run(
        "INSERT INTO property_import (customer_id, id, file_name, dry_run, status, bytes_total,"
            + " bytes_done, lines_done, rows_read, rows_accepted, rows_rejected, created_by,"
            + " created_at, finished_at) VALUES (?, ?, 'a.csv', FALSE, ?, 1, 1, 1, 1, 1, 0, ?, ?, ?)",
        customer.value(),
        id,
        status,
        id,
        created,
        finished);
    return id;
  }

  private void errors(CustomerId customer, UUID importId, int many) {
    given.runEach(
        "INSERT INTO property_import_error (customer_id, id, import_id, line, field, reason)"
            + " VALUES (?, ?, ?, ?, 'name', 'is missing')",
        many,
        i -> new Object[] {customer.value(), Ids.next(), importId, i});
  }

  private void session(UUID account, Instant expires) {
    UUID id = Ids.next();
    given.run(
        "INSERT INTO account_session (id, family_id, account_id, token_hash, created_at,"
            + " expires_at) VALUES (?, ?, ?, UNHEX(SHA2(?, 256)), ?, ?)",
        id,
        id,
        account,
        id.toString(),
        expires.minus(Duration.ofDays(30)),
        expires);
  }

  private UUID run(CustomerId customer, String status, Instant started) {
    UUID id = Ids.next();
    given.run(
        "INSERT INTO report_run (customer_id, id, kind, origin, as_of, status, started_at,"
            + " row_count) VALUES (?, ?, 'SEASON_SUMMARY', 'ON_DEMAND', ?, ?, ?, 0)",
        customer.value(),
        id,
        started,
        status,
        started);
    return id;
  }

  /** A job's execution with all that the batch runtime writes about one. */
  private void execution(String job, Instant created, String status) {
    given.run("INSERT INTO batch_JOBINSTANCEDATA (name) VALUES (?)", job);
    long instance =
        given.number("SELECT MAX(jobinstanceid) FROM batch_JOBINSTANCEDATA WHERE name = ?", job);
    given.run("INSERT INTO batch_JOBSTATUS (id) VALUES (?)", instance);
    given.run("INSERT INTO batch_CHECKPOINTDATA (id) VALUES (?)", instance + ",step,CHECKPOINT");
    given.run(
        "INSERT INTO batch_EXECUTIONINSTANCEDATA (jobinstanceid, createtime, batchstatus)"
            + " VALUES (?, ?, ?)",
        instance,
        created,
        status);
    given.run(
        "INSERT INTO batch_STEPEXECUTIONINSTANCEDATA (jobexecid, stepname)"
            + " SELECT jobexecid, ? FROM batch_EXECUTIONINSTANCEDATA WHERE jobinstanceid = ?",
        job,
        instance);
    given.run(
        "INSERT INTO batch_STEPSTATUS (id) SELECT s.stepexecid"
            + " FROM batch_STEPEXECUTIONINSTANCEDATA s JOIN batch_EXECUTIONINSTANCEDATA e"
            + " ON e.jobexecid = s.jobexecid WHERE e.jobinstanceid = ?",
        instance);
  }

  private Path upload(CustomerId customer, UUID importId, Instant written) throws IOException {
    return file("imports/%s/%s.csv".formatted(customer, importId), written);
  }

  private Path file(String name, Instant written) throws IOException {
    Path file = store.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
    return Files.setLastModifiedTime(file, FileTime.from(written));
  }
}
