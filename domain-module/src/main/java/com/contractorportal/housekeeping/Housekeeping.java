package com.contractorportal.housekeeping;

import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.Now;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Does the chores once an hour on whichever node takes the turn: first those above customers, then
 * those of each customer. Small transactions, an upper limit for each chore and customer, and a
 * line in the log about what is gone. What one round leaves, the next one finds.
 */
@ApplicationScoped
class Housekeeping implements RecurringTask {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());

  /** Below 1,000: MariaDB would turn a longer list of ids into a temporary table. */
  private static final int MOST_A_TRANSACTION = 500;

  private static final int MOST_A_ROUND = 100_000;
  private static final int MOST_OF_A_CUSTOMER = 10_000;
  private static final int CUSTOMERS_A_PAGE = 500;
  private static final int MOST_FAILURES = 10;
  private static final Duration SHORTEST = Duration.ofHours(1);

  @Inject private HousekeepingRepository house;
  @Inject @Any private Instance<Chore> chores;

  private volatile boolean stopping;

  /** Far shorter than an hour, so that a node takes over soon from one that is gone. */
  @Override
  public Duration pause() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run() {
    if (house.takeTurn()) {
      LOG.info(round());
    }
  }

  /**
   * Does all chores once.
   *
   * @return the log's line
   */
  String round() {
    Round round = new Round();
    round.work();
    return round.summary();
  }

  @PreDestroy
  void end() {
    stopping = true;
  }

  /** All chores done once. */
  private final class Round {

    private final Instant start = Now.instant();
    private final String id = Ids.next().toString();
    private final Map<String, Integer> removed = new TreeMap<>();
    private int customers;
    private int failures;

    void work() {
      List<Chore> all = chores.stream().filter(Round::isSensible).toList();
      all.stream()
          .filter(chore -> !(chore instanceof CustomerChore))
          .forEach(chore -> attempt(chore, "", () -> remove(chore, MOST_A_ROUND)));
      List<Chore> ofCustomers = all.stream().filter(CustomerChore.class::isInstance).toList();
      List<CustomerId> page = house.customersAfter("", CUSTOMERS_A_PAGE);
      while (!page.isEmpty() && goesOn()) {
        page.forEach(customer -> work(ofCustomers, customer));
        page = house.customersAfter(page.get(page.size() - 1).value(), CUSTOMERS_A_PAGE);
      }
    }

    private void work(List<Chore> ofCustomers, CustomerId customer) {
      Actor portal = Actor.portal("housekeeping", id);
      for (Chore chore : ofCustomers) {
        attempt(
            chore,
            " of " + customer,
            () ->
                CurrentCustomer.callAs(customer, portal, () -> remove(chore, MOST_OF_A_CUSTOMER)));
      }
      customers++;
    }

    private int remove(Chore chore, int most) {
      Instant before = start.minus(chore.kept());
      int gone = 0;
      int some;
      do {
        some = chore.removeSome(before, MOST_A_TRANSACTION);
        gone += some;
        removed.merge(chore.things(), some, Integer::sum);
      } while (some > 0 && gone < most && goesOn());
      return gone;
    }

    /** What fails for one customer keeps nobody else's from being done; what fails always, does. */
    private void attempt(Chore chore, String whose, Attempt attempt) {
      if (!goesOn()) {
        return;
      }
      try {
        attempt.run();
      } catch (Exception failure) {
        failures++;
        LOG.log(
            Level.WARNING,
            failure,
            () ->
                "Housekeeping could not remove " + chore.things() + whose + "; it will try again");
      }
    }

    private boolean goesOn() {
      return !stopping && failures < MOST_FAILURES;
    }

    private static boolean isSensible(Chore chore) {
      boolean sensible = chore.kept().compareTo(SHORTEST) >= 0;
      if (!sensible) {
        LOG.severe(
            () ->
                "Housekeeping leaves all %s: they are set to be kept for %s, and less than an hour cannot be meant."
                    .formatted(chore.things(), chore.kept()));
      }
      return sensible;
    }

    String summary() {
      String gone =
          removed.entrySet().stream()
              .filter(entry -> entry.getValue() > 0)
              .map(entry -> entry.getValue() + " " + entry.getKey())
              .collect(Collectors.joining(", "));
      return "Housekeeping%s for %d customers in %d ms removed %s; %d failures"
          .formatted(
              goesOn() ? "" : " (ended early)",
              customers,
              Duration.between(start, Now.instant()).toMillis(),
              gone.isEmpty() ? "nothing" : gone,
              failures);
    }
  }

  private interface Attempt {
    Object run() throws Exception;
  }
}
