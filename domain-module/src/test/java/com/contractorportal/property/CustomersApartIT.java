package com.contractorportal.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two customers whose rows bear the same ids, as the primary keys allow: whatever forgets the
 * customer meets the other's row.
 */
@ExtendWith(ArquillianExtension.class)
class CustomersApartIT {

  private static final int THREADS = 16;
  private static final int OPERATIONS_A_THREAD = 1_500;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private CustomersData data;
  private CustomerId ours;
  private CustomerId theirs;
  private UUID property;
  private UUID route;
  private UUID onlyTheirs;

  @BeforeEach
  void two_customers_with_the_same_ids() {
    given = new Fixture();
    data = CDI.current().select(CustomersData.class).get();
    ours = given.customer("Ours");
    theirs = given.customer("Theirs");
    property = Ids.next();
    route = Ids.next();
    onlyTheirs = Ids.next();
    UUID second = Ids.next();
    property(ours, property, "our depot");
    property(theirs, property, "their depot");
    property(theirs, second, "their second depot");
    property(theirs, onlyTheirs, "their secret depot");
    route(ours, route, "our route");
    route(theirs, route, "their route");
    UUID stop = Ids.next();
    stop(ours, stop, property, 0);
    stop(theirs, stop, property, 0);
    stop(theirs, Ids.next(), second, 1);
  }

  @Test
  void find_finds_the_own_row_under_a_shared_id_and_none_under_anothers() throws Exception {
    assertThat(nameOf(ours, property)).isEqualTo("our depot");
    assertThat(nameOf(theirs, property)).isEqualTo("their depot");
    boolean found = as(ours, em -> em.find(Property.class, onlyTheirs) != null);
    assertThat(found).isFalse();
  }

  @Test
  void removing_a_reference_removes_the_own_row_only() throws Exception {
    given.run("DELETE FROM route_stop WHERE customer_id = ?", ours.value());

    change(ours, em -> em.remove(em.getReference(Property.class, property)));

    assertThat(rows("property", ours)).isZero();
    assertThat(rows("property", theirs)).isEqualTo(3);
  }

  @Test
  void a_reference_to_anothers_row_cannot_be_removed() {
    assertThatThrownBy(
            () -> change(ours, em -> em.remove(em.getReference(Property.class, onlyTheirs))))
        .hasStackTraceContaining("EntityNotFoundException");

    assertThat(rows("property", theirs)).isEqualTo(3);
  }

  @Test
  void merging_a_changed_object_of_another_leaves_the_others_row_as_it_is() throws Exception {
    Property stolen = as(theirs, em -> em.find(Property.class, onlyTheirs));
    stolen.describe(draft("ours now"));

    try {
      change(ours, em -> em.merge(stolen));
    } catch (RuntimeException refused) {
      assertThat(refused).hasStackTraceContaining("OptimisticLockException");
    }

    assertThat(nameOf(theirs, onlyTheirs)).isEqualTo("their secret depot");
    assertThat(rows("property", theirs)).isEqualTo(3);
  }

  @Test
  void merging_under_a_shared_id_changes_the_own_row_only() throws Exception {
    Property stolen = as(theirs, em -> em.find(Property.class, property));
    stolen.describe(draft("renamed"));

    change(ours, em -> em.merge(stolen));

    assertThat(nameOf(ours, property)).isEqualTo("renamed");
    assertThat(nameOf(theirs, property)).isEqualTo("their depot");
  }

  @Test
  void a_left_join_fetches_own_children_only() throws Exception {
    String jpql = "SELECT s.id FROM Route r LEFT JOIN r.stops s WHERE r.id = :id";

    assertThat(rowsOf(ours, jpql)).hasSize(1);
    assertThat(rowsOf(theirs, jpql)).hasSize(2);
    int fetched =
        as(
            ours,
            em ->
                em.createQuery("SELECT r FROM Route r LEFT JOIN FETCH r.stops", Object.class)
                    .getResultList()
                    .size());
    assertThat(fetched).isEqualTo(1);
  }

  @Test
  void a_left_join_keeps_a_row_whose_children_are_only_anothers() throws Exception {
    given.run("DELETE FROM route_stop WHERE customer_id = ?", ours.value());

    List<Object> found =
        rowsOf(ours, "SELECT r.name, s.id FROM Route r LEFT JOIN r.stops s WHERE r.id = :id");

    assertThat(found).singleElement().isEqualTo(new Object[] {"our route", null});
  }

