package com.contractorportal.worklog;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.equipment.EquipmentRates;
import com.contractorportal.feed.Feed;
import com.contractorportal.feed.FeedKind;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.member.MemberService;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.UniqueKey;
import com.contractorportal.property.AssignedProperties;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyStatus;
import com.contractorportal.property.PropertyView;
import com.contractorportal.property.WorkOfProperty;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.Related;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.Role;
import com.contractorportal.winterevent.ActiveWindow;
import com.contractorportal.winterevent.EventActivated;
import com.contractorportal.winterevent.EventClosing;
import com.contractorportal.winterevent.WinterEventService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What crews do. A contractor knows only logs of their own at properties that they serve; to them
 * any other is not there.
 *
 * <p>Whatever may open a log holds its event first, as closing does: a log that opens meanwhile is
 * either seen by the closing or refused.
 */
@ApplicationScoped
@Transactional
public class WorkLogService implements WorkOfProperty {

  private static final String ENTITY = "work log";

  /** How many logs one activation opens. */
  private static final int MOST_OPENED = 5_000;

  private static final int MOST_LISTED = 20;

  @Inject private WorkLogRepository logs;
  @Inject private WinterEventService events;
  @Inject private PropertyService properties;
  @Inject private AssignedProperties assigned;
  @Inject private MemberService members;
  @Inject private CustomerService customers;
  @Inject private EquipmentRates rates;
  @Inject private AuditTrail audit;
  @Inject private Feed feed;
  @Inject private Idempotency idempotency;

  /** One page of the logs that the acting person may see, by {@code startedAt}. */
  public Page<WorkLogView> list(WorkLogFilter filter, PageRequest request) {
    if (!isContractor()) {
      return views(logs.page(filter, Optional.empty(), request));
    }
    Optional<UUID> me = members.idOfCurrentActor();
    boolean others =
        me.isEmpty() || filter.memberId().filter(id -> !id.equals(me.get())).isPresent();
    return others ? Page.of(List.of()) : views(logs.page(filter.of(me.get()), me, request));
  }

  /** One page of the logs that are open, the longest open first unless asked for otherwise. */
  public Page<WorkLogView> listOpen(WorkLogFilter filter, PageRequest request) {
    return list(filter.open(), request);
  }

  /**
   * @throws NotFound if there is none, or none that the acting person may see
   */
  public WorkLogView get(UUID id) {
    return view(find(id), seesCost());
  }

  /**
   * One log, for what is to be added to it: nobody else changes it, or adds to it, before the
   * transaction ends. To be asked for before anything else is read: what others have added in the
   * meantime would not be seen.
   *
   * @throws NotFound as {@link #get}
   */
  public WorkLogView hold(UUID id) {
    return view(
        logs.hold(id).filter(this::isVisible).orElseThrow(() -> new NotFound(ENTITY)), seesCost());
  }

  /**
   * Begins work, or writes down work that was done, once for one request key.
   *
   * @throws NotFound if there is no such event, property or member, or none that the acting person
   *     may work for, at or as
   * @throws LogAlreadyOpen if the member is at work there already
   * @throws LateLogIsOpen if the event is closed and the work has no end
   */
  public WorkLogView create(WorkLogDraft draft, Optional<RequestKey> key) {
    ActiveWindow window =
        events.hold(draft.eventId()).orElseThrow(() -> new NotFound("winter event"));
    UUID memberId = worker(draft);
    UUID id =
        idempotency.once(
            key,
            () -> {
              WorkLog log = WorkLog.begin(draft, memberId, window);
              if (log.status() == WorkLogStatus.OPEN) {
                logs.open(memberId, draft.propertyId())
                    .ifPresent(
                        open -> {
                          throw new LogAlreadyOpen(Optional.of(open));
                        });
              }
              add(log);
              return log.id();
            });
    return view(find(id), seesCost());
  }

