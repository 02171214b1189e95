package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalExtension.class)
class HealthIT {

  @Test
  void the_portal_is_ready(PortalSystem portal) {
    Answer answer = portal.stranger().get("/health/ready");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getString("status")).isEqualTo("UP");
  }

  @Test
  void the_server_does_not_say_what_it_is(PortalSystem portal) {
    Answer answer = portal.stranger().get("/health/ready");

    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
  }

  @Test
  void the_servers_own_figures_are_not_public(PortalSystem portal) {
    assertThat(portal.stranger().get("/metrics").status()).isIn(403, 404);
  }
}
