package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class OldReportsIT {

  /** The plan FREE reaches back thirty days, and a week is granted. */
  private static final Duration TOO_OLD = Duration.ofDays(38);

  private static final Duration OLD = Duration.ofDays(36);

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private CustomerId company;
  private CustomerId others;

  @BeforeEach
  void two_companies_with_plans() {
    given = new Fixture();
    company = given.customer("Snow and Sons");
    others = given.customer("Ice and Daughters");
    given.run("UPDATE customer SET plan = 'FREE' WHERE customer_id = ?", company.value());
  }

  @Test
  void what_the_plan_does_not_reach_is_forgotten_first_and_its_files_go_when_no_backup_names_them()
      throws Exception {
    UUID tooOld = run(company, TOO_OLD);
    UUID old = run(company, OLD);
    UUID theirs = run(others, Duration.ofDays(4_000));

    assertThat(removeSome(company)).isEqualTo(1);

    assertThat(files(company)).isEqualTo(1);
    assertThat(file(company, tooOld)).exists();
    assertThat(removeSome(company)).as("a backup may name the file").isZero();

    given.run(
        "UPDATE report_run SET emptied_at = ? WHERE customer_id = ? AND emptied_at IS NOT NULL",
        Instant.now().minus(Duration.ofDays(3)),
        company.value());
    assertThat(removeSome(company)).isEqualTo(1);

    assertThat(file(company, tooOld).getParent()).doesNotExist();
    assertThat(runs(company)).isEqualTo(1);
    assertThat(file(company, old)).exists();
    assertThat(removeSome(company)).isZero();
    assertThat(removeSome(others)).as("a plan without a limit").isZero();
    assertThat(file(others, theirs)).exists();
    assertThat(runs(others)).isEqualTo(1);
  }

  @Test
  void many_go_some_at_a_time_and_what_was_begun_is_ended() throws Exception {
    for (int i = 0; i < 5; i++) {
      run(company, TOO_OLD.plusDays(i));
    }

    assertThat(removeSome(company, 2)).isEqualTo(2);
    assertThat(files(company)).isEqualTo(3);
    assertThat(removeSome(company, 2)).isEqualTo(2);
    assertThat(removeSome(company, 2)).isEqualTo(1);
    assertThat(files(company)).isZero();

    given.run(
        "UPDATE report_run SET emptied_at = ? WHERE customer_id = ?",
        Instant.now().minus(Duration.ofDays(3)),
        company.value());
    // Somebody died when the files were gone and the row was not.
    UUID half =
        given.ids("SELECT id FROM report_run WHERE customer_id = ?", company.value()).get(0);
    Files.delete(file(company, half));
    Files.delete(file(company, half).getParent());

    assertThat(removeSome(company, 10)).isEqualTo(5);
    assertThat(runs(company)).isZero();
  }

  private int removeSome(CustomerId customer) throws Exception {
    return removeSome(customer, 100);
  }

  private int removeSome(CustomerId customer, int most) throws Exception {
    OldReports chore = CDI.current().select(OldReports.class).get();
    return CurrentCustomer.callAs(
        customer,
        Actor.portal("housekeeping", "test"),
        () -> chore.removeSome(Instant.now().minus(chore.kept()), most));
  }

  private UUID run(CustomerId customer, Duration age) throws Exception {
    UUID run = Ids.next();
    given.run(
        "INSERT INTO report_run (customer_id, id, kind, origin, as_of, status, started_at,"
            + " row_count) VALUES (?, ?, 'SEASON_SUMMARY', 'ON_DEMAND', ?, 'COMPLETED', ?, 0)",
        customer.value(),
        run,
        Instant.now().minus(age),
        Instant.now().minus(age));
    given.run(
        "INSERT INTO report_file (customer_id, id, run_id, name, media_type, byte_count, sha256)"
            + " VALUES (?, ?, ?, 'season.csv', 'text/csv', 5, ?)",
        customer.value(),
        Ids.next(),
        run,
        "0".repeat(64));
    Files.createDirectories(file(customer, run).getParent());
    Files.writeString(file(customer, run), "event");
    return run;
  }

  private long files(CustomerId customer) {
    return given.number("SELECT COUNT(*) FROM report_file WHERE customer_id = ?", customer.value());
  }

  private long runs(CustomerId customer) {
    return given.number("SELECT COUNT(*) FROM report_run WHERE customer_id = ?", customer.value());
  }

  private static Path file(CustomerId customer, UUID run) {
    return Path.of(
        ConfigProvider.getConfig().getValue("portal.store.dir", String.class),
        "reports",
        customer.value(),
        run.toString(),
        "season.csv");
  }
}
