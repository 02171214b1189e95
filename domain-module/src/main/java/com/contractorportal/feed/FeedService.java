package com.contractorportal.feed;

import com.contractorportal.persistence.Ids;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.Overloaded;
import com.contractorportal.rule.RuleViolation;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Lets open screens follow what changes in their customer. Once a second one thread reads, for each
 * customer that somebody follows here, what is new, and hands it to all its followers: no stream
 * has a thread, and a customer costs one query however many follow.
 *
 * <p>Ids are made before the commit, so that a smaller one may come to light after a greater one.
 * Each look therefore goes back a minute and leaves out what it has seen; a stream that goes on
 * after an interruption is told that minute again. Everybody is told everything at least once, but
 * for what a transaction of more than a minute changed in its beginning.
 */
@ApplicationScoped
public class FeedService implements RecurringTask {

  /** How many streams one person may have open at one node: screens, tabs, a phone. */
  static final int MOST_OF_A_PERSON = 8;

  /**
   * From so many on, some of a person's streams may be of pages that are gone, as nobody says when
   * a page is loaded anew: they are all written to at each look, which finds those.
   */
  private static final int MANY_OF_A_PERSON = MOST_OF_A_PERSON / 2;

  private static final int MOST_OF_A_CUSTOMER = 200;
  private static final int MOST_OF_THE_NODE = 2_000;

  /** Longer than a request's transaction. */
  private static final Duration LOOK_BACK = Duration.ofMinutes(1);

  /** More changes at once are not told one by one. */
  private static final int MOST_AT_ONCE = 500;

  private static final int PAGE = 1_000;
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(3);
  private static final Duration LONGEST_UNCHECKED = Duration.ofSeconds(30);
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(10);
  private static final Logger LOG = Logger.getLogger(FeedService.class.getName());

  /** What a contractor is told of: whose logs there are besides is none of their business. */
  private static final Set<FeedKind> FOR_CONTRACTORS = Set.of(FeedKind.WINTER_EVENT);

  @Inject private FeedRepository entries;
  @Inject private Shutdown shutdown;

  private final Map<CustomerId, Tail> tails = new HashMap<>();
  private int open;

  /** Whether the database failed in this round, which then asks it nothing more. */
  private boolean troubled;

  private boolean explained;