  @Test
  void subqueries_look_at_own_rows_only() throws Exception {
    String counted =
        "SELECT (SELECT COUNT(s) FROM RouteStop s WHERE s.route.id = r.id) FROM Route r WHERE r.id = :id";
    String served =
        "SELECT p.name FROM Property p WHERE p.id IN (SELECT s.propertyId FROM RouteStop s WHERE"
            + " s.route.id = :id)";
    String unserved =
        "SELECT p.name FROM Property p WHERE NOT EXISTS (SELECT s FROM RouteStop s WHERE"
            + " s.propertyId = p.id AND s.route.id = :id)";

    assertThat(rowsOf(ours, counted)).isEqualTo(List.of(1L));
    assertThat(rowsOf(ours, served)).isEqualTo(List.of("our depot"));
    assertThat(rowsOf(ours, unserved)).isEmpty();
    assertThat(rowsOf(theirs, counted)).isEqualTo(List.of(2L));
  }

  @Test
  void a_bulk_update_changes_own_rows_only() throws Exception {
    int changed = execute(ours, "UPDATE Property p SET p.siteNotes = 'x'");

    assertThat(changed).isEqualTo(1);
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM property WHERE customer_id = ? AND site_notes IS NOT NULL",
                theirs.value()))
        .isZero();
  }

  @Test
  void a_bulk_delete_deletes_own_rows_only() throws Exception {
    assertThat(execute(ours, "DELETE FROM RouteStop s")).isEqualTo(1);

    assertThat(rows("route_stop", ours)).isZero();
    assertThat(rows("route_stop", theirs)).isEqualTo(2);
  }

  @Test
  void an_element_collection_is_read_and_emptied_for_its_owner_only() throws Exception {
    List<Integer> read = new ArrayList<>();
    CurrentCustomer.callAs(
        ours,
        somebody(),
        () ->
            data.askSamples(
                em -> {
                  RouteWithCollection own = em.find(RouteWithCollection.class, route);
                  read.addAll(own.positions());
                  own.positions().clear();
                  return own;
                }));

    assertThat(read).containsExactly(0);
    assertThat(rows("route_stop", ours)).isZero();
    assertThat(rows("route_stop", theirs)).isEqualTo(2);
  }

  @Test
  void criteria_select_own_rows_only() throws Exception {
    List<String> names =
        as(
            ours,
            em -> {
              CriteriaQuery<String> query = em.getCriteriaBuilder().createQuery(String.class);
              Root<Property> root = query.from(Property.class);
              return em.createQuery(query.select(root.get("name"))).getResultList();
            });

    assertThat(names).containsExactly("our depot");
  }

  @Test
  void a_parameter_cannot_name_another_customer() throws Exception {
    List<String> names =
        as(
            ours,
            em -> {
              em.setProperty("eclipselink.tenant-id", theirs.value());
              return em.createQuery("SELECT p.name FROM Property p", String.class)
                  .setHint("portal.customer-id", theirs.value())
                  .getResultList();
            });

    assertThat(names).containsExactly("our depot");
  }

  @Test
  void native_sql_is_refused() {
    assertThatThrownBy(
            () -> as(ours, em -> em.createNativeQuery("SELECT name FROM property").getResultList()))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void without_a_customer_nothing_opens_and_nothing_is_written() {
    long before = given.number("SELECT COUNT(*) FROM property");

    assertThatThrownBy(() -> data.ask(em -> em.find(Property.class, property)))
        .hasStackTraceContaining("No customer is bound");
    assertThatThrownBy(
            () -> data.ask(em -> em.createQuery("SELECT p.name FROM Property p").getResultList()))
        .hasStackTraceContaining("No customer is bound");
    assertThatThrownBy(() -> data.change(em -> em.persist(new Property(draft("nobody's")))))
        .hasStackTraceContaining("No customer is bound");
    assertThatThrownBy(
            () -> data.ask(em -> em.createQuery("DELETE FROM RouteStop s").executeUpdate()))
        .hasStackTraceContaining("No customer is bound");

    assertThat(given.number("SELECT COUNT(*) FROM property")).isEqualTo(before);
    assertThat(rows("route_stop", theirs)).isEqualTo(2);
  }

  @Test
  void work_for_one_customer_cannot_turn_to_another() throws Exception {
    CurrentCustomer.callAs(
        ours,
        somebody(),
        () -> {
          assertThatThrownBy(() -> as(theirs, em -> em.find(Property.class, property)))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("works for somebody already");
          return null;
        });
    assertThat(CurrentCustomer.bound()).isEmpty();
  }

  @Test
  void the_database_refuses_a_row_that_points_to_another_customers() {
    assertThatThrownBy(() -> stop(ours, Ids.next(), onlyTheirs, 5))
        .hasCauseInstanceOf(SQLIntegrityConstraintViolationException.class);
    assertThatThrownBy(
            () ->
                given.run(
                    "UPDATE route_stop SET customer_id = ? WHERE customer_id = ?",
                    ours.value(),
                    theirs.value()))
        .hasCauseInstanceOf(SQLIntegrityConstraintViolationException.class);
  }

  @Test
  void many_threads_of_two_customers_see_only_their_own() throws Exception {
    ManagedThreadFactory factory = InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, factory);
    try {
      List<Future<Integer>> working = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        working.add(threads.submit(() -> seenRightly(thread)));
      }
      int right = 0;
      for (Future<Integer> work : working) {
        right += work.get();
      }
      assertThat(right).isEqualTo(THREADS * OPERATIONS_A_THREAD);
    } finally {
      threads.shutdownNow();
    }
    assertThat(rows("property", theirs)).isEqualTo(3);
  }

  private int seenRightly(int thread) throws Exception {
    int right = 0;
    for (int i = 0; i < OPERATIONS_A_THREAD; i++) {
      boolean we = (thread + i) % 2 == 0;
      CustomerId customer = we ? ours : theirs;
      String expected = we ? "our depot" : "their depot";
      boolean sees =
          switch (i % 3) {
            case 0 -> nameOf(customer, property).equals(expected);
            case 1 ->
                as(
                            customer,
                            em ->
                                list(
                                    em,
                                    "SELECT s.id FROM Route r LEFT JOIN r.stops s WHERE r.id = :id"))
                        .size()
                    == (we ? 1 : 2);
            default ->
                as(
                        customer,
                        em ->
                            em.createQuery(
                                    "UPDATE Property p SET p.siteNotes = :notes WHERE p.name = :name")
                                .setParameter("notes", expected)
                                .setParameter("name", we ? "their depot" : "our depot")
                                .executeUpdate())
                    == 0;
          };
      right += sees ? 1 : 0;
    }
    return right;
  }

  private <T> T as(CustomerId customer, Function<EntityManager, T> question) throws Exception {
    return CurrentCustomer.callAs(customer, somebody(), asking(question));
  }

  private String nameOf(CustomerId customer, UUID id) throws Exception {
    return as(customer, em -> em.find(Property.class, id).name());
  }

  private List<Object> rowsOf(CustomerId customer, String jpql) throws Exception {
    return as(customer, em -> list(em, jpql));
  }

  private int execute(CustomerId customer, String jpql) throws Exception {
    return as(customer, em -> em.createQuery(jpql).executeUpdate());
  }

  private <T> Callable<T> asking(Function<EntityManager, T> question) {
    return () -> data.ask(question);
  }

  private void change(CustomerId customer, Consumer<EntityManager> change) throws Exception {
    CurrentCustomer.callAs(
        customer,
        somebody(),
        () -> {
          data.change(change);
          return null;
        });
  }

  private List<Object> list(EntityManager em, String jpql) {
    return em.createQuery(jpql, Object.class).setParameter("id", route).getResultList();
  }

  private long rows(String table, CustomerId customer) {
    return given.number(
        "SELECT COUNT(*) FROM " + table + " WHERE customer_id = ?", customer.value());
  }

  private static Actor somebody() {
    return Actor.portal("test", "test");
  }

  private static PropertyDraft draft(String name) {
    return new PropertyDraft(
        name,
        "1 Main St",
        null,
        null,
        null,
        null,
        null,
        null,
        PropertyKind.OTHER,
        null,
        null,
        null,
        PropertyStatus.ACTIVE,
        null);
  }

  private void property(CustomerId customer, UUID id, String name) {
    given.run(
        "INSERT INTO property (customer_id, id, name, street, kind, status, created_at, updated_at)"
            + " VALUES (?, ?, ?, '1 Main St', 'OTHER', 'ACTIVE', ?, ?)",
        customer.value(),
        id,
        name,
        Instant.now(),
        Instant.now());
  }

  private void route(CustomerId customer, UUID id, String name) {
    given.run(
        "INSERT INTO route (customer_id, id, name, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
        customer.value(),
        id,
        name,
        Instant.now(),
        Instant.now());
  }

  private void stop(CustomerId customer, UUID id, UUID propertyId, int position) {
    given.run(
        "INSERT INTO route_stop (customer_id, id, route_id, property_id, position)"
            + " VALUES (?, ?, ?, ?, ?)",
        customer.value(),
        id,
        route,
        propertyId,
        position);
  }
}
