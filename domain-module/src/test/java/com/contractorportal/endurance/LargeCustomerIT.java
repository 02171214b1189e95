package com.contractorportal.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.Measurements;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Reads;
import com.contractorportal.container.Transaction;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.property.BoundingBox;
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
import java.util.Random;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lists of a customer of 100,000 properties and 1,000,000 logs, beside 200 small ones: what a page
 * reads, the first and the thousandth; and what whoever searches reads.
 */
@Tag("endurance")
@ExtendWith(ArquillianExtension.class)
class LargeCustomerIT {

  private static final int PROPERTIES = 100_000;
  private static final int LOGS = 1_000_000;
  private static final int SMALL_CUSTOMERS = 200;
  private static final int SMALL_PROPERTIES = 20;
  private static final int SMALL_LOGS = 100;
  private static final int LIMIT = 50;
  private static final int PAGES = 1_000;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;

  /** A list, and one of its pages. */
  private interface Pages {
    Page<?> page(PageRequest request);
  }

  /** What pages read. */
  private record Rows(long first, long last, long most) {}

  @BeforeEach
  void in_the_container() {
    given = new Fixture();
  }

  @Test
  void a_page_reads_at_most_three_times_what_it_shows_and_a_search_rows_of_its_customer_only()
      throws Exception {
    CustomerId small = null;
    for (int i = 0; i < SMALL_CUSTOMERS; i++) {
      small = given.customer("Small " + i);
      logs(small, properties(small, SMALL_PROPERTIES), SMALL_LOGS);
    }
    CustomerId large = given.customer("Large");
    Work work = logs(large, properties(large, PROPERTIES), LOGS);
    given.counted("property");
    given.counted("winter_ops_log");

    Map<String, Rows> pages = new LinkedHashMap<>();
    for (Map.Entry<String, Pages> list : lists(work).entrySet()) {
      for (String sort : sorts(list.getKey())) {
        Rows rows = rows(large, list.getValue(), sort);
        pages.put(list.getKey() + " by " + sort, rows);
        Measurements.write(
            "Rows read for a page of " + LIMIT + " " + list.getKey() + " by " + sort,
            "page 1: %d; page %,d: %d; most of all between: %d; at most %d"
                .formatted(rows.first(), PAGES, rows.last(), rows.most(), 3 * LIMIT));
      }
    }
    Map<String, Long> searches = new LinkedHashMap<>();
    for (Map.Entry<String, Pages> search : searches().entrySet()) {
      long own = search.getKey().startsWith("logs") ? SMALL_LOGS : SMALL_PROPERTIES;
      long rows = read(small, search.getValue(), PageRequest.first(LIMIT)).rows();
      searches.put(search.getKey(), rows - 3 * own);
      Measurements.write(
          "Rows read by a small customer for " + search.getKey(),
          "%d, of %d of its own; at most %d".formatted(rows, own, 3 * own));
    }
    long text =
        read(large, searches().get("properties with a text"), PageRequest.first(LIMIT)).rows();
    Measurements.write(
        "Rows read by the large customer for properties with a text that is nowhere",
        "%,d, of %,d of its own; at most %,d".formatted(text, PROPERTIES, 3 * PROPERTIES));
    long box = read(large, inABox(), PageRequest.first(LIMIT)).rows();
    Measurements.write(
        "Rows read by the large customer for a page of " + LIMIT + " properties on a map of a town",
        "%,d, of %,d of its own; at most %,d".formatted(box, PROPERTIES, PROPERTIES / 10));

    assertThat(pages).allSatisfy((list, rows) -> assertThat(rows.most()).isBetween(50L, 150L));
    assertThat(searches).allSatisfy((list, excess) -> assertThat(excess).isNotPositive());
    assertThat(text).isBetween((long) PROPERTIES, 3L * PROPERTIES);
    assertThat(box).isBetween((long) LIMIT, PROPERTIES / 10L);
  }