  /**
   * Makes a log what the contents say.
   *
   * @throws LogIsApproved if it is approved
   * @throws LogIsCompleted if it is completed, and the acting person is a contractor
   */
  public WorkLogView update(UUID id, int version, WorkLogContents contents) {
    return change(
        "update",
        id,
        version,
        log -> {
          boolean open = log.status() == WorkLogStatus.OPEN;
          log.describe(contents, events.hold(log.eventId()).orElseThrow(), isContractor());
          if (open) {
            log.cost(rate(log));
          }
        });
  }

  /**
   * Work is done; said once for one request key.
   *
   * @throws LogIsCompleted if it is completed already
   * @throws LogIsApproved if it is approved even
   */
  public WorkLogView complete(
      UUID id, int version, WorkLogCompletion completion, Optional<RequestKey> key) {
    find(id);
    idempotency.once(
        key, () -> change("complete", id, version, log -> log.complete(completion)).id());
    return view(find(id), seesCost());
  }

  /**
   * The office agrees.
   *
   * @throws LogIsOpen if the work is not done
   * @throws LogIsApproved if it does so already
   * @throws LogIsRejected if it did not agree, and nothing has happened since
   */
  public WorkLogView approve(UUID id, int version) {
    return change("approve", id, version, WorkLog::approve);
  }

  /**
   * The office does not agree; throws what {@link #approve} does.
   *
   * @param reason what is wrong
   */
  public WorkLogView reject(UUID id, int version, String reason) {
    return change("reject", id, version, log -> log.reject(reason));
  }

  /**
   * Writes a log that takes the place of an approved one, once for one request key.
   *
   * @return the new log; the office has yet to approve it
   * @throws LogIsNotApproved if the log can still be edited
   * @throws LogIsCorrected if it has a correction already
   */
  public WorkLogView correct(
      UUID id, int version, WorkLogContents contents, Optional<RequestKey> key) {
    find(id);
    UUID correction =
        idempotency.once(
            key,
            () -> {
              WorkLog wrong = find(id);
              StaleVersion.check(version, wrong.version());
              WorkLog right = wrong.correct(contents, events.hold(wrong.eventId()).orElseThrow());
              wrong
                  .correctedBy()
                  .ifPresent(
                      present -> {
                        throw new LogIsCorrected(Optional.of(present));
                      });
              add(right);
              logs.correct(id, right.id());
              return right.id();
            });
    return view(find(correction), seesCost());
  }

  @Override
  public boolean any(UUID propertyId) {
    return logs.any(propertyId);
  }

  /** Opens the logs that are wanted with an event, for drivers who can close them again. */
  void begin(@Observes EventActivated activated) {
    if (!activated.openLogs()) {
      return;
    }
    List<WorkLogRepository.DrivenStop> stops =
        logs.drivenStops(members.working(logs.drivers()), MOST_OPENED + 1);
    if (stops.size() > MOST_OPENED) {
      throw new TooManyLogs(MOST_OPENED);
    }
    Set<UUID> kept =
        properties
            .hold(
                stops.stream()
                    .map(WorkLogRepository.DrivenStop::propertyId)
                    .collect(Collectors.toSet()))
            .stream()
            .filter(property -> property.status() == PropertyStatus.ACTIVE)
            .map(PropertyView::id)
            .collect(Collectors.toSet());
    List<WorkLog> opened =
        stops.stream()
            .filter(stop -> kept.contains(stop.propertyId()))
            .map(
                stop ->
                    WorkLog.planned(
                        activated.eventId(), stop.propertyId(), stop.memberId(), activated.work()))
            .toList();
    opened.forEach(logs::add);
    logs.flush();
    WorkLogNames names = names(opened);
    opened.forEach(log -> audit.created(ENTITY, log.id(), log.view(names, true)));
    logs.flush();
  }

  /** Work that is under way keeps its event open. */
  void keepOpen(@Observes EventClosing closing) {
    long open = logs.countOpen(closing.eventId());
    if (open > 0) {
      WorkLogFilter those =
          new WorkLogFilter(
                  Optional.of(closing.eventId()),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty())
              .open();
      List<Related> first =
          views(logs.page(those, Optional.empty(), PageRequest.first(MOST_LISTED))).items().stream()
              .map(log -> new Related(log.id(), log.memberName() + ", " + log.propertyName()))
              .toList();
      throw new EventHasOpenLogs(open, first);
    }
  }

