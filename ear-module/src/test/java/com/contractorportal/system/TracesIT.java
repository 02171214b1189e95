package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalExtension.class)
class TracesIT {

  @Test
  void a_request_is_traced_by_its_route_and_id_without_anybodys_data(PortalSystem portal) {
    PortalClient manager = portal.login("manager@vermont.example");

    Answer answer = manager.get("/api/properties?q=Sycamore%20Lane%2012&limit=1");

    String requestId = answer.header("X-Request-Id").orElseThrow();
    Soon.see("the request's trace", () -> portal.traces().text().contains(requestId));
    String sent = portal.traces().text();
    assertThat(sent)
        .contains("GET /api/properties", "http.route", "portal.customer_id", manager.customerId());
    assertThat(sent)
        .doesNotContain("Sycamore", "?q=S", "limit=", "manager@vermont", PortalSystem.PASSWORD)
        .doesNotContain(manager.token())
        .doesNotContain("http.target", "http.url", "user_agent", "exception.message");
  }

  @Test
  void the_report_of_each_customer_in_a_night_is_traced(PortalSystem portal) {
    PortalClient root = portal.login("root@portal.example");
    String customerId = portal.login("manager@vermont.example").customerId();

    Answer started =
        root.post("/api/platform/report-runs", "{\"customerId\":\"" + customerId + "\"}");

    assertThat(started.status()).isEqualTo(202);
    Soon.see("the report's trace", () -> portal.traces().text().contains(started.createdId()));
    assertThat(portal.traces().text()).contains("nightly report of a customer", "portal.night_id");
  }
}
