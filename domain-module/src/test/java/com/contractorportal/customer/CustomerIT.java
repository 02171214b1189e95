package com.contractorportal.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.inject.spi.CDI;
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
class CustomerIT {

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private CustomerService customers;
  private String mark;

  @BeforeEach
  void customers() {
    given = new Fixture();
    customers = CDI.current().select(CustomerService.class).get();
    mark = "m" + System.nanoTime();
  }

  @Test
  void customers_of_one_name_page_by_their_ids() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(given.customer("Snow " + mark).value());
    }
    made.sort(null);

    List<String> read = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<CustomerView> page =
          customers.list(
              new CustomerFilter(Optional.of(mark), Optional.empty(), Optional.empty()),
              new PageRequest(2, cursor.orElse(null), null, true));
      assertThat(page.total()).contains(5);
      page.items().forEach(customer -> read.add(customer.customerId()));
      cursor = page.nextCursor();
    } while (cursor.isPresent());

    assertThat(read).isEqualTo(made);
  }

  @Test
  void customers_are_found_by_status_and_by_id() {
    CustomerId active = given.customer("Active " + mark);
    CustomerId closed = given.customer("Closed " + mark);
    given.run("UPDATE customer SET status = 'CLOSED' WHERE customer_id = ?", closed.value());

    assertThat(list(mark, Optional.of(CustomerStatus.CLOSED))).containsExactly(closed.value());
    assertThat(list(active.value(), Optional.empty())).containsExactly(active.value());
  }

  @Test
  void customers_are_found_by_their_plan() {
    CustomerId free = given.customer("Free " + mark);
    given.run("UPDATE customer SET plan = 'FREE' WHERE customer_id = ?", free.value());
    given.customer("Another " + mark);

    assertThat(found(new CustomerFilter(Optional.of(mark), Optional.empty(), Optional.of("FREE"))))
        .containsExactly(free.value());
  }

  @Test
  void percent_signs_and_accents_are_nothing_special() {
    given.customer("Snow " + mark);

    assertThat(list("%" + mark, Optional.empty())).isEmpty();
    assertThat(list("neige à " + mark, Optional.empty())).isEmpty();
  }

  @Test
  void a_new_id_belongs_to_nobody() {
    CustomerId next = CDI.current().select(CustomerIdGenerator.class).get().next();

    assertThatThrownBy(() -> customers.get(next)).isInstanceOf(NotFound.class);
  }

  private List<String> list(String text, Optional<CustomerStatus> status) {
    return found(new CustomerFilter(Optional.of(text), status, Optional.empty()));
  }

  private List<String> found(CustomerFilter filter) {
    return customers.list(filter, PageRequest.first(50)).items().stream()
        .map(CustomerView::customerId)
        .toList();
  }
}
