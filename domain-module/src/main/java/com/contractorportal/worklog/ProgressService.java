package com.contractorportal.worklog;

import com.contractorportal.member.MemberService;
import com.contractorportal.property.PropertyStatus;
import com.contractorportal.rule.NotFound;
import com.contractorportal.winterevent.WinterEventService;
import com.contractorportal.winterevent.WinterEventView;
import com.contractorportal.worklog.EventProgress.MemberProgress;
import com.contractorportal.worklog.EventProgress.Properties;
import com.contractorportal.worklog.EventProgress.RouteProgress;
import com.contractorportal.worklog.ProgressRepository.Share;
import com.contractorportal.worklog.ProgressRepository.Stop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How far the work for an event is; cheap enough to ask every few seconds. */
@ApplicationScoped
@Transactional
public class ProgressService {

  @Inject private ProgressRepository progress;
  @Inject private WinterEventService events;
  @Inject private MemberService members;

  /**
   * @throws NotFound if there is no such event
   */
  public EventProgress of(UUID eventId) {
    WinterEventView event = events.get(eventId);
    List<Share> shares = progress.shares(List.of(eventId)).getOrDefault(eventId, List.of());
    Map<UUID, Boolean> worked = progress.worked(eventId);
    Set<UUID> outOfService = new HashSet<>(progress.outOfService(eventId));
    int total = progress.inService() + outOfService.size();
    return new EventProgress(
        event,
        count(worked, worked.keySet(), total),
        routes(worked, outOfService, total),
        members(shares),
        Share.minutes(shares),
        Share.material(shares),
        Share.logs(shares));
  }

  private static Properties count(Map<UUID, Boolean> worked, Collection<UUID> among, int total) {
    int open = 0;
    int done = 0;
    for (UUID propertyId : among) {
      Boolean underWay = worked.get(propertyId);
      if (underWay != null) {
        open += underWay ? 1 : 0;
        done += underWay ? 0 : 1;
      }
    }
    return new Properties(done, open, total - done - open, total);
  }

  private List<RouteProgress> routes(Map<UUID, Boolean> worked, Set<UUID> outOfService, int total) {
    Map<UUID, List<UUID>> stops = new HashMap<>();
    Set<UUID> onRoutes = new HashSet<>();
    for (Stop stop : progress.stops()) {
      if (stop.property() == PropertyStatus.ACTIVE || outOfService.contains(stop.propertyId())) {
        stops.computeIfAbsent(stop.routeId(), route -> new ArrayList<>()).add(stop.propertyId());
        onRoutes.add(stop.propertyId());
      }
    }
    List<RouteProgress> routes = new ArrayList<>();
    progress
        .routes()
        .forEach(
            (id, name) -> {
              List<UUID> there = stops.getOrDefault(id, List.of());
              routes.add(
                  route(Optional.of(id), Optional.of(name), count(worked, there, there.size())));
            });
    if (onRoutes.size() < total) {
      Set<UUID> elsewhere = new HashSet<>(worked.keySet());
      elsewhere.removeAll(onRoutes);
      routes.add(
          route(
              Optional.empty(),
              Optional.empty(),
              count(worked, elsewhere, total - onRoutes.size())));
    }
    return routes;
  }

  private static RouteProgress route(
      Optional<UUID> id, Optional<String> name, Properties properties) {
    return new RouteProgress(
        id, name, properties.done(), properties.open(), properties.untouched());
  }

  private List<MemberProgress> members(List<Share> shares) {
    Map<UUID, List<Share>> byMember =
        shares.stream().collect(Collectors.groupingBy(Share::memberId));
    Map<UUID, String> names = members.names(byMember.keySet());
    return byMember.entrySet().stream()
        .map(
            entry ->
                new MemberProgress(
                    entry.getKey(),
                    names.getOrDefault(entry.getKey(), ""),
                    entry.getValue().stream().mapToInt(Share::logs).sum(),
                    Share.logs(entry.getValue(), WorkLogStatus.OPEN),
                    Share.minutes(entry.getValue())))
        .sorted(
            Comparator.comparing(MemberProgress::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(MemberProgress::memberId))
        .toList();
  }
}
