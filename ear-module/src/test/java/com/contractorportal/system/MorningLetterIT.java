package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members say of which reports they want to be told, and are in the morning. */
@Tag("any-database")
@ExtendWith(PortalExtension.class)
class MorningLetterIT {

  private static final String CSV = "{\"formats\":[\"csv\"]}";
  private static final String BOTH = "{\"formats\":[\"csv\",\"xlsx\"]}";

  private PortalSystem portal;
  private NewCompany company;
  private Tables tables;
  private String admin;
  private String viewer;

  @BeforeEach
  void a_company(PortalSystem running) {
    portal = running;
    tables = new Tables(portal);
    company = NewCompany.in(portal);
    admin = company.hire(portal, "ADMIN");
    viewer = company.hire(portal, "VIEWER");
  }

  @Test
  void a_subscription_is_ones_own_and_says_what_it_said_last() {
    PortalClient manager = portal.login(company.manager());

    Answer first = subscribe(manager, "SEASON_SUMMARY", CSV);
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(subscribe(manager, "EVENT_REPORT", CSV).status()).isEqualTo(200);
    assertThat(subscribe(manager, "SEASON_SUMMARY", BOTH).status()).isEqualTo(200);

    assertThat(manager.get("/api/report-subscriptions").items())
        .extracting(it -> it.getString("kind") + it.getJsonArray("formats"))
        .containsExactly("EVENT_REPORT[\"csv\"]", "SEASON_SUMMARY[\"csv\",\"xlsx\"]");
    assertThat(portal.login(admin).get("/api/report-subscriptions").items()).isEmpty();
    assertThat(
            portal.login(NewCompany.in(portal).manager()).get("/api/report-subscriptions").items())
        .isEmpty();

    assertThat(unsubscribe(manager, "EVENT_REPORT").status()).isEqualTo(204);
    assertThat(unsubscribe(manager, "EVENT_REPORT").status()).isEqualTo(404);
    assertThat(manager.get("/api/report-subscriptions").items()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "SEASON_SUMMARY, '{}', 400",
    "SEASON_SUMMARY, '{\"formats\":[]}', 400",
    "SEASON_SUMMARY, '{\"formats\":[null]}', 400",
    "SEASON_SUMMARY, '{\"formats\":[\"csv\",\"docx\"]}', 400",
    "UNHEARDOF, '{\"formats\":[\"csv\"]}', 404",
    "CONTRACTOR_HOURS, '{\"formats\":[\"csv\"]}', 404"
  })
  void what_there_is_not_or_not_for_this_person_is_refused(String kind, String body, int status) {
    Answer refused = subscribe(portal.login(company.manager()), kind, body);

    assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
    if (status == 400) {
      assertThat(refused.body()).contains("\"field\":\"formats");
    }
  }

  @Test
  void each_subscriber_gets_one_letter_with_links_to_what_they_may_read() throws Exception {
    String leaving = company.hire(portal, "MANAGER");
    String lowered = company.hire(portal, "ADMIN");
    NewCompany neighbours = NewCompany.in(portal);
    wants(company.manager(), "SEASON_SUMMARY", CSV);
    wants(admin, "CONTRACTOR_HOURS", BOTH);
    wants(viewer, "EVENT_REPORT", "{\"formats\":[\"xlsx\"]}");
    wants(leaving, "SEASON_SUMMARY", CSV);
    wants(lowered, "CONTRACTOR_HOURS", CSV);
    wants(neighbours.manager(), "SEASON_SUMMARY", CSV);
    tables.run(
        "UPDATE membership SET active = FALSE WHERE account_id = (SELECT id FROM account"
            + " WHERE email = ?)",
        leaving);
    tables.run(
        "UPDATE membership SET role = 'VIEWER' WHERE account_id = (SELECT id FROM account"
            + " WHERE email = ?)",
        lowered);

    night(0);

    String page = portal.address() + "/c/" + company.customerId() + "/reports";
    MimeMessage letter = letter(company.manager());
    assertThat(letter.getSubject()).startsWith("Reports of New Company, ");
    assertThat(letter.getContentType()).startsWith("text/plain");
    assertThat(text(letter))
        .contains("Season summary", page + "?run=")
        .contains(".csv\n")
        .doesNotContain(".xlsx", "CONTRACTOR", "ontractor hours", neighbours.customerId());
    assertThat(text(letter(admin))).contains(".csv\n", ".xlsx\n", "contractor-hours-");
    assertThat(text(letter(viewer))).contains("event-report-", ".xlsx\n").doesNotContain(".csv");
    Soon.see("all letters", () -> tables.number(WAITING, company.customerId()) == 0);
    assertThat(letters(leaving)).isEmpty();
    assertThat(letters(lowered)).isEmpty();
    assertThat(letters(neighbours.manager())).isEmpty();
    assertThat(letters(company.manager())).hasSize(1);
  }