  /**
   * The acting person follows the feed of the current customer, until either side ends it.
   *
   * @param after the last id that the person was told, to be told what came since
   * @throws InvalidField if that is no id of a feed
   * @throws TooManyStreams if the person or the customer has too many open
   * @throws Overloaded if this node has, or goes down
   */
  public void follow(FeedFollower follower, Optional<UUID> after) {
    after
        .filter(id -> id.version() != 7)
        .ifPresent(
            wrong -> {
              throw new InvalidField("Last-Event-ID", "Send the id of an event of this stream.");
            });
    Following following = new Following(follower, CurrentCustomer.actor());
    Tail tail = enter(CurrentCustomer.require(), following);
    boolean begun = false;
    try {
      tail.begin(following, after);
      begun = true;
    } finally {
      if (!begun) {
        leave(tail, following);
      }
    }
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  /** One look at all feeds that are followed here. */
  @Override
  public void run() {
    troubled = false;
    for (Tail tail : all()) {
      if (shutdown.hasBegun()) {
        tail.endAll();
      } else {
        look(tail);
        tail.checkAll();
      }
    }
    explained = troubled;
  }

  private void look(Tail tail) {
    if (troubled) {
      return;
    }
    try {
      tail.look();
    } catch (Exception failure) {
      trouble(failure);
    }
  }

  private void trouble(Exception failure) {
    if (!explained) {
      LOG.log(Level.WARNING, "Feeds cannot be read at present; it is tried again", failure);
      explained = true;
    }
    troubled = true;
  }

  private synchronized List<Tail> all() {
    return List.copyOf(tails.values());
  }

  private synchronized Tail enter(CustomerId customer, Following following) {
    if (open >= MOST_OF_THE_NODE || shutdown.hasBegun()) {
      throw new Overloaded();
    }
    Tail tail = tails.computeIfAbsent(customer, Tail::new);
    Collection<Following> there = tail.followers;
    if (there.stream().filter(other -> other.isOf(following.account)).count() >= MOST_OF_A_PERSON) {
      throw TooManyStreams.yours();
    }
    if (there.size() >= MOST_OF_A_CUSTOMER) {
      throw TooManyStreams.ofYourCompany();
    }
    there.add(following);
    open++;
    return tail;
  }

  private synchronized void leave(Tail tail, Following following) {
    if (tail.followers.remove(following)) {
      open--;
      if (tail.followers.isEmpty()) {
        tails.remove(tail.customer, tail);
      }
    }
  }

  private synchronized List<Following> followers(Tail tail) {
    return List.copyOf(tail.followers);
  }

  /** The end of one customer's feed, as far as this node has seen it. */
  private final class Tail {

    private final CustomerId customer;

    /** Guarded by the service. */
    private final Set<Following> followers = new HashSet<>();

    /** Guarded by this, as all looking is. */
    private final Set<UUID> seen = new HashSet<>();

    Tail(CustomerId customer) {
      this.customer = customer;
    }

    /** Between two looks: nothing is missed, and what has been told already is not told to it. */
    synchronized void begin(Following following, Optional<UUID> after) {
      tell(unseen());
      following.follower.begins(Ids.next());
      after.ifPresent(id -> following.catchUp(id));
      following.begun = true;
    }

    synchronized void look() throws Exception {
      tell(
          CurrentCustomer.callAs(
              customer, Actor.portal("feed", Ids.next().toString()), this::unseen));
    }

    private List<FeedChange> unseen() {
      UUID from = idAt(Instant.now().minus(LOOK_BACK));
      seen.removeIf(id -> id.compareTo(from) <= 0);
      List<FeedChange> found = new ArrayList<>();
      List<FeedChange> page = entries.after(from, PAGE);
      while (!page.isEmpty()) {
        page.stream().filter(change -> seen.add(change.id())).forEach(found::add);
        page = page.size() < PAGE ? List.of() : entries.after(page.get(PAGE - 1).id(), PAGE);
      }
      return found;
    }

    private void tell(List<FeedChange> changes) {
      followers(this).stream().filter(one -> one.begun).forEach(one -> one.tell(changes));
    }

    void checkAll() {
      List<Following> all = followers(this);
      Map<Optional<UUID>, Long> streams =
          all.stream().collect(Collectors.groupingBy(one -> one.account, Collectors.counting()));
      all.stream()
          .filter(one -> !one.mayGoOn(streams.get(one.account) >= MANY_OF_A_PERSON))
          .forEach(
              one -> {
                leave(this, one);
                one.follower.ends();
              });
    }

    void endAll() {
      followers(this)
          .forEach(
              one -> {
                leave(this, one);
                one.follower.ends();
              });
    }
  }

  /** One who follows, and when they were last looked after. */
  private final class Following {

    private final FeedFollower follower;
    private final Optional<UUID> account;
    private final boolean isContractor;
    private volatile boolean begun;
    private Instant checked = Instant.now();
    private Instant beaten = Instant.now();

    Following(FeedFollower follower, Actor actor) {
      this.follower = follower;
      this.account = actor.accountId();
      this.isContractor = actor.is(Role.CONTRACTOR);
    }

    boolean isOf(Optional<UUID> other) {
      return account.equals(other);
    }

    void catchUp(UUID last) {
      Instant then = Instant.ofEpochMilli(last.getMostSignificantBits() >>> 16);
      Instant from = earlier(then, Instant.now()).minus(LOOK_BACK);
      List<FeedChange> missed = entries.after(idAt(from), MOST_AT_ONCE + 1);
      if (then.isBefore(Instant.now().minus(OldEntries.KEPT)) || missed.size() > MOST_AT_ONCE) {
        follower.lostTrack();
      } else {
        tell(missed);
      }
    }

    void tell(List<FeedChange> changes) {
      List<FeedChange> own =
          isContractor
              ? changes.stream().filter(one -> FOR_CONTRACTORS.contains(one.kind())).toList()
              : changes;
      if (own.size() > MOST_AT_ONCE) {
        follower.lostTrack();
      } else if (!own.isEmpty()) {
        follower.changed(own);
      }
    }

    /** Whoever cannot be checked, as the database does not answer, may stay for a while. */
    boolean mayGoOn(boolean isOneOfMany) {
      Instant now = Instant.now();
      if (isOneOfMany || now.isAfter(beaten.plus(BETWEEN_BEATS))) {
        beaten = now;
        follower.beat();
      }
      if (now.isBefore(checked.plus(BETWEEN_CHECKS))) {
        return true;
      }
      if (!troubled) {
        try {
          entries.check(follower);
          checked = now;
        } catch (RuleViolation over) {
          return false;
        } catch (RuntimeException unknown) {
          trouble(unknown);
        }
      }
      return now.isBefore(checked.plus(LONGEST_UNCHECKED));
    }

    private Instant earlier(Instant one, Instant other) {
      return one.isBefore(other) ? one : other;
    }
  }

  /** The smallest id that is made at a moment (UUIDv7: its first 48 bits are milliseconds). */
  static UUID idAt(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
  }
}
