package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two hundred clients that send a byte now and then, where an ordinary server would keep a thread
 * for each; somebody works beside them.
 */
@Tag("any-database")
@ExtendWith(PortalExtension.class)
class SlowClientsIT {

  private static final int CLIENTS = 200;

  /** Ten seconds for the body, as long again for silence, and what a busy machine takes. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<RawConnection> clients = new ArrayList<>();
  private PortalSystem portal;
  private NewCompany company;
  private PortalClient manager;

  @BeforeEach
  void a_manager_works(PortalSystem running) {
    portal = running;
    company = NewCompany.in(portal);
    manager = portal.login(company.manager());
  }

  @AfterEach
  void hang_up() throws IOException {
    for (RawConnection client : clients) {
      client.close();
    }
  }

  @Test
  void headers_that_trickle_stop_nobody() throws IOException {
    open("GET /api/ui-config HTTP/1.1\r\nHost: portal\r\nX-Slow: ");

    for (int round = 0; round < 5; round++) {
      trickle();
      somebody_works();
    }
    assertThat(answered()).as("clients that are not waited for").isZero();
  }

  @Test
  void bodies_of_sign_ins_that_trickle_stop_nobody_and_are_broken_off() throws IOException {
    open(
        "POST /api/auth/login HTTP/1.1\r\nHost: portal\r\nContent-Type: application/json\r\n"
            + "Content-Length: 10000\r\n\r\n{\"email\":\"");

    work_until_all_are_answered();
  }

  @Test
  void files_that_trickle_stop_nobody_and_are_broken_off() throws IOException {
    open(
        "POST /api/properties/imports?fileName=slow.csv HTTP/1.1\r\nHost: portal\r\n"
            + "Authorization: Bearer "
            + manager.token()
            + "\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\nname,address\n");

    work_until_all_are_answered();
  }

  private void open(String beginning) throws IOException {
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new RawConnection(portal.address()).send(beginning));
    }
  }

  /** Another byte from each client that has no answer. */
  private void trickle() throws IOException {
    for (RawConnection client : clients) {
      if (client.answerSoFar().isEmpty()) {
        client.send("a");
      }
    }
  }

  private void work_until_all_are_answered() throws IOException {
    Instant limit = Instant.now().plus(LIMIT);
    while (answered() < CLIENTS) {
      assertThat(Instant.now()).as("answered: %d", answered()).isBefore(limit);
      trickle();
      somebody_works();
    }
    for (RawConnection client : clients) {
      assertThat(client.answerUntil("/problems/request-timeout"))
          .startsWith("HTTP/1.1 408 ")
          .contains("Connection: close", "/problems/request-timeout");
    }
  }

  private long answered() throws IOException {
    long count = 0;
    for (RawConnection client : clients) {
      count += client.answerSoFar().isEmpty() ? 0 : 1;
    }
    return count;
  }

  private void somebody_works() {
    assertThat(portal.stranger().get("/login").status()).isEqualTo(200);
    PortalClient colleague = portal.login(company.manager());
    assertThat(colleague.get("/api/properties?limit=10").status()).isEqualTo(200);
    Answer sent =
        colleague.send(
            "POST",
            "/api/properties/imports?fileName=quick.csv&dryRun=true",
            "text/csv",
            "name,address\nShop,1 Main St\n");
    assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
  }
}
