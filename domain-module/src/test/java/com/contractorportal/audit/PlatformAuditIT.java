package com.contractorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Reads;
import com.contractorportal.container.Transaction;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class PlatformAuditIT {

  /** No other test's entries are so old, or so new. */
  private static final Instant BEGIN = Instant.parse("2021-01-05T10:00:00Z");

  private static final int ENTRIES = 600;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private PlatformAuditService trail;
  private CustomerId company;
  private String mark;

  @BeforeEach
  void operators_at_work() {
    given = new Fixture();
    trail = CDI.current().select(PlatformAuditService.class).get();
    company = given.customer("Snow and Sons");
    mark = "m" + System.nanoTime();
    given.runEach(
        "INSERT INTO platform_audit (id, at, actor_name, action, entity, entity_id, customer_id,"
            + " before_state, after_state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ENTRIES,
        i ->
            new Object[] {
              Ids.next(),
              BEGIN.plusSeconds(i),
              (i % 4 == 0 ? "ann" : "bob") + mark,
              (i % 5 == 0 ? "suspend" : "update") + mark,
              (i % 2 == 0 ? "customer" : "plan") + mark,
              "thing-" + i,
              i % 2 == 0 ? company.value() : null,
              "{\"status\":\"ACTIVE\"}",
              i % 2 == 0 ? "{\"status\":\"SUSPENDED\",\"reasons\":[\"unpaid\"]}" : null
            });
  }

  @Test
  void the_newest_comes_first_with_what_it_was_before_and_after() {
    PlatformAuditEntryView last =
        list(filter(null, null, "customer" + mark, null, null, null)).get(0);

    assertThat(last.entityId()).isEqualTo("thing-" + (ENTRIES - 2));
    assertThat(last.at()).isEqualTo(BEGIN.plusSeconds(ENTRIES - 2));
    assertThat(last.customerId()).contains(company.value());
    assertThat(last.before().orElseThrow()).containsEntry("status", "ACTIVE");
    assertThat(last.after().orElseThrow()).containsEntry("reasons", List.of("unpaid"));
    PlatformAuditEntryView gone = list(filter(null, null, "plan" + mark, null, null, null)).get(0);
    assertThat(gone.after()).isEmpty();
    assertThat(gone.customerId()).isEmpty();
  }

  @Test
  void every_filter_keeps_to_its_own_over_all_pages() {
    assertThat(list(filter("ann" + mark, null, null, null, null, null)))
        .hasSize(ENTRIES / 4)
        .allMatch(entry -> entry.actorName().equals("ann" + mark));
    assertThat(list(filter(null, "suspend" + mark, null, null, null, null))).hasSize(ENTRIES / 5);
    assertThat(list(filter(null, null, "plan" + mark, null, null, null))).hasSize(ENTRIES / 2);
    assertThat(list(filter(null, null, null, company, null, null))).hasSize(ENTRIES / 2);
    assertThat(
            list(
                filter(
                    null, null, "plan" + mark, null, BEGIN.plusSeconds(10), BEGIN.plusSeconds(20))))
        .extracting(PlatformAuditEntryView::at)
        .containsExactly(
            BEGIN.plusSeconds(19),
            BEGIN.plusSeconds(17),
            BEGIN.plusSeconds(15),
            BEGIN.plusSeconds(13),
            BEGIN.plusSeconds(11));
  }

  @Test
  void a_page_reads_little_more_than_it_shows() throws Exception {
    given.counted("platform_audit");

    for (PlatformAuditFilter filter :
        List.of(
            filter(null, null, null, null, null, null),
            filter("ann" + mark, null, null, null, null, null),
            filter(null, "suspend" + mark, null, null, null, null),
            filter(null, null, "plan" + mark, null, null, null),
            filter(null, null, null, company, null, null),
            filter(null, null, null, null, BEGIN, BEGIN.plusSeconds(400)))) {
      PageRequest newest = new PageRequest(20, null, "-at", false);
      long read =
          Transaction.undone(() -> Reads.ofPlatform(() -> trail.list(filter, newest)).rows());
      assertThat(read).as(filter.toString()).isBetween(20L, 60L);
    }
  }

  private static PlatformAuditFilter filter(
      String actor, String action, String entity, CustomerId customer, Instant from, Instant to) {
    return new PlatformAuditFilter(
        Optional.ofNullable(actor),
        Optional.ofNullable(action),
        Optional.ofNullable(entity),
        Optional.ofNullable(customer),
        Optional.ofNullable(from),
        Optional.ofNullable(to));
  }

  private List<PlatformAuditEntryView> list(PlatformAuditFilter filter) {
    List<PlatformAuditEntryView> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<PlatformAuditEntryView> page =
          trail.list(filter, new PageRequest(70, cursor.orElse(null), "-at", false));
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor.isPresent());
    return all;
  }
}
