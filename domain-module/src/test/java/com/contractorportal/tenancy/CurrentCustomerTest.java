package com.contractorportal.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrentCustomerTest {

  private static final CustomerId OTHER = new CustomerId("ABCDEFGHJ");
  private static final Actor JOB = Actor.portal("a job", "1");

  @AfterEach
  void forget() {
    CurrentCustomer.clear();
  }

  @Test
  void without_a_customer_everything_fails() {
    assertThatThrownBy(CurrentCustomer::require)
        .isInstanceOf(CurrentCustomer.NoCustomerBound.class);
    assertThatThrownBy(CurrentCustomer::actor).isInstanceOf(CurrentCustomer.NoCustomerBound.class);
    assertThatThrownBy(() -> CurrentCustomer.bind(null, JOB))
        .isInstanceOf(CurrentCustomer.NoCustomerBound.class);
  }

  @Test
  void an_operator_has_no_customer() {
    CurrentCustomer.bindOperator(JOB);

    assertThat(CurrentCustomer.actor()).isEqualTo(JOB);
    assertThatThrownBy(CurrentCustomer::require)
        .isInstanceOf(CurrentCustomer.NoCustomerBound.class);
  }

  @Test
  void work_for_a_customer_leaves_the_thread_unbound_even_when_it_fails() throws Exception {
    assertThat(CurrentCustomer.callAs(CustomerId.LEGACY, JOB, CurrentCustomer::require))
        .isEqualTo(CustomerId.LEGACY);
    assertThat(CurrentCustomer.bound()).isEmpty();

    assertThatThrownBy(
            () ->
                CurrentCustomer.callAs(
                    CustomerId.LEGACY,
                    JOB,
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(CurrentCustomer.bound()).isEmpty();
  }

  @Test
  void nobody_changes_customers_in_the_middle_of_their_work() {
    CurrentCustomer.bind(CustomerId.LEGACY, JOB);

    assertThatThrownBy(() -> CurrentCustomer.bind(OTHER, JOB))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> CurrentCustomer.callAs(OTHER, JOB, CurrentCustomer::require))
        .isInstanceOf(IllegalStateException.class);
    assertThat(CurrentCustomer.require()).isEqualTo(CustomerId.LEGACY);
  }

  @Test
  void an_operator_turns_to_a_customer_and_back_even_when_the_work_fails() {
    CurrentCustomer.bindOperator(JOB);

    assertThat(CurrentCustomer.callFor(OTHER, CurrentCustomer::require)).isEqualTo(OTHER);
    assertThatThrownBy(
            () ->
                CurrentCustomer.callFor(
                    OTHER,
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");

    assertThat(CurrentCustomer.actor()).isEqualTo(JOB);
    assertThat(CurrentCustomer.bound()).isEmpty();
  }

  @Test
  void nobody_else_turns_to_a_customer() {
    assertThatThrownBy(() -> CurrentCustomer.callFor(OTHER, CurrentCustomer::require))
        .isInstanceOf(IllegalStateException.class);

    CurrentCustomer.bind(CustomerId.LEGACY, JOB);
    assertThatThrownBy(() -> CurrentCustomer.callFor(OTHER, CurrentCustomer::require))
        .isInstanceOf(IllegalStateException.class);
    assertThat(CurrentCustomer.require()).isEqualTo(CustomerId.LEGACY);
  }
}
