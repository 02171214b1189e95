package com.contractorportal.property;

import static java.util.function.Function.identity;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Limits;
import com.contractorportal.plan.Room;
import com.contractorportal.property.PropertyImportView.RowError;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.Sentence;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is written about an import, each method in one transaction. */
@ApplicationScoped
@Transactional
class ImportLedger {

  /** What a worker needs to know to begin, or to go on. */
  record Start(boolean dryRun, int linesDone, boolean finished, UUID createdBy) {}

  private static final String ENTITY = "import";

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Inject private PropertyRepository properties;
  @Inject private ImportQueue queue;
  @Inject private AuditTrail audit;
  @Inject private Limits limits;
  @Inject private Validator validator;
  @Inject private Event<PropertyLeaves> leaving;
  @Inject private Event<PropertiesMoved> moving;

  PropertyImportView open(PropertyImport started) {
    em.persist(started);
    queue.add(started.id(), CurrentCustomer.require());
    audit.created(ENTITY, started.id(), started.view(List.of()));
    return started.view(List.of());
  }

  Start begin(UUID id) {
    PropertyImport it = find(id);
    if (!it.isFinished()) {
      it.begin();
    }
    return new Start(it.isDryRun(), it.linesDone(), it.isFinished(), it.createdBy());
  }

  /**
   * Takes a chunk of rows and moves the checkpoint behind them; keeps the good ones, writes down
   * the bad ones. A row with the external reference of a property changes that one, and brings it
   * back if it was deleted. Rows beyond what the customer's plan allows are bad ones.
   */
  void take(UUID id, String owner, List<PropertyCsv.Row> rows, PropertyCsv csv) {
    Room room = limits.hold(Limit.PROPERTIES);
    queue.renew(id, owner);
    PropertyImport it = find(id);
    Chunk chunk = new Chunk(csv, it, present(rows), room);
    for (PropertyCsv.Row row : rows) {
      List<RowError> errors = new ArrayList<>(row.errors());
      row.draft().ifPresent(draft -> chunk.take(row.line(), draft, errors));
      errors.forEach(error -> em.persist(new PropertyImportError(id, error)));
      chunk.rejected += errors.isEmpty() ? 0 : 1;
    }
    chunk.write();
    it.advance(
        rows.get(rows.size() - 1).line(),
        csv.bytesRead(),
        new PropertyImport.Chunk(chunk.created, chunk.updated, chunk.unchanged, chunk.rejected));
    properties.flushAndClear();
  }

  private Map<String, Property> present(List<PropertyCsv.Row> rows) {
    List<String> refs =
        rows.stream()
            .flatMap(row -> row.draft().stream())
            .map(PropertyDraft::externalRef)
            .filter(Objects::nonNull)
            .toList();
    return properties.withRefs(refs).stream()
        .collect(Collectors.toMap(property -> property.draft().externalRef(), identity()));
  }

  /** Rows that are taken in one transaction. */
  private final class Chunk {

    private final PropertyCsv csv;
    private final boolean dryRun;
    private final Map<String, Property> present;
    private final Room room;
    private long left;

    /** What was done to properties, and what they were before, to be audited as it is kept. */
    private final Map<Property, Optional<PropertyView>> done = new LinkedHashMap<>();

    private int created;
    private int updated;
    private int unchanged;
    private int rejected;

    Chunk(PropertyCsv csv, PropertyImport it, Map<String, Property> present, Room room) {
      this.csv = csv;
      this.dryRun = it.isDryRun();
      this.present = present;
      this.room = room;
      this.left = Math.max(0, room.left() - (dryRun ? it.rowsCreated() : 0));
    }

    void take(int line, PropertyDraft row, List<RowError> errors) {
      Property known = row.externalRef() == null ? null : present.get(row.externalRef());
      PropertyDraft draft = known == null ? row : csv.over(known.draft(), row);
      errors.addAll(wrongIn(line, draft));
      if (!errors.isEmpty()) {
        return;
      }
      try {
        if (comesIntoService(known, draft.normal())) {
          if (left == 0) {
            errors.add(new RowError(line, "plan", room.reached().sentence(), Optional.empty()));
            return;
          }
          left--;
        }
        if (known == null) {
          create(new Property(draft));
        } else if (known.isDeleted() || !known.isAs(draft)) {
          update(known, draft);
        } else {
          unchanged++;
        }
      } catch (InvalidField invalid) {
        errors.add(new RowError(line, invalid.field(), invalid.sentence(), Optional.empty()));
      }
    }

    private static boolean comesIntoService(Property known, PropertyDraft draft) {
      boolean wasThere = known != null && !known.isDeleted() && !known.isArchived();
      return !wasThere && draft.status() != PropertyStatus.ARCHIVED;
    }

    private void create(Property property) {
      if (!dryRun) {
        properties.add(property);
        done.put(property, Optional.empty());
      }
      created++;
    }

    private void update(Property property, PropertyDraft draft) {
      PropertyDraft normal = draft.normal();
      if (!dryRun) {
        done.put(property, Optional.of(property.view()));
        boolean wasInService = !property.isArchived();
        property.restore();
        property.describe(normal);
        if (property.isArchived() && wasInService) {
          leaving.fire(new PropertyLeaves(property.id()));
        }
      }
      updated++;
    }

