package com.contractorportal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoRoutesTest {

  @ParameterizedTest
  @CsvSource({"vermont,175", "massachusetts,188", "connecticut,196"})
  void every_address_is_a_stop_of_exactly_one_route(String state, int addresses)
      throws IOException {
    List<DemoAddress> places = DemoAddress.read("addresses-" + state + ".csv");

    List<DemoRoutes.Route> routes = DemoRoutes.plan(places);

    assertThat(places).hasSize(addresses);
    assertThat(routes.stream().flatMap(route -> route.stops().stream()))
        .hasSize(addresses)
        .doesNotHaveDuplicates();
    assertThat(routes.stream().map(DemoRoutes.Route::name)).doesNotHaveDuplicates();
    assertThat(routes).allSatisfy(route -> assertThat(route.stops()).hasSizeBetween(1, 15));
  }
}
