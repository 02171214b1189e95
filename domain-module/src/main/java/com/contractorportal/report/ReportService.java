package com.contractorportal.report;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.file.FileSource;
import com.contractorportal.file.OfferedFile;
import com.contractorportal.file.TicketKind;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Now;
import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Limits;
import com.contractorportal.plan.Limits.Allowance;
import com.contractorportal.plan.PlanLimitReached;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The customer's reports: which there are, when they were made, and their files. */
@ApplicationScoped
@Transactional
public class ReportService implements FileSource {

  private static final Logger LOG = Logger.getLogger(ReportService.class.getName());
  private static final String ENTITY = "report-run";
  private static final String NEWEST_FIRST = "-startedAt";

  @Inject private ReportRepository reports;
  @Inject private Reports kinds;
  @Inject private ReportWriter writer;
  @Inject private ReportStore store;
  @Inject private AuditTrail audit;
  @Inject private Limits limits;
  @Inject private NightService nights;
  @Inject private Idempotency idempotency;

  /** The reports that the portal makes and the acting person may read. */
  public Page<ReportView> kinds() {
    return Page.of(
        kinds.readable().stream()
            .map(
                report ->
                    new ReportView(
                        report.kind(),
                        report.title(),
                        report.description(),
                        formats(report),
                        List.copyOf(report.parameters())))
            .toList());
  }

  /** The kinds of report that there are, whoever may read them. */
  public List<String> names() {
    return kinds.all().stream().map(Report::kind).toList();
  }

  /**
   * One page of runs that the acting person may read, as far back as the customer's plan reaches,
   * the newest first.
   */
  public Page<ReportRunView> list(PageRequest request) {
    Page<ReportRun> page =
        reports.page(
            limits
                .allowed(Limit.REPORT_HISTORY_DAYS)
                .most()
                .map(days -> Now.instant().minus(Duration.ofDays(days))),
            kinds.hidden(),
            new PageRequest(
                request.limit(),
                request.cursor(),
                Optional.ofNullable(request.sort()).orElse(NEWEST_FIRST),
                request.total()));
    Map<UUID, List<ReportFileView>> files =
        reports.files(page.items().stream().map(ReportRun::id).toList()).stream()
            .collect(
                Collectors.groupingBy(
                    ReportFile::runId, Collectors.mapping(ReportFile::view, Collectors.toList())));
    return page.map(run -> run.view(run.rowCount(), files.getOrDefault(run.id(), List.of())));
  }

  /**
   * Has a report made as of now, once for one request key.
   *
   * @param wishes its kind, and what it is limited to
   * @return the run, which has not begun yet
   * @throws NotFound if there is no such report, or none that the acting person may read
   * @throws InvalidField if the report cannot be limited so
   * @throws TooManyOpenReports if the customer has as many open as there may be
   */
  public ReportRunView start(String kind, Wishes wishes, Optional<RequestKey> key) {
    return get(idempotency.once(key, () -> begin(kind, wishes)));
  }

  private UUID begin(String kind, Wishes wishes) {
    Report report =
        kinds.readable().stream()
            .filter(readable -> readable.kind().equals(kind))
            .findFirst()
            .orElseThrow(() -> new NotFound("report"));
    check(report, wishes);
    ReportNight round = nights.startOnDemand(wishes);
    ReportRun run = new ReportRun(kind, RunOrigin.ON_DEMAND, round.id(), round.asOf());
    reports.add(run);
    audit.created(ENTITY, run.id(), wishes);
    return run.id();
  }

  private void check(Report report, Wishes wishes) {
    List<String> formats = formats(report);
    if (!formats.containsAll(wishes.formats())) {
      throw new InvalidField(
          "formats", "Name formats of this report: %s.", String.join(", ", formats));
    }
    wishes.from().ifPresent(day -> checkDay("from", day));
    wishes.to().ifPresent(day -> checkDay("to", day));
    if (wishes.from().isPresent() && wishes.to().filter(wishes.from().get()::isAfter).isPresent()) {
      throw new InvalidField("to", "The last day cannot be before the first.");
    }
    require(report, ReportParameter.PERIOD, "from", wishes.from().or(wishes::to).isPresent());
    require(report, ReportParameter.EVENT, "eventId", wishes.eventId().isPresent());
    require(report, ReportParameter.PROPERTY, "propertyId", wishes.propertyId().isPresent());
    if (wishes.eventId().isPresent() && reports.event(wishes.eventId().get()).isEmpty()) {
      throw new InvalidField("eventId", "There is no such winter event.");
    }
    if (wishes.propertyId().isPresent() && reports.property(wishes.propertyId().get()).isEmpty()) {
      throw new InvalidField("propertyId", "There is no such property.");
    }
  }

  private static void checkDay(String field, LocalDate day) {
    LocalDate last = LocalDate.now(ZoneOffset.UTC).plusYears(1);
    if (day.isBefore(Period.FIRST_DAY) || day.isAfter(last)) {
      throw new InvalidField(field, "Give a day between %s and %s.", Period.FIRST_DAY, last);
    }
  }

  private static void require(
      Report report, ReportParameter parameter, String field, boolean isGiven) {
    if (isGiven && !report.parameters().contains(parameter)) {
      throw new InvalidField(
          field, "The report \"%s\" cannot be limited so: leave it out.", report.title());
    }
  }

