package com.contractorportal.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.assignment.AssignmentService;
import com.contractorportal.assignment.PropertyContractors;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What lists of properties cost the database, of a large customer beside a small one. */
@ExtendWith(ArquillianExtension.class)
class PropertyListCostIT {

  private static final int LARGE = 3_000;
  private static final int SMALL = 60;
  private static final int LIMIT = 50;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private PropertyService properties;
  private AssignmentService assignments;
  private CustomerId large;
  private CustomerId small;

  @BeforeEach
  void a_large_customer_beside_a_small_one() {
    given = new Fixture();
    properties = CDI.current().select(PropertyService.class).get();
    assignments = CDI.current().select(AssignmentService.class).get();
    large = given.customer("Large");
    small = given.customer("Small");
    properties(large, LARGE);
    properties(small, SMALL);
    given.counted("property");
  }

  @Test
  void a_page_reads_at_most_three_times_what_it_shows_first_and_last_alike() throws Exception {
    for (String sort : List.of("name", "-name", "createdAt", "-createdAt")) {
      for (PropertyFilter filter : List.of(PropertyFilter.ALL, with(PropertyStatus.ACTIVE, sort))) {
        String cursor = null;
        for (int page = 0; page < 20; page++) {
          Reads.Read<Page<PropertyView>> read = page(large, filter, sort, cursor);

          assertThat(read.answer().items()).hasSize(LIMIT);
          assertThat(read.rows())
              .as("rows read for page %d by %s with %s", page, sort, filter.status())
              .isBetween((long) LIMIT, 3L * LIMIT);
          cursor = read.answer().nextCursor().orElseThrow();
        }
      }
    }
  }

  @Test
  void whoever_searches_reads_rows_of_their_own_only() throws Exception {
    PropertyFilter nowhere =
        new PropertyFilter(
            Optional.of("nowhere"),
            Optional.empty(),
            Optional.of(PropertyKind.INDUSTRIAL),
            Optional.of("Barre"),
            Optional.of(
                new BoundingBox(
                    BigDecimal.valueOf(-71),
                    BigDecimal.valueOf(44),
                    BigDecimal.valueOf(-70),
                    BigDecimal.valueOf(45))),
            Optional.of(Ids.next()),
            Optional.of(Ids.next()));
    for (PropertyFilter filter :
        List.of(
            nowhere,
            only(nowhere.text(), Optional.empty()),
            only(Optional.empty(), nowhere.box()))) {
      Reads.Read<Page<PropertyView>> read = page(small, filter, "name", null);

      assertThat(read.answer().items()).isEmpty();
      assertThat(read.rows()).as("rows read for " + filter).isBetween(1L, 3L * SMALL);
    }
  }

  @Test
  void a_board_takes_as_many_statements_for_fifty_properties_as_for_one() throws Exception {
    UUID contractor = given.member(given.account("x", false), large, Role.CONTRACTOR);
    given
        .ids("SELECT id FROM property WHERE customer_id = ?", large.value())
        .forEach(
            property ->
                given.run(
                    "INSERT INTO property_contractor"
                        + " (customer_id, id, property_id, member_id, is_primary, created_at)"
                        + " VALUES (?, ?, ?, ?, TRUE, ?)",
                    large.value(),
                    Ids.next(),
                    property,
                    contractor,
                    Instant.now()));

    Reads.Read<Page<PropertyContractors>> one = board(1);
    Reads.Read<Page<PropertyContractors>> fifty = board(50);

    assertThat(fifty.answer().items())
        .hasSize(50)
        .allMatch(row -> row.contractors().size() == 1 && row.contractors().get(0).primary());
    assertThat(fifty.statements()).isEqualTo(one.statements()).isBetween(1L, 4L);
  }

  private Reads.Read<Page<PropertyContractors>> board(int limit) throws Exception {
    return as(
        large,
        () -> Reads.of(() -> assignments.board(PropertyFilter.ALL, PageRequest.first(limit))));
  }

  private Reads.Read<Page<PropertyView>> page(
      CustomerId customer, PropertyFilter filter, String sort, String cursor) throws Exception {
    return as(
        customer,
        () -> Reads.of(() -> properties.list(filter, new PageRequest(LIMIT, cursor, sort, false))));
  }

  private static <T> T as(CustomerId customer, Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(
        customer, Actor.portal("test", "test"), () -> Transaction.undone(work));
  }

  /** There is an index by status and name; by status and time there is none. */
  private static PropertyFilter with(PropertyStatus status, String sort) {
    return sort.endsWith("name")
        ? new PropertyFilter(
            Optional.empty(),
            Optional.of(status),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())
        : PropertyFilter.ALL;
  }

  private static PropertyFilter only(Optional<String> text, Optional<BoundingBox> box) {
    return new PropertyFilter(
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        box,
        Optional.empty(),
        Optional.empty());
  }

  /** Every third is deleted. */
  private void properties(CustomerId customer, int count) {
    Instant start = Instant.now();
    given.runEach(
        "INSERT INTO property (customer_id, id, name, street, city, kind, status, latitude,"
            + " longitude, created_at, updated_at, deleted_at)"
            + " VALUES (?, ?, ?, '1 Main St', 'Stowe', 'OTHER', 'ACTIVE', 44.1, -72.1, ?, ?, ?)",
        count * 3 / 2,
        i ->
            new Object[] {
              customer.value(),
              Ids.next(),
              "Site " + (i * 7919) % count,
              start.plusSeconds(i),
              start,
              i % 3 == 2 ? start : null
            });
  }
}
