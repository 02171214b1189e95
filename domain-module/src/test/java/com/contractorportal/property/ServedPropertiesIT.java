package com.contractorportal.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One person is a contractor of two customers, whose rows bear the same ids. */
@ExtendWith(ArquillianExtension.class)
class ServedPropertiesIT {

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private AssignedProperties assigned;
  private PropertyService properties;
  private CustomerId ours;
  private CustomerId theirs;
  private UUID contractor;
  private UUID ourMember;
  private UUID driven;
  private UUID alone;

  @BeforeEach
  void a_contractor_of_two_customers() {
    given = new Fixture();
    assigned = CDI.current().select(AssignedProperties.class).get();
    properties = CDI.current().select(PropertyService.class).get();
    ours = given.customer("Ours");
    theirs = given.customer("Theirs");
    contractor = given.account("x", false);
    ourMember = given.member(contractor, ours, Role.CONTRACTOR);
    given.member(contractor, theirs, Role.CONTRACTOR);
    driven = Ids.next();
    alone = Ids.next();
    for (CustomerId customer : List.of(ours, theirs)) {
      property(customer, driven, "Driven");
      property(customer, alone, "Alone");
    }
  }

  @Test
  void who_drives_a_route_serves_its_properties_and_no_others() throws Exception {
    drive(ours, ourMember, driven);

    assertThat(seen(ours)).containsExactly("Driven");
    assertThat(as(ours, () -> assigned.serves(driven))).isTrue();
    assertThat(as(ours, () -> assigned.serves(alone))).isFalse();
    assertThat(as(ours, () -> properties.get(driven)).name()).isEqualTo("Driven");
    assertThatThrownBy(() -> as(ours, () -> properties.get(alone))).isInstanceOf(NotFound.class);
  }

  @Test
  void what_is_served_for_one_customer_is_not_for_another() throws Exception {
    drive(ours, ourMember, driven);

    assertThat(seen(theirs)).isEmpty();
    assertThat(as(theirs, () -> assigned.serves(driven))).isFalse();
  }

  @Test
  void the_portal_itself_serves_nothing() throws Exception {
    drive(ours, ourMember, driven);

    Actor portal = Actor.portal("test", "test");
    assertThat(CurrentCustomer.callAs(ours, portal, () -> assigned.serves(driven))).isFalse();
  }

  private List<String> seen(CustomerId customer) throws Exception {
    return as(
        customer,
        () ->
            properties.list(PropertyFilter.ALL, PageRequest.first(50)).items().stream()
                .map(PropertyView::name)
                .toList());
  }

  private <T> T as(CustomerId customer, Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(
        customer, Actor.person(contractor, "crew", Role.CONTRACTOR, "test"), work);
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

  private void drive(CustomerId customer, UUID member, UUID property) {
    UUID route = Ids.next();
    given.run(
        "INSERT INTO route (customer_id, id, name, member_id, created_at, updated_at)"
            + " VALUES (?, ?, 'North', ?, ?, ?)",
        customer.value(),
        route,
        member,
        Instant.now(),
        Instant.now());
    given.run(
        "INSERT INTO route_stop (customer_id, id, route_id, property_id, position)"
            + " VALUES (?, ?, ?, ?, 0)",
        customer.value(),
        Ids.next(),
        route,
        property);
  }
}
