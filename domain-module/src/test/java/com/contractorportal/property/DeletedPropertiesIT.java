package com.contractorportal.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of properties that somebody deletes. */
@ExtendWith(ArquillianExtension.class)
class DeletedPropertiesIT {

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private PropertyService properties;
  private DeletedProperties chore;
  private CustomerId ours;
  private CustomerId theirs;
  private UUID id;

  @BeforeEach
  void a_property_under_the_same_id_at_two_customers() {
    given = new Fixture();
    properties = CDI.current().select(PropertyService.class).get();
    chore = CDI.current().select(DeletedProperties.class).get();
    ours = given.customer("Ours");
    theirs = given.customer("Theirs");
    id = Ids.next();
    property(ours);
    property(theirs);
  }

  @AfterEach
  void nothing_was_worked_at() {
    WorkedAt.PROPERTIES.clear();
  }

  @Test
  void one_that_was_worked_at_is_archived_instead() throws Exception {
    WorkedAt.PROPERTIES.add(id);

    Optional<PropertyView> archived = as(ours, () -> properties.delete(id, 0));

    assertThat(archived).map(PropertyView::status).contains(PropertyStatus.ARCHIVED);
    assertThat(as(ours, () -> properties.get(id)).status()).isEqualTo(PropertyStatus.ARCHIVED);
    assertThat(audited("archive")).isEqualTo(1);
    assertThat(as(theirs, () -> properties.get(id)).status()).isEqualTo(PropertyStatus.ACTIVE);
  }

  @Test
  void any_other_is_restored_within_thirty_days_and_not_later() throws Exception {
    assertThat(as(ours, () -> properties.delete(id, 0))).isEmpty();
    assertThatThrownBy(() -> as(ours, () -> properties.get(id))).isInstanceOf(NotFound.class);
    deletedAgo(Duration.ofDays(30).plusMinutes(1));
    assertThatThrownBy(() -> as(ours, () -> properties.restore(id))).isInstanceOf(NotFound.class);
    deletedAgo(Duration.ofDays(30).minusMinutes(1));

    PropertyView restored = as(ours, () -> properties.restore(id));

    assertThat(restored.deletedAt()).isEmpty();
    assertThat(as(ours, () -> properties.get(id)).name()).isEqualTo("Depot");
    assertThat(audited("delete")).isEqualTo(1);
    assertThat(audited("restore")).isEqualTo(1);
  }

  @Test
  void after_thirty_days_it_is_erased_for_its_customer() throws Exception {
    as(ours, () -> properties.delete(id, 0));
    deletedAgo(Duration.ofDays(29));
    assertThat(erase(ours)).isZero();
    deletedAgo(Duration.ofDays(31));
    assertThat(erase(theirs)).isZero();

    assertThat(erase(ours)).isEqualTo(1);

    assertThat(rows(ours)).isZero();
    assertThat(rows(theirs)).isEqualTo(1);
    assertThat(erase(ours)).isZero();
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND entity = 'property'"
                    + " AND entity_id = ? AND action = 'delete' AND after_state IS NULL"
                    + " AND before_state LIKE '%Depot%'",
                ours.value(), id.toString()))
        .as("in the customer's trail")
        .isEqualTo(1);
  }

  @Test
  void one_that_anything_still_refers_to_stays() throws Exception {
    as(ours, () -> properties.delete(id, 0));
    deletedAgo(Duration.ofDays(31));
    UUID route = Ids.next();
    given.run(
        "INSERT INTO route (customer_id, id, name, created_at, updated_at) VALUES (?, ?, 'R', ?, ?)",
        ours.value(),
        route,
        Instant.now(),
        Instant.now());
    given.run(
        "INSERT INTO route_stop (customer_id, id, route_id, property_id, position)"
            + " VALUES (?, ?, ?, ?, 1)",
        ours.value(),
        Ids.next(),
        route,
        id);

    assertThatThrownBy(() -> erase(ours)).hasStackTraceContaining("foreign key");

    assertThat(rows(ours)).isEqualTo(1);
  }

  @Test
  void what_turns_out_to_have_been_worked_at_is_not_erased_but_archived() throws Exception {
    as(ours, () -> properties.delete(id, 0));
    deletedAgo(Duration.ofDays(31));
    WorkedAt.PROPERTIES.add(id);

    erase(ours);

    assertThat(as(ours, () -> properties.get(id)).status()).isEqualTo(PropertyStatus.ARCHIVED);
    assertThat(erase(ours)).isZero();
  }

  private int erase(CustomerId customer) throws Exception {
    return as(customer, () -> chore.removeSome(Instant.now().minus(chore.kept()), 500));
  }

  private void deletedAgo(Duration age) {
    given.run(
        "UPDATE property SET deleted_at = ? WHERE customer_id = ? AND id = ?",
        Instant.now().minus(age),
        ours.value(),
        id);
  }

  private long rows(CustomerId customer) {
    return given.number("SELECT COUNT(*) FROM property WHERE customer_id = ?", customer.value());
  }

  private long audited(String action) {
    return given.number(
        "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND entity = 'property'"
            + " AND entity_id = ? AND action = ? AND before_state IS NOT NULL"
            + " AND after_state IS NOT NULL",
        ours.value(),
        id.toString(),
        action);
  }

  private static <T> T as(CustomerId customer, Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(customer, Actor.portal("test", "test"), work);
  }

  private void property(CustomerId customer) {
    given.run(
        "INSERT INTO property (customer_id, id, name, street, kind, status, created_at, updated_at)"
            + " VALUES (?, ?, 'Depot', '1 Main St', 'OTHER', 'ACTIVE', ?, ?)",
        customer.value(),
        id,
        Instant.now(),
        Instant.now());
  }
}
