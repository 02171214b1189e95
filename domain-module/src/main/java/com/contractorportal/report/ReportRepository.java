package com.contractorportal.report;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What reports are made of, and what was made, for the bound customer.
 *
 * <p>Always in a transaction: outside of one the server keeps a persistence context, and with it
 * the customer that it was opened for, for a whole invocation; and the threads of a job share
 * theirs.
 */
@ApplicationScoped
@Transactional
class ReportRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  void add(ReportRun run) {
    em.persist(run);
  }

  void add(ReportFile file) {
    em.persist(file);
  }

  /** Writes what has changed now, so that a refusal comes before the file is published. */
  void flush() {
    em.flush();
  }

  Optional<ReportRun> find(UUID id) {
    return Optional.ofNullable(em.find(ReportRun.class, id));
  }

  Optional<ReportRun> findInNight(UUID nightId, String kind) {
    return em.createQuery(
            "SELECT r FROM ReportRun r WHERE r.nightId = :nightId AND r.kind = :kind",
            ReportRun.class)
        .setParameter("nightId", nightId)
        .setParameter("kind", kind)
        .getResultStream()
        .findFirst();
  }

  /** Rows and bytes of all that was completed in a night. */
  RunLedger.Made madeIn(UUID nightId) {
    long rows = sum("SELECT SUM(r.rowCount) FROM ReportRun r WHERE r.nightId = :nightId", nightId);
    long bytes =
        sum(
            "SELECT SUM(f.byteCount) FROM ReportFile f, ReportRun r"
                + " WHERE r.id = f.runId AND r.nightId = :nightId",
            nightId);
    return new RunLedger.Made(rows, bytes, completedIn(nightId).size());
  }

  private long sum(String jpql, UUID nightId) {
    return Optional.ofNullable(
            em.createQuery(jpql, Long.class).setParameter("nightId", nightId).getSingleResult())
        .orElse(0L);
  }

  /** The completed runs of a night, by kind. */
  List<ReportRun> completedIn(UUID nightId) {
    return em.createQuery(
            "SELECT r FROM ReportRun r WHERE r.nightId = :nightId AND r.status = :completed"
                + " ORDER BY r.kind",
            ReportRun.class)
        .setParameter("nightId", nightId)
        .setParameter("completed", RunStatus.COMPLETED)
        .getResultList();
  }

  /** The runs of a night that are under way. */
  List<ReportRun> openIn(UUID nightId) {
    return em.createQuery(
            "SELECT r FROM ReportRun r WHERE r.nightId = :nightId AND r.status = :running",
            ReportRun.class)
        .setParameter("nightId", nightId)
        .setParameter("running", RunStatus.RUNNING)
        .getResultList();
  }

  Optional<ReportedEvent> event(UUID id) {
    return Optional.ofNullable(em.find(ReportedEvent.class, id));
  }

  Optional<ReportedProperty> property(UUID id) {
    return Optional.ofNullable(em.find(ReportedProperty.class, id));
  }

  /** Runs that were started in that time and never completed. */
  List<UUID> incomplete(Instant from, Instant until) {
    return em.createQuery(
            "SELECT r.id FROM ReportRun r WHERE r.startedAt >= :from AND r.startedAt < :until"
                + " AND r.status <> :completed ORDER BY r.startedAt",
            UUID.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .setParameter("completed", RunStatus.COMPLETED)
        .getResultList();
  }

  /**
   * @param from no runs that were started before then, if given
   * @param hidden kinds to leave out
   */
  Page<ReportRun> page(Optional<Instant> from, List<String> hidden, PageRequest request) {
    return new KeyedQuery<>(em, ReportRun.class, ReportRun::id)
        .sort("startedAt", ReportRun::startedAt)
        .whereIf(from, "e.startedAt >= :from", "from")
        .whereIf(
            Optional.of(hidden).filter(kinds -> !kinds.isEmpty()),
            "e.kind NOT IN :hidden",
            "hidden")
        .page(request);
  }

  List<ReportFile> files(Collection<UUID> runIds) {
    if (runIds.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "SELECT f FROM ReportFile f WHERE f.runId IN :runIds ORDER BY f.name", ReportFile.class)
        .setParameter("runIds", runIds)
        .getResultList();
  }

  Optional<ReportFile> file(UUID id) {
    return Optional.ofNullable(em.find(ReportFile.class, id));
  }

  Optional<ReportFile> file(UUID runId, String name) {
    return em.createQuery(
            "SELECT f FROM ReportFile f WHERE f.runId = :runId AND f.name = :fileName",
            ReportFile.class)
        .setParameter("runId", runId)
        .setParameter("fileName", name)
        .getResultStream()
        .findFirst();
  }

  /** How many bytes all files have. */
  long bytes() {
    return Optional.ofNullable(
            em.createQuery("SELECT SUM(f.byteCount) FROM ReportFile f", Long.class)
                .getSingleResult())
        .orElse(0L);
  }

  /** How many runs were started in that time. */
  long countRuns(Instant from, Instant until) {
    return em.createQuery(
            "SELECT COUNT(r) FROM ReportRun r WHERE r.startedAt >= :from AND r.startedAt < :until",
            Long.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .getSingleResult();
  }

  /** Runs that were started in that time and have ended, by these two instants. */
  List<Object[]> endedRuns(Instant from, Instant until) {
    return em.createQuery(
            "SELECT r.startedAt, r.endedAt FROM ReportRun r WHERE r.startedAt >= :from"
                + " AND r.startedAt < :until AND r.endedAt IS NOT NULL",
            Object[].class)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultList();
  }

  /**
   * Forgets the files of some runs that were started before then.
   *
   * @return how many runs
   */
  int emptyRuns(Instant before, int most) {
    List<ReportRun> old =
        em.createQuery(
                "SELECT r FROM ReportRun r WHERE r.startedAt < :before AND r.emptiedAt IS NULL"
                    + " ORDER BY r.startedAt",
                ReportRun.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    files(old.stream().map(ReportRun::id).toList()).forEach(em::remove);
    old.forEach(ReportRun::empty);
    return old.size();
  }

  /** Some of the runs that were started before then, and whose files were forgotten a while ago. */
  List<UUID> emptiedRuns(Instant before, Instant emptiedBefore, int most) {
    return em.createQuery(
            "SELECT r.id FROM ReportRun r WHERE r.startedAt < :before"
                + " AND r.emptiedAt < :emptiedBefore ORDER BY r.startedAt",
            UUID.class)
        .setParameter("before", before)
        .setParameter("emptiedBefore", emptiedBefore)
        .setMaxResults(most)
        .getResultList();
  }

  /** Removes a run that has no files any more; none, if another node was faster. */
  void removeRun(UUID id) {
    find(id).ifPresent(em::remove);
  }

  /** One by one: deleting by range would lock gaps that other customers' workers write into. */
  void removeFiles(UUID runId) {
    files(List.of(runId)).forEach(em::remove);
    em.flush();
  }

  /**
   * The next events behind an instant and id, in order of start.
   *
   * @param only no others than this one, if given
   */
  List<ReportedEvent> events(Optional<UUID> only, Instant from, Instant end, UUID after, int most) {
    TypedQuery<ReportedEvent> query =
        em.createQuery(
                "SELECT e FROM ReportedEvent e WHERE e.startsAt >= :from AND e.startsAt < :end"
                    + " AND (e.startsAt > :from OR e.id > :after)"
                    + (only.isPresent() ? " AND e.id = :only" : "")
                    + " ORDER BY e.startsAt, e.id",
                ReportedEvent.class)
            .setParameter("from", from)
            .setParameter("end", end)
            .setParameter("after", after)
            .setMaxResults(most);
    only.ifPresent(id -> query.setParameter("only", id));
    return query.getResultList();
  }

  long propertiesInService() {
    return count("SELECT COUNT(p) FROM ReportedProperty p WHERE p.status = 'ACTIVE'");
  }

  long routes() {
    return count("SELECT COUNT(r) FROM ReportedRoute r");
  }

  long stops() {
    return count("SELECT COUNT(s) FROM ReportedStop s");
  }

  private long count(String jpql) {
    return em.createQuery(jpql, Long.class).getSingleResult();
  }
}
