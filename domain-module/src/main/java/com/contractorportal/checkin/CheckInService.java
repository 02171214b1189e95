package com.contractorportal.checkin;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.feed.Feed;
import com.contractorportal.feed.FeedKind;
import com.contractorportal.geo.Position;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.member.MemberService;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.property.AssignedProperties;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyView;
import com.contractorportal.property.WorkOfProperty;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.Role;
import com.contractorportal.winterevent.ActiveWindow;
import com.contractorportal.winterevent.WinterEventService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who came and went for an event. A contractor knows only of themselves, at properties that they
 * serve.
 */
@ApplicationScoped
@Transactional
public class CheckInService implements WorkOfProperty {

  private static final String ENTITY = "check-in";

  @Inject private CheckInRepository checkIns;
  @Inject private WinterEventService events;
  @Inject private PropertyService properties;
  @Inject private AssignedProperties assigned;
  @Inject private MemberService members;
  @Inject private AuditTrail audit;
  @Inject private Feed feed;
  @Inject private Idempotency idempotency;

  /**
   * One page of an event's check-ins that the acting person may see, by {@code capturedAt}.
   *
   * @throws NotFound if there is no such event
   */
  public Page<CheckInView> list(UUID eventId, CheckInFilter filter, PageRequest request) {
    events.get(eventId);
    if (!isContractor()) {
      return views(checkIns.page(eventId, filter, request));
    }
    Optional<UUID> me = members.idOfCurrentActor();
    boolean others =
        me.isEmpty() || filter.memberId().filter(id -> !id.equals(me.get())).isPresent();
    return others
        ? Page.of(List.of())
        : views(checkIns.page(eventId, new CheckInFilter(me, filter.propertyId()), request));
  }

  /**
   * One page of the check-ins at a property, of whatever event, by {@code capturedAt}; the
   * office's.
   *
   * @throws NotFound if there is no such property
   */
  public Page<CheckInView> at(UUID propertyId, PageRequest request) {
    properties.get(propertyId);
    return views(checkIns.pageAt(propertyId, request));
  }

  /**
   * Writes down that somebody came or went, once for one request key.
   *
   * @throws NotFound if there is no such event, property or member, or none that the acting person
   *     may check in for, at or as
   * @throws InvalidField if no member is named by somebody who is none, an API key say
   * @throws PositionOutOfRange if the position is not on the globe
   */
  public CheckInView create(UUID eventId, CheckInDraft draft, Optional<RequestKey> key) {
    ActiveWindow window = events.hold(eventId).orElseThrow(() -> new NotFound("winter event"));
    UUID memberId = comer(draft);
    Optional<PropertyView> property = Optional.ofNullable(draft.propertyId()).map(this::property);
    UUID id =
        idempotency.once(
            key,
            () -> {
              CheckIn checkIn =
                  new CheckIn(
                      eventId,
                      memberId,
                      draft,
                      window,
                      property.flatMap(place -> Position.of(place.latitude(), place.longitude())));
              checkIns.add(checkIn);
              audit.created(ENTITY, checkIn.id(), view(checkIn));
              feed.changed(FeedKind.CHECK_IN, Optional.of(eventId), checkIn.id());
              return checkIn.id();
            });
    return view(checkIns.find(id).orElseThrow(() -> new NotFound(ENTITY)));
  }

  @Override
  public boolean any(UUID propertyId) {
    return checkIns.any(propertyId);
  }

  /** Who comes; a contractor for themselves. */
  private UUID comer(CheckInDraft draft) {
    Optional<UUID> me = members.idOfCurrentActor();
    UUID member =
        Optional.ofNullable(draft.memberId())
            .or(() -> me)
            .orElseThrow(
                () ->
                    new InvalidField(
                        "memberId", "Name the member who comes: you are none of this company."));
    boolean known = isContractor() ? me.filter(member::equals).isPresent() : members.exists(member);
    if (!known) {
      throw new NotFound("member");
    }
    return member;
  }

  private PropertyView property(UUID id) {
    if (isContractor() && !assigned.serves(id)) {
      throw new NotFound("property");
    }
    return properties.hold(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("property"));
  }

  private Page<CheckInView> views(Page<CheckIn> page) {
    Map<UUID, String> people = people(page.items());
    Map<UUID, String> places = places(page.items());
    return page.map(checkIn -> checkIn.view(people, places));
  }

  private CheckInView view(CheckIn checkIn) {
    return checkIn.view(people(List.of(checkIn)), places(List.of(checkIn)));
  }

  private Map<UUID, String> people(Collection<CheckIn> some) {
    return members.names(some.stream().map(CheckIn::memberId).collect(Collectors.toSet()));
  }

  private Map<UUID, String> places(Collection<CheckIn> some) {
    return properties
        .getAll(
            some.stream()
                .map(CheckIn::propertyId)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()))
        .stream()
        .collect(Collectors.toMap(PropertyView::id, PropertyView::name));
  }

  private static boolean isContractor() {
    return CurrentCustomer.actor().is(Role.CONTRACTOR);
  }
}
