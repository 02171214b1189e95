package com.contractorportal.report;

import com.contractorportal.feed.TooManyStreams;
import com.contractorportal.persistence.Ids;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.Overloaded;
import com.contractorportal.rule.RuleViolation;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets screens follow how far a night or a run is, until it ends. Once a second one thread looks at
 * each that somebody follows here, however many do.
 */
@ApplicationScoped
public class ProgressService implements RecurringTask {

  /** How many streams one person may have open at one node. */
  static final int MOST_OF_A_PERSON = 4;

  private static final int MOST_OF_THE_NODE = 200;
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(3);
  private static final Duration LONGEST_UNCHECKED = Duration.ofSeconds(30);
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(10);
  private static final Logger LOG = Logger.getLogger(ProgressService.class.getName());

  @Inject private NightService nights;
  @Inject private ReportService reports;
  @Inject private FollowerCheck checks;
  @Inject private Shutdown shutdown;

  /** Guarded by this. */
  private final List<Following> followings = new ArrayList<>();

  /**
   * What is followed.
   *
   * @param customer whose run it is; empty for a night
   */
  private record Watched(Optional<CustomerId> customer, UUID id) {}

  /** One look at it. */
  private record Look(Record progress, boolean over) {

    static Look at(NightProgress night) {
      return new Look(night, night.status() != NightStatus.RUNNING);
    }

    static Look at(RunProgress run) {
      return new Look(run, run.status() != RunStatus.RUNNING);
    }
  }

  /**
   * The acting operator follows a night.
   *
   * @throws NotFound if there is none
   * @throws TooManyStreams if the operator has too many streams open
   * @throws Overloaded if this node has, or goes down
   */
  public void followNight(UUID id, ProgressFollower follower) {
    follow(new Watched(Optional.empty(), id), Look.at(nights.progress(id)), follower);
  }

  /**
   * The acting person follows a run of the current customer.
   *
   * @throws NotFound if there is none that the person may read
   * @throws TooManyStreams if the person has too many streams open
   * @throws Overloaded if this node has, or goes down
   */
  public void followRun(UUID id, ProgressFollower follower) {
    reports.get(id);
    follow(
        new Watched(Optional.of(CurrentCustomer.require()), id),
        Look.at(reports.progress(id)),
        follower);
  }

  private void follow(Watched watched, Look first, ProgressFollower follower) {
    Following following = new Following(watched, follower, CurrentCustomer.actor().accountId());
    if (!first.over()) {
      enter(following);
    }
    following.tell(first);
  }

  private synchronized void enter(Following following) {
    if (followings.size() >= MOST_OF_THE_NODE || shutdown.hasBegun()) {
      throw new Overloaded();
    }
    if (followings.stream().filter(other -> other.account.equals(following.account)).count()
        >= MOST_OF_A_PERSON) {
      throw TooManyStreams.yours();
    }
    followings.add(following);
  }

  private synchronized List<Following> all() {
    return List.copyOf(followings);
  }

  private synchronized void leave(Following following) {
    followings.remove(following);
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  /** One look at all that is followed here. */
  @Override
  public void run() {
    Map<Watched, Optional<Look>> looks = new HashMap<>();
    for (Following following : all()) {
      boolean goesOn =
          !shutdown.hasBegun()
              && following.mayGoOn()
              && looks
                  .computeIfAbsent(following.watched, this::look)
                  .map(following::tell)
                  .orElse(true);
      if (!goesOn) {
        leave(following);
        following.follower.ends();
      }
    }
  }

  /** Empty while the database does not answer. */
  private Optional<Look> look(Watched watched) {
    try {
      return Optional.of(
          watched.customer().isEmpty()
              ? Look.at(nights.progress(watched.id()))
              : CurrentCustomer.callAs(
                  watched.customer().get(),
                  Actor.portal("report progress", Ids.next().toString()),
                  () -> Look.at(reports.progress(watched.id()))));
    } catch (NotFound gone) {
      return Optional.of(new Look(null, true));
    } catch (Exception failure) {
      LOG.log(Level.FINE, "The progress of reports cannot be read; it is tried again", failure);
      return Optional.empty();
    }
  }

  /** One who follows, and what they were last told. */
  private final class Following {

    private final Watched watched;
    private final ProgressFollower follower;
    private final Optional<UUID> account;
    private Record told;
    private Instant checked = Instant.now();
    private Instant beaten = Instant.now();

    Following(Watched watched, ProgressFollower follower, Optional<UUID> account) {
      this.watched = watched;
      this.follower = follower;
      this.account = account;
    }

    /** Whether there will be more to tell. */
    synchronized boolean tell(Look look) {
      if (look.progress() != null && !look.progress().equals(told)) {
        told = look.progress();
        follower.told(told);
      }
      if (look.over()) {
        follower.ends();
      }
      return !look.over();
    }

    /** Whoever cannot be checked, as the database does not answer, may stay for a while. */
    boolean mayGoOn() {
      Instant now = Instant.now();
      if (now.isAfter(beaten.plus(BETWEEN_BEATS))) {
        beaten = now;
        follower.beat();
      }
      if (now.isBefore(checked.plus(BETWEEN_CHECKS))) {
        return true;
      }
      try {
        checks.check(follower);
        checked = now;
      } catch (RuleViolation over) {
        return false;
      } catch (RuntimeException unknown) {
        LOG.log(Level.FINE, "A follower cannot be checked at present", unknown);
      }
      return now.isBefore(checked.plus(LONGEST_UNCHECKED));
    }
  }
}
