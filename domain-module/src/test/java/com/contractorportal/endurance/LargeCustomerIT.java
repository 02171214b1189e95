package com.contractorportal.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Reads;
import com.contractorportal.container.Transaction;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.property.PropertyFilter;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyStatus;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import com.contractorportal.worklog.WorkLogFilter;
import com.contractorportal.worklog.WorkLogService;
import com.contractorportal.worklog.WorkLogStatus;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lists of a customer of 100,000 properties and 1,000,000 logs, beside 200 small ones: what a page
 * reads, the first and the thousandth.
 */
@Tag("endurance")
@ExtendWith(ArquillianExtension.class)
class LargeCustomerIT {

  private static final int PROPERTIES = 100_000;
  private static final int LOGS = 1_000_000;
  private static final int SMALL_CUSTOMERS = 200;
  private static final int LIMIT = 50;
  private static final int PAGES = 1_000;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private final Fixture given = new Fixture();

  /** A list, and one of its pages. */
  private interface Pages {
    Page<?> page(PageRequest request);
  }

  @Test
  void every_page_of_every_list_reads_at_most_three_times_what_it_shows() throws Exception {
    for (int i = 0; i < SMALL_CUSTOMERS; i++) {
      CustomerId small = given.customer("Small " + i);
      logs(small, properties(small, 20), 100);
    }
    CustomerId large = given.customer("Large");
    Work work = logs(large, properties(large, PROPERTIES), LOGS);
    given.counted("property");
    given.counted("winter_ops_log");

    Map<String, Pages> lists = lists(work);
    Map<String, Long> most = new LinkedHashMap<>();
    for (Map.Entry<String, Pages> list : lists.entrySet()) {
      for (String sort : sorts(list.getKey())) {
        String name = list.getKey() + " by " + sort;
        most.put(name, mostRead(large, list.getValue(), sort));
      }
    }
    most.forEach((list, rows) -> System.out.printf("%-60s %d rows%n", list, rows));

    assertThat(most.values()).allMatch(rows -> rows >= LIMIT && rows <= 3 * LIMIT);
  }

  private static Map<String, Pages> lists(Work work) {
    PropertyService properties = CDI.current().select(PropertyService.class).get();
    WorkLogService logs = CDI.current().select(WorkLogService.class).get();
    Map<String, Pages> lists = new LinkedHashMap<>();
    lists.put("properties", request -> properties.list(PropertyFilter.ALL, request));
    lists.put("logs", request -> logs.list(logs(null, null, null, null), request));
    lists.put(
        "logs of an event", request -> logs.list(logs(work.event(), null, null, null), request));
    lists.put(
        "logs of a member", request -> logs.list(logs(null, null, work.member(), null), request));
    lists.put(
        "logs that are completed",
        request -> logs.list(logs(null, null, null, WorkLogStatus.COMPLETED), request));
    return lists;
  }

  private static List<String> sorts(String list) {
    return list.equals("properties")
        ? List.of("name", "-name", "createdAt", "-createdAt")
        : List.of("startedAt", "-startedAt");
  }

  private static WorkLogFilter logs(UUID event, UUID property, UUID member, WorkLogStatus status) {
    return new WorkLogFilter(
        Optional.ofNullable(event),
        Optional.ofNullable(property),
        Optional.ofNullable(member),
        Optional.ofNullable(status),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The most that one of a thousand pages reads. */
  private static long mostRead(CustomerId customer, Pages list, String sort) throws Exception {
    long most = 0;
    String cursor = null;
    for (int page = 0; page < PAGES; page++) {
      PageRequest request = new PageRequest(LIMIT, cursor, sort, false);
      Reads.Read<? extends Page<?>> read =
          CurrentCustomer.callAs(
              customer,
              Actor.portal("test", "test"),
              () -> Transaction.undone(() -> Reads.of(() -> list.page(request))));
      assertThat(read.answer().items()).as("page %d", page).hasSize(LIMIT);
      most = Math.max(most, read.rows());
      cursor = read.answer().nextCursor().orElseThrow();
    }
    return most;
  }

  private List<UUID> properties(CustomerId customer, int count) {
    Instant start = Instant.now();
    given.runEach(
        "INSERT INTO property (customer_id, id, name, street, city, kind, status, latitude,"
            + " longitude, created_at, updated_at)"
            + " VALUES (?, ?, ?, '1 Main St', 'Stowe', 'OTHER', ?, 44.1, -72.1, ?, ?)",
        count,
        i ->
            new Object[] {
              customer.value(),
              Ids.next(),
              "Site " + (i * 7919L) % count,
              (i % 10 == 0 ? PropertyStatus.PAUSED : PropertyStatus.ACTIVE).name(),
              start.plusSeconds(i),
              start
            });
    return given.ids("SELECT id FROM property WHERE customer_id = ?", customer.value());
  }

  /** Whose lists are long. */
  private record Work(UUID event, UUID member) {}

  /** One event and one member have most of it. */
  private Work logs(CustomerId customer, List<UUID> properties, int count) {
    UUID member = given.member(given.account("x", false), customer, Role.CONTRACTOR);
    UUID event = Ids.next();
    Instant start = Instant.now();
    given.run(
        "INSERT INTO winter_event (customer_id, id, name, kind, status, starts_at, activated_at,"
            + " created_at, updated_at) VALUES (?, ?, 'Long', 'SNOW', 'ACTIVE', ?, ?, ?, ?)",
        customer.value(),
        event,
        start,
        start,
        start,
        start);
    given.runEach(
        "INSERT INTO winter_ops_log (customer_id, id, event_id, property_id, member_id, work,"
            + " status, started_at, ended_at, captured_at, received_at, late, created_at,"
            + " updated_at) VALUES (?, ?, ?, ?, ?, 'PLOW', ?, ?, ?, ?, ?, FALSE, ?, ?)",
        count,
        i -> {
          Instant at = start.plusSeconds(i % (count / 2));
          return new Object[] {
            customer.value(),
            Ids.next(),
            event,
            properties.get(i % properties.size()),
            member,
            (i % 3 == 0 ? WorkLogStatus.APPROVED : WorkLogStatus.COMPLETED).name(),
            at,
            at.plusSeconds(600),
            at,
            at,
            at,
            at
          };
        });
    return new Work(event, member);
  }
}
