package com.contractorportal.worklog;

import com.contractorportal.customer.CustomerService;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.winterevent.Season;
import com.contractorportal.winterevent.WinterEventService;
import com.contractorportal.winterevent.WinterEventView;
import com.contractorportal.worklog.ProgressRepository.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was done in a season: two statements, which read that season's logs by their events. */
@ApplicationScoped
@Transactional
public class SeasonService {

  private static final int MOST_EVENTS = 200;

  @Inject private ProgressRepository progress;
  @Inject private WinterEventService events;
  @Inject private CustomerService customers;

  /**
   * @param year in whose July the season begins; the present season if not given
   */
  public SeasonOfWork of(Optional<Integer> year) {
    ZoneId zone = ZoneId.of(customers.get(CurrentCustomer.require()).timeZone());
    Season season =
        year.map(begin -> Season.beginningIn(begin, zone))
            .orElseGet(() -> Season.of(Now.instant(), zone));
    List<WinterEventView> there = events.beginningIn(season, MOST_EVENTS);
    Map<UUID, List<Share>> shares =
        progress.shares(there.stream().map(WinterEventView::id).toList());
    return new SeasonOfWork(
        season.start(),
        season.end(),
        there.stream()
            .map(event -> event(event, shares.getOrDefault(event.id(), List.of())))
            .toList());
  }

  private static SeasonOfWork.Event event(WinterEventView event, List<Share> shares) {
    return new SeasonOfWork.Event(
        event.id(),
        event.name(),
        event.kind(),
        event.status(),
        event.startsAt(),
        event.endsAt(),
        event.measuredDepthCm(),
        Share.logs(shares),
        shares.stream()
            .filter(share -> share.late() && share.status() == WorkLogStatus.COMPLETED)
            .mapToInt(Share::logs)
            .sum(),
        Share.minutes(shares),
        Share.material(shares));
  }
}
