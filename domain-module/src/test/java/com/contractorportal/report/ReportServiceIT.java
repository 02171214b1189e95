package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
class ReportServiceIT {

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private CustomerId company;
  private Actor viewer;
  private UUID run;

  @BeforeEach
  void a_run_with_a_file() {
    given = new Fixture();
    company = given.customer("Snow and Sons");
    UUID account = given.account("no hash", false);
    given.member(account, company, Role.VIEWER);
    viewer = Actor.person(account, Fixture.email(account), Role.VIEWER, "test");
    run = Ids.next();
    given.run(
        "INSERT INTO report_run (customer_id, id, kind, origin, as_of, status, started_at,"
            + " row_count) VALUES (?, ?, 'SEASON_SUMMARY', 'ON_DEMAND', ?, 'COMPLETED', ?, 0)",
        company.value(),
        run,
        Instant.now(),
        Instant.now());
    given.run(
        "INSERT INTO report_file (customer_id, id, run_id, name, media_type, byte_count, sha256)"
            + " VALUES (?, ?, ?, 'season.csv', 'text/csv', 5, ?)",
        company.value(),
        Ids.next(),
        run,
        "0".repeat(64));
  }

  @Test
  void who_took_which_file_stands_in_the_companys_trail() throws Exception {
    Path file = file();
    Files.createDirectories(file.getParent());
    Files.writeString(file, "event");

    assertThat(download()).isEqualTo("event");

    assertThat(downloads()).isEqualTo(1);
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND action = 'download'"
                    + " AND actor_id = ? AND after_state LIKE '%season.csv%'",
                company.value(), viewer.accountId().orElseThrow()))
        .isEqualTo(1);
  }

  @Test
  void a_file_that_the_store_has_lost_was_not_taken() {
    assertThatThrownBy(this::download).isInstanceOf(NotFound.class);

    assertThat(downloads()).isZero();
  }

  private String download() throws Exception {
    return CurrentCustomer.callAs(
        company,
        viewer,
        () -> {
          ByteArrayOutputStream content = new ByteArrayOutputStream();
          CDI.current().select(ReportService.class).get().take(run, "season.csv").writeTo(content);
          return content.toString(StandardCharsets.UTF_8);
        });
  }

  private long downloads() {
    return given.number(
        "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND entity = 'report-run'"
            + " AND action = 'download' AND entity_id = ?",
        company.value(),
        run.toString());
  }

  private Path file() {
    return Path.of(
        ConfigProvider.getConfig().getValue("portal.store.dir", String.class),
        "reports",
        company.value(),
        run.toString(),
        "season.csv");
  }
}