  private static final String WAITING =
      "SELECT COUNT(*) FROM outgoing_mail WHERE customer_id = ? AND sent_at IS NULL";

  @Test
  void administrators_are_told_that_a_night_failed_when_it_is_not_tried_again() throws Exception {
    wants(company.manager(), "SEASON_SUMMARY", CSV);
    wants(admin, "SEASON_SUMMARY", CSV);
    tables.run(
        "UPDATE customer SET time_zone = 'Nowhere/Land' WHERE customer_id = ?",
        company.customerId());

    night(2);

    MimeMessage letter = letter(admin);
    assertThat(letter.getSubject()).startsWith("Not all reports of New Company could be made");
    assertThat(text(letter))
        .contains("Not all of them could be made: The ")
        .doesNotContain("?run=");
    Soon.see("all letters", () -> tables.number(WAITING, company.customerId()) == 0);
    assertThat(letters(company.manager())).isEmpty();
    assertThat(letters(admin)).hasSize(1);
  }

  @Test
  void the_letter_is_in_the_companys_language() throws Exception {
    wants(company.manager(), "SEASON_SUMMARY", CSV);
    tables.run("UPDATE customer SET locale = 'fr-CA' WHERE customer_id = ?", company.customerId());

    night(0);

    MimeMessage letter = letter(company.manager());
    assertThat(letter.getSubject()).startsWith("Rapports de New Company, ");
    assertThat(text(letter))
        .startsWith("Bonjour,")
        .contains("Ceux-ci vous attendent, après connexion :");
  }

  /** A nightly round of this company alone, and waits for its end. */
  private void night(int failuresBefore) {
    String id = UUID.randomUUID().toString().replace("-", "");
    tables.run(
        "INSERT INTO report_night (id, version, kind, night_date, as_of, status, customers,"
            + " started_at) SELECT UNHEX(?), 0, 'NIGHTLY',"
            + " COALESCE(MIN(night_date), DATE '2020-01-01') - INTERVAL 1 DAY, UTC_TIMESTAMP(),"
            + " 'RUNNING', 1, UTC_TIMESTAMP() FROM report_night",
        id);
    tables.run(
        "INSERT INTO report_result (night_id, customer_id, version, status, attempts, failures)"
            + " VALUES (UNHEX(?), ?, 0, 'PENDING', ?, ?)",
        id,
        company.customerId(),
        failuresBefore,
        failuresBefore);
    Soon.see(
        "the end of the night",
        () ->
            tables.number(
                    "SELECT COUNT(*) FROM report_result WHERE night_id = UNHEX(?)"
                        + " AND status IN ('COMPLETED', 'FAILED')",
                    id)
                == 1);
  }

  private void wants(String person, String kind, String body) {
    assertThat(subscribe(portal.login(person), kind, body).status()).isEqualTo(200);
  }

  private static Answer subscribe(PortalClient who, String kind, String body) {
    return who.send("PUT", "/api/report-subscriptions/" + kind, "application/json", body);
  }

  private static Answer unsubscribe(PortalClient who, String kind) {
    return who.send("DELETE", "/api/report-subscriptions/" + kind, null, "");
  }

  private MimeMessage letter(String address) {
    return Soon.find("a letter to " + address, () -> letters(address).stream().findFirst());
  }

  private List<MimeMessage> letters(String address) {
    return Arrays.stream(portal.mails().getReceivedMessages())
        .filter(mail -> isTo(mail, address))
        .toList();
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return mail.getAllRecipients()[0].toString().equals(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) throws MessagingException, IOException {
    return mail.getContent().toString().replace("\r\n", "\n");
  }
}
