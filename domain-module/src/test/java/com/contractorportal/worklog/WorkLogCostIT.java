package com.contractorportal.worklog;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Reads;
import com.contractorportal.container.Transaction;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What lists of work logs, and progress, cost the database, of a large customer beside others. */
@ExtendWith(ArquillianExtension.class)
class WorkLogCostIT {

  private static final int LOGS = 10_000;
  private static final int PROPERTIES = 500;

  /** Of an event that has a quarter of all logs MySQL reads every log until the page is full. */
  private static final int EVENTS = 5;

  private static final int MEMBERS = 5;
  private static final int LIMIT = 50;

  /** Of these logs one is corrected. */
  private static final int CORRECTED = 10;

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private WorkLogService logs;
  private ProgressService progress;
  private CustomerId large;
  private List<UUID> events;
  private List<UUID> properties;
  private List<UUID> members;

  @BeforeEach
  void a_large_customer_beside_small_ones() {
    given = new Fixture();
    logs = CDI.current().select(WorkLogService.class).get();
    progress = CDI.current().select(ProgressService.class).get();
    for (int i = 0; i < 5; i++) {
      customer("Small", 40, 10, 1);
    }
    large = customer("Large", LOGS, PROPERTIES, MEMBERS);
    given.counted("winter_ops_log");
  }

  @Test
  void a_page_reads_at_most_three_times_what_it_shows_first_and_late_alike() throws Exception {
    Map<String, WorkLogFilter> filters = new LinkedHashMap<>();
    filters.put("nothing", filter(null, null, null, null));
    filters.put("an event", filter(events.get(0), null, null, null));
    filters.put("a member", filter(null, null, members.get(0), null));
    filters.put("a status", filter(null, null, null, WorkLogStatus.APPROVED));
    for (Map.Entry<String, WorkLogFilter> filter : filters.entrySet()) {
      for (String sort : List.of("startedAt", "-startedAt")) {
        String cursor = null;
        for (int page = 0; page < 7; page++) {
          Reads.Read<Page<WorkLogView>> read = page(filter.getValue(), LIMIT, sort, cursor);
          assertThat(read.answer().items()).hasSize(LIMIT);
          assertThat(read.rows())
              .as("rows read for page of %s by %s", filter.getKey(), sort)
              .isBetween((long) LIMIT, 3L * LIMIT);
          // Far behind, where what was shown already must not be read again.
          cursor =
              page(filter.getValue(), 200, sort, read.answer().nextCursor().orElseThrow())
                  .answer()
                  .nextCursor()
                  .orElseThrow();
        }
      }
    }
    Reads.Read<Page<WorkLogView>> one =
        page(filter(null, properties.get(7), null, null), LIMIT, "-startedAt", null);
    assertThat(one.answer().items()).hasSize(LOGS / PROPERTIES);
    assertThat(one.rows()).isBetween(1L, 3L * LIMIT);
  }

  @Test
  void a_page_takes_as_many_statements_for_fifty_logs_as_for_one() throws Exception {
    WorkLogFilter all = filter(null, null, null, null);

    long one = page(all, 1, "-startedAt", null).statements();

    assertThat(page(all, LIMIT, "-startedAt", null).statements()).isEqualTo(one).isBetween(1L, 5L);
  }

  @Test
  void progress_reads_each_log_a_few_times_and_asks_few_questions() throws Exception {
    Reads.Read<EventProgress> read = as(() -> Reads.of(() -> progress.of(events.get(0))));

    int counted = LOGS / EVENTS;
    assertThat(read.answer().logs().approved()).isEqualTo(counted - counted / CORRECTED);
    // Three questions about the logs, each read by the event and then grouped or matched once more.
    assertThat(read.rows()).isBetween((long) counted, 6L * counted + 6 * PROPERTIES);
    assertThat(read.statements()).isBetween(1L, 9L);
  }

  private Reads.Read<Page<WorkLogView>> page(
      WorkLogFilter filter, int limit, String sort, String cursor) throws Exception {
    return as(() -> Reads.of(() -> logs.list(filter, new PageRequest(limit, cursor, sort, false))));
  }

  private <T> T as(Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(
        large, Actor.portal("test", "test"), () -> Transaction.undone(work));
  }

  private static WorkLogFilter filter(
      UUID event, UUID property, UUID member, WorkLogStatus status) {
    return new WorkLogFilter(
        Optional.ofNullable(event),
        Optional.ofNullable(property),
        Optional.ofNullable(member),
        Optional.ofNullable(status),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** All logs are approved; every property is as far from the next log of its own as can be. */
  private CustomerId customer(String name, int count, int places, int people) {
    CustomerId id = given.customer(name);
    events = ids(EVENTS);
    given.runEach(
        "INSERT INTO winter_event (customer_id, id, name, kind, status, starts_at, activated_at,"
            + " created_at, updated_at) VALUES (?, ?, 'Storm', 'SNOW', 'ACTIVE', ?, ?, ?, ?)",
        EVENTS,
        i -> new Object[] {id.value(), events.get(i), START, START, START, START});
    properties = ids(places);
    given.runEach(
        "INSERT INTO property (customer_id, id, name, street, kind, status, created_at, updated_at)"
            + " VALUES (?, ?, ?, '1 Main St', 'OTHER', 'ACTIVE', ?, ?)",
        places,
        i -> new Object[] {id.value(), properties.get(i), "Site " + i, START, START});
    members = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      members.add(given.member(given.account("x", false), id, Role.CONTRACTOR));
    }
    List<UUID> logs = ids(count);
    given.runEach(
        "INSERT INTO winter_ops_log (customer_id, id, event_id, property_id, member_id, work,"
            + " status, started_at, ended_at, corrects_id, captured_at, received_at, late,"
            + " created_at, updated_at)"
            + " VALUES (?, ?, ?, ?, ?, 'PLOW', 'APPROVED', ?, ?, ?, ?, ?, FALSE, ?, ?)",
        count,
        i -> {
          Instant at = START.plusSeconds(i / 3);
          return new Object[] {
            id.value(),
            logs.get(i),
            events.get(i % EVENTS),
            properties.get(i % places),
            members.get(i % people),
            at,
            at.plusSeconds(600),
            i / EVENTS % CORRECTED == 1 ? logs.get(i - EVENTS) : null,
            at,
            at,
            at,
            at
          };
        });
    given.run(
        "UPDATE winter_ops_log wrong JOIN winter_ops_log correction"
            + " ON correction.customer_id = wrong.customer_id AND correction.corrects_id = wrong.id"
            + " SET wrong.corrected_by = correction.id WHERE wrong.customer_id = ?",
        id.value());
    return id;
  }

  private static List<UUID> ids(int count) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(Ids.next());
    }
    return ids;
  }
}