  private List<String> formats(Report report) {
    return writer.layouts(report).stream().map(Layout::extension).toList();
  }

  /**
   * @throws NotFound if there is none, or none that the acting person may read
   * @throws PlanLimitReached if it was made before the time that the customer's plan reaches back
   */
  public ReportRunView get(UUID id) {
    ReportRun run = find(id);
    return run.view(rows(run), reports.files(List.of(id)).stream().map(ReportFile::view).toList());
  }

  /** How far a run of the current customer is. */
  RunProgress progress(UUID id) {
    ReportRun run = reports.find(id).orElseThrow(() -> new NotFound("report run"));
    return new RunProgress(run.status(), rows(run));
  }

  /** Its rows; of a run that was asked for, until it ends, those that are written so far. */
  private long rows(ReportRun run) {
    return Optional.of(run)
        .filter(it -> it.status() == RunStatus.RUNNING)
        .flatMap(ReportRun::nightId)
        .flatMap(nights::rowsOnDemand)
        .orElse(run.rowCount());
  }

  /**
   * A file that a run wrote, to look at what it is.
   *
   * @throws NotFound if the run wrote no such file, or the store has lost it
   * @throws PlanLimitReached as {@link #get}
   */
  public OfferedFile look(UUID runId, String name) {
    find(runId);
    return offered(file(runId, name));
  }

  /** The same, to take it: who did is written down. */
  public OfferedFile take(UUID runId, String name) {
    OfferedFile offered = look(runId, name);
    audit.downloaded(ENTITY, runId, file(runId, name).view());
    return offered;
  }

  /** The id of such a file, for a ticket. */
  public UUID fileId(UUID runId, String name) {
    find(runId);
    return file(runId, name).id();
  }

  private ReportFile file(UUID runId, String name) {
    return reports.file(runId, name).orElseThrow(() -> new NotFound("report file"));
  }

  private OfferedFile offered(ReportFile file) {
    ReportFileView view = file.view();
    try {
      return new OfferedFile(
          view.name(),
          view.mediaType(),
          OptionalLong.of(view.byteCount()),
          Optional.of(view.sha256()),
          store.content(file.runId(), view.name()));
    } catch (NoSuchFileException lost) {
      LOG.log(Level.SEVERE, "The report store has lost {0}", view.name());
      throw new NotFound("report file");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * All reports that were made in the night of a run and that the acting person may read, as one
   * archive, to look at what it is.
   *
   * @throws NotFound as {@link #get}, or if the run wrote no files
   * @throws PlanLimitReached as {@link #get}
   */
  public OfferedFile lookAtArchive(UUID runId) {
    return archive(runId).offered();
  }

  /** The same, to take it: who did is written down. */
  public OfferedFile takeArchive(UUID runId) {
    ReportArchive archive = archive(runId);
    audit.downloaded(ENTITY, runId, archive.taken());
    return archive.offered();
  }

  @Override
  public boolean has(TicketKind kind) {
    return kind == TicketKind.REPORT_FILE || kind == TicketKind.REPORT_ARCHIVE;
  }

  /**
   * @param id a file's, or that of a run of which all of the night is wanted
   */
  @Override
  public OfferedFile look(TicketKind kind, UUID id) {
    if (kind == TicketKind.REPORT_ARCHIVE) {
      return lookAtArchive(id);
    }
    ReportFile file = fileOf(id);
    return look(file.runId(), file.view().name());
  }

  @Override
  public OfferedFile take(TicketKind kind, UUID id) {
    if (kind == TicketKind.REPORT_ARCHIVE) {
      return takeArchive(id);
    }
    ReportFile file = fileOf(id);
    return take(file.runId(), file.view().name());
  }

  private ReportFile fileOf(UUID id) {
    return reports.file(id).orElseThrow(() -> new NotFound("report file"));
  }

  private ReportArchive archive(UUID runId) {
    ReportRun run = find(runId);
    List<String> hidden = kinds.hidden();
    Map<UUID, ReportRun> night =
        run.nightId().map(reports::completedIn).orElse(List.of(run)).stream()
            .filter(made -> !hidden.contains(made.kind()))
            .collect(Collectors.toMap(ReportRun::id, Function.identity()));
    List<ReportArchive.Part> parts = new ArrayList<>();
    for (ReportFile file : reports.files(night.keySet())) {
      ReportRun of = night.get(file.runId());
      parts.add(
          new ReportArchive.Part(of.kind(), of.rowCount(), file.view(), offered(file).content()));
    }
    if (parts.isEmpty()) {
      throw new NotFound("report file");
    }
    return new ReportArchive(run.asOf(), parts);
  }

  private ReportRun find(UUID id) {
    ReportRun run =
        reports
            .find(id)
            .filter(found -> !kinds.hidden().contains(found.kind()))
            .orElseThrow(() -> new NotFound("report run"));
    Allowance history = limits.allowed(Limit.REPORT_HISTORY_DAYS);
    long age = Duration.between(run.startedAt(), Instant.now()).toDays();
    if (history.most().filter(days -> age >= days).isPresent()) {
      throw new PlanLimitReached(history, age);
    }
    return run;
  }
}