  /** A tenth of a degree by a tenth: one of 600 of the properties, which lie in six degrees. */
  private static Pages inABox() {
    PropertyService properties = CDI.current().select(PropertyService.class).get();
    PropertyFilter here =
        new PropertyFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(BoundingBox.parse("-72.5,43.5,-72.4,43.6")),
            Optional.empty(),
            Optional.empty());
    return request -> properties.list(here, request);
  }

  private static Map<String, Pages> lists(Work work) {
    PropertyService properties = CDI.current().select(PropertyService.class).get();
    WorkLogService logs = CDI.current().select(WorkLogService.class).get();
    Map<String, Pages> lists = new LinkedHashMap<>();
    lists.put("properties", request -> properties.list(PropertyFilter.ALL, request));
    lists.put(
        "properties in service",
        request ->
            properties.list(
                properties(Optional.empty(), PropertyStatus.ACTIVE, Optional.empty()), request));
    lists.put("logs", request -> logs.list(logs(null, null, null, null), request));
    lists.put(
        "logs of an event", request -> logs.list(logs(work.event(), null, null, null), request));
    lists.put(
        "logs of a member", request -> logs.list(logs(null, null, work.member(), null), request));
    lists.put(
        "completed logs",
        request -> logs.list(logs(null, null, null, WorkLogStatus.COMPLETED), request));
    return lists;
  }

  /** There is an index by status and name; by status and time there is none. */
  private static List<String> sorts(String list) {
    return switch (list) {
      case "properties" -> List.of("name", "-name", "createdAt", "-createdAt");
      case "properties in service" -> List.of("name", "-name");
      default -> List.of("startedAt", "-startedAt");
    };
  }

  /** What no index answers, or only in part; none of them finds a thing. */
  private static Map<String, Pages> searches() {
    PropertyService properties = CDI.current().select(PropertyService.class).get();
    WorkLogService logs = CDI.current().select(WorkLogService.class).get();
    Map<String, Pages> searches = new LinkedHashMap<>();
    searches.put(
        "properties with a text",
        request ->
            properties.list(properties(Optional.of("nowhere"), null, Optional.empty()), request));
    searches.put(
        "properties in a city",
        request ->
            properties.list(properties(Optional.empty(), null, Optional.of("Barre")), request));
    searches.put(
        "logs at an unknown property",
        request -> logs.list(logs(null, Ids.next(), null, null), request));
    searches.put(
        "logs of a kind of work",
        request ->
            logs.list(
                new WorkLogFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(com.contractorportal.winterevent.Work.SHOVEL),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                request));
    return searches;
  }

  private static PropertyFilter properties(
      Optional<String> text, PropertyStatus status, Optional<String> city) {
    return new PropertyFilter(
        text,
        Optional.ofNullable(status),
        Optional.empty(),
        city,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static WorkLogFilter logs(UUID event, UUID property, UUID member, WorkLogStatus status) {
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

  private static Rows rows(CustomerId customer, Pages list, String sort) throws Exception {
    long first = 0;
    long last = 0;
    long most = 0;
    String cursor = null;
    for (int page = 1; page <= PAGES; page++) {
      Reads.Read<? extends Page<?>> read =
          read(customer, list, new PageRequest(LIMIT, cursor, sort, false));
      assertThat(read.answer().items()).as("page %d", page).hasSize(LIMIT);
      last = read.rows();
      first = page == 1 ? last : first;
      most = Math.max(most, last);
      cursor = read.answer().nextCursor().orElseThrow();
    }
    return new Rows(first, last, most);
  }

  private static Reads.Read<? extends Page<?>> read(
      CustomerId customer, Pages list, PageRequest request) throws Exception {
    return CurrentCustomer.callAs(
        customer,
        Actor.portal("test", "test"),
        () -> Transaction.undone(() -> Reads.of(() -> list.page(request))));
  }

  private List<UUID> properties(CustomerId customer, int count) {
    Instant start = Instant.now();
    Random place = new Random(count);
    given.runEach(
        "INSERT INTO property (customer_id, id, name, street, city, kind, status, latitude,"
            + " longitude, created_at, updated_at)"
            + " VALUES (?, ?, ?, '1 Main St', 'Stowe', 'OTHER', ?, ?, ?, ?, ?)",
        count,
        i ->
            new Object[] {
              customer.value(),
              Ids.next(),
              "Site " + (i * 7919L) % count,
              (i % 10 == 0 ? PropertyStatus.PAUSED : PropertyStatus.ACTIVE).name(),
              42 + 3 * place.nextDouble(),
              -73.4 + 2 * place.nextDouble(),
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
