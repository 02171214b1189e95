package com.contractorportal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Transaction;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.property.PropertyImportService;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two customers for whom things are done. */
@ExtendWith(ArquillianExtension.class)
class ExecutionLogIT {

  private static final Actor JOB = Actor.portal("a job", "1");
  private static final ExecutionKind KIND = ExecutionKind.WEATHER_IMPORT;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private Executions executions;
  private CustomerId ours;
  private CustomerId theirs;

  @BeforeEach
  void two_customers() {
    given = new Fixture();
    executions = CDI.current().select(Executions.class).get();
    ours = given.customer("Ours");
    theirs = given.customer("Theirs");
  }

  @Test
  void what_was_done_stands_with_its_customer_whatever_becomes_of_the_work() throws Exception {
    begin(ours, "one").completed(2_001, 77);
    Transaction.undone(
        () -> {
          begin(ours, "two").failed("x".repeat(2_000));
          return null;
        });
    begin(theirs, "three").completed(1, 1);

    List<ExecutionView> log = log(all());

    assertThat(log).extracting(ExecutionView::reference).containsExactly("two", "one");
    ExecutionView done = log.get(1);
    assertThat(done.status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(done.items()).contains(2_001L);
    assertThat(done.bytes()).contains(77L);
    assertThat(done.costUnits().orElseThrow()).isGreaterThanOrEqualTo(3);
    assertThat(done.durationMs().orElseThrow()).isNotNegative();
    assertThat(log.get(0).error().orElseThrow()).hasSize(1_000);
  }

  @Test
  void the_first_ending_counts_and_a_lost_execution_ends_with_the_next() throws Exception {
    Execution lost = begin(ours, "import");
    Execution other = begin(ours, "other");
    Execution next = begin(ours, "import");

    lost.completed(1, 1);
    next.completed(2, 2);
    next.failed("too late");

    assertThat(log(all()))
        .extracting(ExecutionView::status)
        .containsExactly(
            ExecutionStatus.COMPLETED, ExecutionStatus.RUNNING, ExecutionStatus.INTERRUPTED);
    other.interrupted();
  }

  @Test
  void the_log_is_filtered_and_paged() throws Exception {
    for (int i = 0; i < 3; i++) {
      begin(ours, "done " + i).completed(1, 1);
    }
    begin(ours, "failed").failed("No.");
    Instant now = Instant.now();
    ExecutionFilter failed =
        new ExecutionFilter(
            Optional.of(KIND),
            Optional.of(ExecutionStatus.FAILED),
            Optional.of(now.minusSeconds(600)),
            Optional.of(now.plusSeconds(600)));

    assertThat(log(failed)).extracting(ExecutionView::reference).containsExactly("failed");
    assertThat(log(new ExecutionFilter(Optional.empty(), Optional.empty(), later(), none())))
        .isEmpty();
    assertThat(
            log(
                new ExecutionFilter(
                    Optional.of(ExecutionKind.PROPERTY_IMPORT), none(), none(), none())))
        .isEmpty();
    ExecutionService service = CDI.current().select(ExecutionService.class).get();
    var first = service.list(ours, all(), new PageRequest(3, null, "-startedAt", false));
    assertThat(first.items()).hasSize(3);
    assertThat(
            service
                .list(
                    ours,
                    all(),
                    new PageRequest(3, first.nextCursor().orElseThrow(), "-startedAt", false))
                .items())
        .extracting(ExecutionView::reference)
        .containsExactly("done 0");
    assertThatThrownBy(() -> service.list(new CustomerId("NNNNNNNNN"), all(), PageRequest.first(1)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void what_is_old_goes() throws Exception {
    begin(ours, "old").completed(1, 1);
    begin(ours, "new").completed(1, 1);
    given.run(
        "UPDATE execution_log SET started_at = ? WHERE customer_id = ? AND reference = 'old'",
        Instant.now().minus(Duration.ofDays(401)),
        ours.value());
    OldExecutions chore = CDI.current().select(OldExecutions.class).get();

    chore.removeSome(Instant.now().minus(chore.kept()), 500);

    assertThat(log(all())).extracting(ExecutionView::reference).containsExactly("new");
  }

  @Test
  void an_import_is_in_the_log() throws Exception {
    UUID account = given.account("no hash", false);
    given.member(account, ours, Role.MANAGER);
    Actor manager = Actor.person(account, Fixture.email(account), Role.MANAGER, "test");
    byte[] file = "address\n1 A St\n2 B St\n".getBytes(StandardCharsets.UTF_8);
    UUID id =
        CurrentCustomer.callAs(
            ours,
            manager,
            () ->
                CDI.current()
                    .select(PropertyImportService.class)
                    .get()
                    .start("sites.csv", false, new ByteArrayInputStream(file))
                    .id());

    ExecutionView done =
        soon(
            () ->
                log(all()).stream()
                    .filter(one -> one.status() != ExecutionStatus.RUNNING)
                    .findFirst());

    assertThat(done.kind()).isEqualTo(ExecutionKind.PROPERTY_IMPORT);
    assertThat(done.reference()).isEqualTo(id.toString());
    assertThat(done.status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(done.items()).contains(2L);
    assertThat(done.bytes()).contains((long) file.length);
  }

  private static <T> T soon(Supplier<Optional<T>> look) throws InterruptedException {
    Instant limit = Instant.now().plusSeconds(60);
    Optional<T> found = look.get();
    while (found.isEmpty() && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
      found = look.get();
    }
    return found.orElseThrow();
  }

  private Execution begin(CustomerId customer, String reference) throws Exception {
    return CurrentCustomer.callAs(customer, JOB, () -> executions.begin(KIND, reference));
  }

  private List<ExecutionView> log(ExecutionFilter filter) {
    return CDI.current()
        .select(ExecutionService.class)
        .get()
        .list(ours, filter, new PageRequest(50, null, "-startedAt", false))
        .items();
  }

  private static ExecutionFilter all() {
    return new ExecutionFilter(none(), none(), none(), none());
  }

  private static Optional<Instant> later() {
    return Optional.of(Instant.now().plusSeconds(600));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
