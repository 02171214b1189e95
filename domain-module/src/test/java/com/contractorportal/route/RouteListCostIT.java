package com.contractorportal.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Reads;
import com.contractorportal.container.Transaction;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.property.PropertyDraft;
import com.contractorportal.property.PropertyKind;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyStatus;
import com.contractorportal.property.PropertyView;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.math.BigDecimal;
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

/** Lists of routes cost little, as each route keeps what it amounts to; and that stays true. */
@ExtendWith(ArquillianExtension.class)
class RouteListCostIT {

  private static final int ROUTES = 400;
  private static final int STOPS = 20;
  private static final int LIMIT = 50;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private RouteService routes;
  private PropertyService properties;
  private CustomerId company;
  private Actor manager;

  @BeforeEach
  void a_company() {
    given = new Fixture();
    routes = CDI.current().select(RouteService.class).get();
    properties = CDI.current().select(PropertyService.class).get();
    company = given.customer("Snow and Sons");
    UUID account = given.account("no hash", false);
    given.member(account, company, Role.MANAGER);
    manager = Actor.person(account, Fixture.email(account), Role.MANAGER, "test");
  }

  @Test
  void a_page_reads_at_most_three_times_what_it_shows_first_and_last_alike() throws Exception {
    manyRoutes();

    for (String sort : List.of("name", "-name")) {
      String cursor = null;
      for (int page = 1; page < ROUTES / LIMIT; page++) {
        PageRequest request = new PageRequest(LIMIT, cursor, sort, false);
        Reads.Read<Page<RouteSummary>> read =
            as(
                () ->
                    Transaction.undone(
                        () -> Reads.of(() -> routes.list(Optional.empty(), request))));

        assertThat(read.answer().items()).hasSize(LIMIT);
        assertThat(read.rows())
            .as("rows read for page %d by %s", page, sort)
            .isBetween((long) LIMIT, 3L * LIMIT);
        cursor = read.answer().nextCursor().orElseThrow();
      }
    }
  }

  /** A hundredth of a degree of latitude is 1,112 m. */
  @Test
  void what_a_route_amounts_to_follows_its_stops_and_where_they_are() throws Exception {
    PropertyView south = property("44.00");
    PropertyView middle = property("44.01");
    PropertyView north = property("44.02");
    RouteView route =
        as(
            () ->
                routes.create(
                    new RouteDraft(
                        "Round", null, null, null, List.of(south.id(), middle.id(), north.id())),
                    Optional.empty()));
    assertThat(totals()).isEqualTo(new RouteTotals(3, 2224));

    as(() -> routes.move(route.id(), route.version(), new StopMove(south.id(), 1)));
    assertThat(totals()).isEqualTo(new RouteTotals(3, 3336));

    as(() -> properties.update(south.id(), south.version(), draft("44.05", PropertyStatus.ACTIVE)));
    assertThat(totals()).isEqualTo(new RouteTotals(3, 7784));

    as(
        () ->
            properties.update(
                middle.id(), middle.version(), draft("44.01", PropertyStatus.ARCHIVED)));
    assertThat(totals()).isEqualTo(new RouteTotals(2, 3336));

    int version = as(() -> routes.get(route.id())).version();
    as(() -> routes.lead(route.id(), version, new StopsDraft(List.of(north.id()))));
    assertThat(totals()).isEqualTo(new RouteTotals(1, 0));
  }

  private RouteTotals totals() throws Exception {
    RouteSummary route =
        as(() -> routes.list(Optional.empty(), PageRequest.first(1))).items().get(0);
    RouteView whole = as(() -> routes.get(route.id()));
    assertThat(whole.stops()).hasSize(route.stopCount());
    assertThat(whole.distanceM()).isEqualTo(route.distanceM());
    assertThat(whole.expectedMinutes()).isEqualTo(route.expectedMinutes());
    return new RouteTotals(route.stopCount(), route.distanceM());
  }

  private PropertyView property(String latitude) throws Exception {
    return as(() -> properties.create(draft(latitude, PropertyStatus.ACTIVE), Optional.empty()));
  }

  private static PropertyDraft draft(String latitude, PropertyStatus status) {
    return new PropertyDraft(
        "Site",
        "1 Main St",
        null,
        null,
        null,
        null,
        new BigDecimal(latitude),
        new BigDecimal("-72.5"),
        PropertyKind.OTHER,
        null,
        null,
        null,
        status,
        null);
  }

  private <T> T as(Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(company, manager, work);
  }

  private void manyRoutes() {
    Instant now = Instant.now();
    List<UUID> ids = new ArrayList<>();
    given.runEach(
        "INSERT INTO property (customer_id, id, name, street, kind, status, latitude, longitude,"
            + " created_at, updated_at)"
            + " VALUES (?, ?, 'Site', '1 Main St', 'OTHER', 'ACTIVE', 44.1, -72.1, ?, ?)",
        STOPS,
        i -> {
          ids.add(Ids.next());
          return new Object[] {company.value(), ids.get(i), now, now};
        });
    List<UUID> all = new ArrayList<>();
    given.runEach(
        "INSERT INTO route (customer_id, id, name, stop_count, created_at, updated_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        ROUTES,
        i -> {
          all.add(Ids.next());
          return new Object[] {company.value(), all.get(i), "Route " + i, STOPS, now, now};
        });
    given.runEach(
        "INSERT INTO route_stop (customer_id, id, route_id, property_id, position)"
            + " VALUES (?, ?, ?, ?, ?)",
        ROUTES * STOPS,
        i ->
            new Object[] {
              company.value(), Ids.next(), all.get(i / STOPS), ids.get(i % STOPS), i % STOPS
            });
    given.counted("route");
  }
}