    private void write() {
      properties.flush();
      Set<UUID> moved =
          done.entrySet().stream()
              .filter(
                  change ->
                      change.getValue().filter(was -> !change.getKey().isWhere(was)).isPresent())
              .map(change -> change.getKey().id())
              .collect(Collectors.toSet());
      if (!moved.isEmpty()) {
        moving.fire(new PropertiesMoved(moved));
      }
      done.forEach(
          (property, before) ->
              before.ifPresentOrElse(
                  was ->
                      audit.changed(
                          was.deletedAt().isPresent() ? "restore" : "update",
                          PropertyService.ENTITY,
                          property.id(),
                          was,
                          property.view()),
                  () -> audit.created(PropertyService.ENTITY, property.id(), property.view())));
    }
  }

  private List<RowError> wrongIn(int line, PropertyDraft draft) {
    // A row without a name is called by its street: what is wrong with that is said once.
    boolean calledByStreet = Objects.equals(draft.name(), draft.street());
    return validator.validate(draft).stream()
        .filter(
            violation -> !(calledByStreet && violation.getPropertyPath().toString().equals("name")))
        .map(
            violation ->
                new RowError(
                    line,
                    violation.getPropertyPath().toString(),
                    Sentence.of(violation),
                    Optional.ofNullable(violation.getInvalidValue()).map(Object::toString)))
        .sorted(Comparator.comparing(RowError::field))
        .toList();
  }

  void complete(UUID id, String owner) {
    queue.remove(id, owner);
    PropertyImport it = find(id);
    PropertyImportView before = it.view(List.of());
    it.complete();
    audit.changed("complete", ENTITY, id, before, it.view(List.of()));
  }

  void giveUp(UUID id, String owner, Sentence reason) {
    queue.remove(id, owner);
    PropertyImport it = find(id);
    if (!it.isFinished()) {
      PropertyImportView before = it.view(List.of());
      it.giveUp(reason.toString());
      audit.changed("give-up", ENTITY, id, before, it.view(List.of()));
    }
  }

  PropertyImportView get(UUID id, int mostErrors) {
    PropertyImport it = find(id);
    return it.view(errors(id, PageRequest.first(mostErrors)).items());
  }

  Page<PropertyImportView> list(PageRequest request) {
    return new KeyedQuery<>(em, PropertyImport.class, PropertyImport::id)
        .sort("createdAt", PropertyImport::createdAt)
        .page(request)
        .map(it -> it.view(List.of()));
  }

  /** One page of an import's row errors in the order of the file. */
  Page<RowError> errors(UUID id, PageRequest request) {
    find(id);
    return new KeyedQuery<>(em, PropertyImportError.class, PropertyImportError::id)
        .sort("line", PropertyImportError::line)
        .where("e.importId = :importId", "importId", id)
        .page(request)
        .map(PropertyImportError::view);
  }

  /** How long those that were sent in that time were worked on, as far as they are finished. */
  long secondsOfWork(Instant from, Instant until) {
    return em.createQuery(
                "SELECT i FROM PropertyImport i WHERE i.createdAt >= :from AND i.createdAt < :until"
                    + " AND i.finishedAt IS NOT NULL",
                PropertyImport.class)
            .setParameter("from", from)
            .setParameter("until", until)
            .getResultStream()
            .mapToLong(it -> it.timeOfWork().toMillis())
            .sum()
        / 1_000;
  }

  /** Whether there is such an import and somebody has still to read its file. */
  boolean isUnderWay(UUID id) {
    return Optional.ofNullable(em.find(PropertyImport.class, id))
        .filter(it -> !it.isFinished())
        .isPresent();
  }

  /**
   * Removes some of what the imports that ended before then have left: what was wrong with their
   * rows, and then themselves.
   *
   * @return how many rows were removed
   */
  int removeFinished(Instant before, int most) {
    // Whatever ended before then was also created before then, and by that there is an index.
    List<UUID> finished =
        em.createQuery(
                "SELECT i.id FROM PropertyImport i WHERE i.createdAt < :before"
                    + " AND i.finishedAt < :before ORDER BY i.createdAt, i.id",
                UUID.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    int removed = 0;
    for (UUID id : finished) {
      removed += removeErrors(id, most - removed);
      if (removed >= most) {
        return removed;
      }
      removed +=
          em.createQuery("DELETE FROM PropertyImport i WHERE i.id = :id")
              .setParameter("id", id)
              .executeUpdate();
    }
    return removed;
  }

  private int removeErrors(UUID importId, int most) {
    List<UUID> errors =
        em.createQuery(
                "SELECT e.id FROM PropertyImportError e WHERE e.importId = :importId"
                    + " ORDER BY e.line, e.id",
                UUID.class)
            .setParameter("importId", importId)
            .setMaxResults(most)
            .getResultList();
    return errors.isEmpty()
        ? 0
        : em.createQuery("DELETE FROM PropertyImportError e WHERE e.id IN :errors")
            .setParameter("errors", errors)
            .executeUpdate();
  }

  private PropertyImport find(UUID id) {
    return Optional.ofNullable(em.find(PropertyImport.class, id))
        .orElseThrow(() -> new NotFound(ENTITY));
  }
}