  private void add(WorkLog log) {
    log.cost(rate(log));
    logs.add(log);
    try {
      logs.flush();
    } catch (PersistenceException failure) {
      if (UniqueKey.isTaken(failure, WorkLogRepository.ONE_OPEN)) {
        throw new LogAlreadyOpen(logs.openByNow(log.memberId(), log.propertyId()));
      }
      if (UniqueKey.isTaken(failure, WorkLogRepository.ONE_CORRECTION)) {
        throw new LogIsCorrected(logs.correctionByNow(log.corrects().orElseThrow()));
      }
      throw failure;
    }
    audit.created(ENTITY, log.id(), view(log, true));
    feed.changed(FeedKind.WORK_LOG, Optional.of(log.eventId()), log.id());
  }

  private WorkLogView change(String action, UUID id, int version, Consumer<WorkLog> verb) {
    WorkLog log = find(id);
    StaleVersion.check(version, log.version());
    WorkLogView before = view(log, true);
    verb.accept(log);
    logs.flush();
    audit.changed(action, ENTITY, id, before, view(log, true));
    feed.changed(FeedKind.WORK_LOG, Optional.of(log.eventId()), id);
    return view(log, seesCost());
  }

  /** Who works; a contractor for themselves, at properties that they serve. */
  private UUID worker(WorkLogDraft draft) {
    Optional<UUID> me = members.idOfCurrentActor();
    UUID member =
        Optional.ofNullable(draft.memberId())
            .or(() -> me)
            .orElseThrow(
                () ->
                    new InvalidField(
                        "memberId", "Name the member who works: you are none of this company."));
    boolean known = isContractor() ? me.filter(member::equals).isPresent() : members.exists(member);
    if (!known) {
      throw new NotFound("member");
    }
    boolean there =
        isContractor()
            ? assigned.serves(draft.propertyId())
            : !properties.getAll(List.of(draft.propertyId())).isEmpty();
    if (!there || properties.hold(List.of(draft.propertyId())).isEmpty()) {
      throw new NotFound("property");
    }
    return member;
  }

  private Optional<EquipmentRates.Rate> rate(WorkLog log) {
    return log.equipment()
        .flatMap(
            equipment -> {
              ZoneId zone = ZoneId.of(customers.get(CurrentCustomer.require()).timeZone());
              return rates.at(equipment, log.startedAt().atZone(zone).toLocalDate());
            });
  }

  private WorkLog find(UUID id) {
    return logs.find(id).filter(this::isVisible).orElseThrow(() -> new NotFound(ENTITY));
  }

  private boolean isVisible(WorkLog log) {
    return !isContractor()
        || (members.idOfCurrentActor().filter(log.memberId()::equals).isPresent()
            && assigned.serves(log.propertyId()));
  }

  private WorkLogView view(WorkLog log, boolean withCost) {
    return log.view(names(List.of(log)), withCost);
  }

  private Page<WorkLogView> views(Page<WorkLog> page) {
    WorkLogNames names = names(page.items());
    boolean withCost = seesCost();
    return page.map(log -> log.view(names, withCost));
  }

  private WorkLogNames names(Collection<WorkLog> all) {
    return new WorkLogNames(
        events.names(all(all, WorkLog::eventId)),
        properties.getAll(all(all, WorkLog::propertyId)).stream()
            .collect(Collectors.toMap(PropertyView::id, PropertyView::name)),
        members.names(all(all, WorkLog::memberId)));
  }

  private static Set<UUID> all(Collection<WorkLog> logs, Function<WorkLog, UUID> id) {
    return logs.stream().map(id).collect(Collectors.toSet());
  }

  private static boolean isContractor() {
    return CurrentCustomer.actor().is(Role.CONTRACTOR);
  }

  private static boolean seesCost() {
    return CurrentCustomer.actor().is(Role.ADMIN) || CurrentCustomer.actor().is(Role.MANAGER);
  }
}
