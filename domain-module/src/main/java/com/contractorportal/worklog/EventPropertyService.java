package com.contractorportal.worklog;

import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.NotFound;
import com.contractorportal.winterevent.WinterEventService;
import com.contractorportal.worklog.EventProperty.State;
import com.contractorportal.worklog.EventPropertyRepository.Doing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The properties of an event, each with how far the work there is; a page is three statements. */
@ApplicationScoped
@Transactional
public class EventPropertyService {

  @Inject private EventPropertyRepository properties;
  @Inject private WinterEventService events;

  /**
   * One page, by {@code name}: the properties in service, and those where work was logged for the
   * event, unless they were deleted since.
   *
   * @throws NotFound if there is no such event
   */
  public Page<EventProperty> list(UUID eventId, EventPropertyFilter filter, PageRequest request) {
    events.get(eventId);
    Page<WorkedProperty> page = properties.page(eventId, filter, request);
    List<UUID> ids = page.items().stream().map(WorkedProperty::id).toList();
    Map<UUID, List<Doing>> doings = properties.doings(eventId, ids);
    Map<UUID, List<UUID>> routes = properties.routes(ids);
    return page.map(
        property ->
            property.in(
                standing(doings.getOrDefault(property.id(), List.of())),
                routes.getOrDefault(property.id(), List.of())));
  }

  /** How a property stands by what was done there. */
  record Standing(State state, Optional<Instant> since, List<UUID> memberIds, int logs, int open) {}

  private static Standing standing(List<Doing> doings) {
    State state =
        doings.stream()
            .map(doing -> stateBy(doing.status()))
            .max(Comparator.naturalOrder())
            .orElse(State.UNTOUCHED);
    return new Standing(
        state,
        since(state, doings.stream().filter(doing -> stateBy(doing.status()) == state)),
        doings.stream().map(Doing::memberId).distinct().sorted().toList(),
        doings.size(),
        (int) doings.stream().filter(doing -> doing.status() == WorkLogStatus.OPEN).count());
  }

  private static State stateBy(WorkLogStatus status) {
    return switch (status) {
      case REJECTED -> State.PROBLEM;
      case OPEN -> State.OPEN;
      case COMPLETED, APPROVED -> State.DONE;
    };
  }

  private static Optional<Instant> since(State state, Stream<Doing> doings) {
    return switch (state) {
      case UNTOUCHED -> Optional.empty();
      case OPEN -> doings.map(Doing::began).min(Comparator.naturalOrder());
      case DONE -> doings.flatMap(doing -> doing.ended().stream()).max(Comparator.naturalOrder());
      case PROBLEM -> doings.map(Doing::changed).max(Comparator.naturalOrder());
    };
  }
}
