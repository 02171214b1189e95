package com.contractorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Reads;
import com.contractorportal.container.Transaction;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.ArrayList;
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

@ExtendWith(ArquillianExtension.class)
class AuditTrailIT {

  private static final Instant BEGIN = Instant.parse("2026-01-05T10:00:00Z");
  private static final int ENTRIES = 600;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  /** Whatever has an audit trail. */
  public record Thing(String name, int count, List<String> stops, Optional<String> note) {}

  private Fixture given;
  private AuditService trail;
  private CustomerId company;
  private Actor admin;
  private UUID member;

  @BeforeEach
  void an_admin() {
    given = new Fixture();
    trail = CDI.current().select(AuditService.class).get();
    company = given.customer("Snow and Sons");
    UUID account = given.account("no hash", false);
    member = given.member(account, company, Role.ADMIN);
    admin = Actor.person(account, Fixture.email(account), Role.ADMIN, "test");
  }

  @Test
  void an_entry_tells_who_did_what_and_how_the_thing_was_before_and_after() throws Exception {
    UUID thing = Ids.next();
    as(
        () -> {
          Transaction change = Transaction.begin();
          CDI.current()
              .select(AuditTrail.class)
              .get()
              .changed(
                  "rename",
                  "thing",
                  thing,
                  new Thing("old", 1, List.of("a"), Optional.of("was")),
                  new Thing("new", 2, List.of(), Optional.empty()));
          change.commit();
          return null;
        });

    AuditEntryView entry = list(filter("thing", null, null, null, null, null), 10).items().get(0);

    assertThat(entry.actorId()).contains(member);
    assertThat(entry.actorName()).isEqualTo(admin.name());
    assertThat(entry.action()).isEqualTo("rename");
    assertThat(entry.entityId()).isEqualTo(thing.toString());
    assertThat(entry.requestId()).contains("test");
    assertThat(entry.before().orElseThrow())
        .containsEntry("name", "old")
        .containsEntry("stops", List.of("a"))
        .containsEntry("note", "was");
    assertThat(entry.after().orElseThrow()).containsEntry("name", "new").doesNotContainKey("note");
  }

  @Test
  void the_newest_comes_first_and_every_filter_keeps_to_its_own() throws Exception {
    UUID actor = admin.accountId().orElseThrow();
    fill(company, actor, 40);
    fill(given.customer("Ice Ltd"), actor, 40);

    List<AuditEntryView> all = pages(filter(null, null, null, null, null, null), 7);
    assertThat(all).hasSize(40);
    assertThat(all).extracting(AuditEntryView::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(all).extracting(AuditEntryView::id).doesNotHaveDuplicates();

    assertThat(pages(filter("route", null, null, null, null, null), 7)).hasSize(20);
    assertThat(pages(filter("route", "thing-4", null, null, null, null), 7)).hasSize(1);
    assertThat(pages(filter(null, null, member, null, null, null), 7)).hasSize(10);
    assertThat(pages(filter(null, null, actor, null, null, null), 7)).isEmpty();
    assertThat(pages(filter(null, null, null, "update", null, null), 7)).hasSize(8);
    assertThat(
            pages(filter(null, null, null, null, BEGIN.plusSeconds(10), BEGIN.plusSeconds(20)), 7))
        .hasSize(10)
        .allMatch(it -> !it.at().isBefore(BEGIN.plusSeconds(10)))
        .allMatch(it -> it.at().isBefore(BEGIN.plusSeconds(20)));
    assertThatThrownBy(() -> list(filter(null, "thing-4", null, null, null, null), 7))
        .isInstanceOf(InvalidField.class);
  }

  @Test
  void a_page_reads_little_more_than_it_shows_wherever_it_is() throws Exception {
    fill(company, admin.accountId().orElseThrow(), ENTRIES);
    given.counted("audit_entry");

    for (AuditFilter filter :
        List.of(
            filter(null, null, null, null, null, null),
            filter("route", null, null, null, null, null),
            filter(null, null, member, null, null, null),
            filter(null, null, null, "update", null, null),
            filter("route", null, null, null, BEGIN, BEGIN.plusSeconds(400)),
            filter(null, null, null, null, BEGIN, BEGIN.plusSeconds(400)))) {
      PageRequest request = PageRequest.first(20);
      Page<AuditEntryView> page = list(filter, 20);
      for (int i = 0; i < 3; i++) {
        PageRequest asked = request;
        long read = rowsRead(() -> trail.list(filter, asked));
        assertThat(read).as(filter + " " + asked).isBetween(20L, 60L);
        request = new PageRequest(20, page.nextCursor().orElseThrow(), null, false);
        PageRequest next = request;
        page = as(() -> trail.list(filter, next));
      }
    }
  }

  private long rowsRead(Callable<?> work) throws Exception {
    return as(() -> Transaction.undone(() -> Reads.of(work).rows()));
  }

  /** Every second entry is of a route, every fourth by the actor, every fifth an update. */
  private void fill(CustomerId customer, UUID actor, int count) {
    given.runEach(
        "INSERT INTO audit_entry (customer_id, id, at, actor_id, actor_name, action, entity,"
            + " entity_id, after_state) VALUES (?, ?, ?, ?, 'Pat', ?, ?, ?, ?)",
        count,
        i ->
            new Object[] {
              customer.value(),
              Ids.next(),
              BEGIN.plusSeconds(i),
              i % 4 == 0 ? actor : Ids.next(),
              i % 5 == 0 ? "update" : "create",
              i % 2 == 0 ? "route" : "property",
              "thing-" + i,
              "{\"name\":\"" + i + "\"}"
            });
  }

  private static AuditFilter filter(
      String entity, String entityId, UUID actorId, String action, Instant from, Instant to) {
    return new AuditFilter(
        Optional.ofNullable(entity),
        Optional.ofNullable(entityId),
        Optional.ofNullable(actorId),
        Optional.ofNullable(action),
        Optional.ofNullable(from),
        Optional.ofNullable(to));
  }

  private List<AuditEntryView> pages(AuditFilter filter, int limit) throws Exception {
    List<AuditEntryView> all = new ArrayList<>();
    PageRequest request = PageRequest.first(limit);
    while (true) {
      PageRequest asked = request;
      Page<AuditEntryView> page = as(() -> trail.list(filter, asked));
      all.addAll(page.items());
      if (page.nextCursor().isEmpty()) {
        return all;
      }
      request = new PageRequest(limit, page.nextCursor().get(), null, false);
    }
  }

  private Page<AuditEntryView> list(AuditFilter filter, int limit) throws Exception {
    return as(() -> trail.list(filter, PageRequest.first(limit)));
  }

  private <T> T as(Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(company, admin, work);
  }
}
