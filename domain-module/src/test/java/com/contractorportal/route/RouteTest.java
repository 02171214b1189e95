package com.contractorportal.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.rule.InvalidField;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RouteTest {

  private static final UUID A = UUID.randomUUID();
  private static final UUID B = UUID.randomUUID();
  private static final UUID C = UUID.randomUUID();

  @Test
  void stops_keep_the_order_of_the_drive_when_they_are_replaced() {
    Route route = new Route(draft(A, B, C));
    route.describe(draft(C, A));

    assertThat(route.propertyIds()).containsExactly(C, A);
  }

  @Test
  void a_property_is_on_a_route_once() {
    assertThatThrownBy(() -> new Route(draft(A, B, A)))
        .isInstanceOfSatisfying(
            InvalidField.class, failure -> assertThat(failure.field()).isEqualTo("stops"));
  }

  @Test
  void a_stop_that_moves_leaves_the_others_in_order() {
    Route route = new Route(draft(A, B, C));

    route.move(new StopMove(A, 2));
    assertThat(route.propertyIds()).containsExactly(B, C, A);
    route.move(new StopMove(C, 0));
    assertThat(route.propertyIds()).containsExactly(C, B, A);
    route.move(new StopMove(B, 1));
    assertThat(route.propertyIds()).containsExactly(C, B, A);
  }

  @Test
  void only_a_stop_of_the_route_moves_and_only_within_it() {
    Route route = new Route(draft(A, B));

    assertThatThrownBy(() -> route.move(new StopMove(C, 0)))
        .isInstanceOfSatisfying(
            InvalidField.class, failure -> assertThat(failure.field()).isEqualTo("propertyId"));
    assertThatThrownBy(() -> route.move(new StopMove(A, 2)))
        .hasMessage("The stops of this route have the positions 0 to 1.");
    assertThat(route.propertyIds()).containsExactly(A, B);
  }

  @Test
  void a_property_that_leaves_closes_the_gap() {
    Route route = new Route(draft(A, B, C));
    route.skip(B);

    assertThat(route.propertyIds()).containsExactly(A, C);
  }

  @Test
  void a_route_may_have_no_stops_yet() {
    assertThat(new Route(new RouteDraft("North", null, null, " ", null)).propertyIds()).isEmpty();
  }

  private static RouteDraft draft(UUID... stops) {
    return new RouteDraft("North", null, null, null, List.of(stops));
  }
}
