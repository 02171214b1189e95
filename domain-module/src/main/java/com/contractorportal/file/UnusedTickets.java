package com.contractorportal.file;

import com.contractorportal.housekeeping.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Tickets that nobody used in time. */
@ApplicationScoped
class UnusedTickets implements Chore {

  @Inject private TicketRepository tickets;

  @Override
  public String things() {
    return "tickets";
  }

  @Override
  public Duration kept() {
    return Duration.ofHours(1);
  }

  @Override
  public int removeSome(Instant before, int most) {
    return tickets.removeExpired(before, most);
  }
}
