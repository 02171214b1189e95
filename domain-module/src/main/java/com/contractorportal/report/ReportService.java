package com.contractorportal.report;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Now;
import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Limits;
import com.contractorportal.plan.Limits.Allowance;
import com.contractorportal.plan.PlanLimitReached;
import com.contractorportal.rule.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The customer's reports: which there are, when they were made, and their files. */
@ApplicationScoped
@Transactional
public class ReportService {

  private static final Logger LOG = Logger.getLogger(ReportService.class.getName());
  private static final String ENTITY = "report-run";
  private static final String NEWEST_FIRST = "-startedAt";

  @Inject private ReportRepository reports;
  @Inject private Reports kinds;
  @Inject private ReportWriter writer;
  @Inject private ReportStore store;
  @Inject private AuditTrail audit;
  @Inject private Limits limits;

  /**
   * A file of a run, open for reading; whoever asked for it closes it.
   *
   * @param file what it is
   * @param content its bytes
   */
  public record OpenFile(ReportFileView file, InputStream content) {}

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
                        writer.layouts(report).stream().map(Layout::extension).toList(),
                        List.copyOf(report.parameters())))
            .toList());
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
    return page.map(run -> run.view(files.getOrDefault(run.id(), List.of())));
  }

  /**
   * @throws NotFound if there is none, or none that the acting person may read
   * @throws PlanLimitReached if it was made before the time that the customer's plan reaches back
   */
  public ReportRunView get(UUID id) {
    ReportRun run = find(id);
    return run.view(reports.files(List.of(id)).stream().map(ReportFile::view).toList());
  }

  /**
   * Opens a file that a run wrote, and writes down who took it.
   *
   * @throws NotFound if the run wrote no such file, or the store has lost it
   * @throws PlanLimitReached as {@link #get}
   */
  public OpenFile open(UUID runId, String name) {
    find(runId);
    ReportFileView file =
        reports.file(runId, name).orElseThrow(() -> new NotFound("report file")).view();
    audit.downloaded(ENTITY, runId, file);
    try {
      return new OpenFile(file, store.open(runId, file.name()));
    } catch (NoSuchFileException lost) {
      LOG.log(Level.SEVERE, "The report store has lost {0}", lost.getFile());
      throw new NotFound("report file");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * All reports that were made in the night of a run and that the acting person may read, as one
   * archive; and writes down who took it.
   *
   * @throws NotFound as {@link #get}, or if the run wrote no files
   * @throws PlanLimitReached as {@link #get}
   */
  public ReportArchive archive(UUID runId) {
    ReportRun run = find(runId);
    List<String> hidden = kinds.hidden();
    Map<UUID, ReportRun> night =
        run.nightId().map(reports::completedIn).orElse(List.of(run)).stream()
            .filter(made -> !hidden.contains(made.kind()))
            .collect(Collectors.toMap(ReportRun::id, Function.identity()));
    List<ReportArchive.Part> parts =
        reports.files(night.keySet()).stream()
            .map(
                file -> {
                  ReportRun of = night.get(file.runId());
                  return new ReportArchive.Part(of.id(), of.kind(), of.rowCount(), file.view());
                })
            .toList();
    if (parts.isEmpty()) {
      throw new NotFound("report file");
    }
    ReportArchive archive = new ReportArchive(run.asOf(), parts, store);
    audit.downloaded(ENTITY, runId, archive.taken());
    return archive;
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
