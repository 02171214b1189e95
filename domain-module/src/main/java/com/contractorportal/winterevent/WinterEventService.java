package com.contractorportal.winterevent;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.feed.Feed;
import com.contractorportal.feed.FeedKind;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The customer's winter events and their life. */
@ApplicationScoped
@Transactional
public class WinterEventService {

  private static final String ENTITY = "winter event";

  @Inject private WinterEventRepository events;
  @Inject private AuditTrail audit;
  @Inject private Idempotency idempotency;
  @Inject private Feed feed;
  @Inject private Event<EventActivated> activated;
  @Inject private Event<EventClosing> closing;
  @Inject private Event<EventClosed> closed;

  /** One page of the events, sorted by {@code startsAt} or {@code name}. */
  public Page<WinterEventView> list(WinterEventFilter filter, PageRequest request) {
    return events.page(filter, request).map(WinterEvent::view);
  }

  /** The events that begin in a season, the latest first, at most so many. */
  public List<WinterEventView> beginningIn(Season season, int most) {
    return events.beginningIn(season, most).stream().map(WinterEvent::view).toList();
  }

  /**
   * @throws NotFound if there is none
   */
  public WinterEventView get(UUID id) {
    return find(id).view();
  }

  /** The names of those of the given events that there are. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return events.findAll(ids).stream()
        .collect(Collectors.toMap(WinterEvent::id, WinterEvent::name));
  }

  /** Plans an event, once for one request key. */
  public WinterEventView create(WinterEventDraft draft, Optional<RequestKey> key) {
    UUID id =
        idempotency.once(
            key,
            () -> {
              WinterEvent event = new WinterEvent(draft);
              events.add(event);
              events.flush();
              audit.created(ENTITY, event.id(), event.view());
              feed.changed(FeedKind.WINTER_EVENT, Optional.of(event.id()), event.id());
              return event.id();
            });
    return find(id).view();
  }

  /**
   * Makes an event what the draft says.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   */
  public WinterEventView update(UUID id, int version, WinterEventDraft draft) {
    return change("update", id, version, event -> event.describe(draft));
  }

  /**
   * Crews work for the event from now on.
   *
   * @throws EventIsActive if they do already
   * @throws EventIsOver if it is closed or cancelled
   */
  public WinterEventView activate(UUID id, int version, EventActivation how) {
    WinterEventView event = change("activate", id, version, WinterEvent::activate);
    activated.fire(new EventActivated(id, how.openLogs(), how.work()));
    return event;
  }

  /**
   * The event is over. Whoever knows of something unfinished may refuse; nothing begins meanwhile.
   *
   * @throws EventIsNotActive if it has not begun
   * @throws EventIsOver if it is closed or cancelled already
   */
  public WinterEventView close(UUID id, int version) {
    WinterEventView event =
        change(
            "close",
            id,
            version,
            open -> {
              open.close();
              closing.fire(new EventClosing(id));
            });
    closed.fire(new EventClosed(id));
    return event;
  }

  /**
   * The event did not come.
   *
   * @throws EventIsActive if it did
   * @throws EventIsOver if it is closed or cancelled already
   */
  public WinterEventView cancel(UUID id, int version) {
    return change("cancel", id, version, WinterEvent::cancel);
  }

  /**
   * Deletes an event that is planned or cancelled.
   *
   * @throws EventIsActive if it is active
   * @throws EventIsHistory if it is closed
   */
  public void delete(UUID id, int version) {
    WinterEvent event = find(id);
    StaleVersion.check(version, event.version());
    event.checkDeletable();
    events.remove(event);
    events.flush();
    audit.deleted(ENTITY, id, event.view());
    feed.changed(FeedKind.WINTER_EVENT, Optional.of(id), id);
  }

  /**
   * When crews worked for an event. It stays so until the transaction ends: an event that takes
   * work is not closed meanwhile.
   *
   * @return empty if there is no such event
   */
  public Optional<ActiveWindow> hold(UUID id) {
    return events.findAndLock(id).map(WinterEvent::window);
  }

  private WinterEventView change(String action, UUID id, int version, Consumer<WinterEvent> verb) {
    WinterEvent event = events.findAndLock(id).orElseThrow(() -> new NotFound(ENTITY));
    StaleVersion.check(version, event.version());
    WinterEventView before = event.view();
    verb.accept(event);
    events.flush();
    audit.changed(action, ENTITY, id, before, event.view());
    feed.changed(FeedKind.WINTER_EVENT, Optional.of(id), id);
    return event.view();
  }

  private WinterEvent find(UUID id) {
    return events.find(id).orElseThrow(() -> new NotFound(ENTITY));
  }
}
