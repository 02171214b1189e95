package com.contractorportal.system;

import static com.contractorportal.system.Storm.id;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an office does at its desk: looks through work, lets people and programs in, is shut out.
 */
@BrowserTest
class OfficeStoryIT {

  private Visitor visitor;
  private PortalSystem portal;

  @BeforeEach
  void come(Page page, PortalSystem system) {
    visitor = new Visitor(page);
    portal = system;
  }

  @Test
  void work_is_reviewed_by_keyboard_alone_and_a_slip_is_taken_back() {
    Storm storm = Storm.in(portal);
    String event = storm.activeEvent(Duration.ofHours(5));
    String mall = done(storm, event, "Mall", 4);
    String bank = done(storm, event, "Bank", 3);
    String depot = done(storm, event, "Depot", 2);
    visitor
        .signIn("manager@" + storm.customerId.toLowerCase(Locale.ROOT) + ".example")
        .open("/c/" + storm.customerId + "/work-logs/review");
    visitor.seesHeading("Mall");

    key("a");
    visitor.seesHeading("Bank");
    key("u");
    visitor.seesHeading("Mall");
    key("j");
    visitor.seesHeading("Bank");
    key("r");
    Locator reason = visitor.page().getByLabel("What is wrong?");
    assertThat(reason).isFocused();
    visitor.page().keyboard().type("A jar of salt is missing.");
    key("Tab");
    key("Tab");
    key("Enter");
    visitor.seesHeading("Depot");
    key("a");
    visitor.seesHeading("Mall");

    sees(storm, bank, "REJECTED");
    sees(storm, depot, "APPROVED");
    assertThat(storm.manager.get(bank).json().getString("rejectionReason"))
        .isEqualTo("A jar of salt is missing.");
    assertThat(status(storm, mall)).isEqualTo("COMPLETED");

    key("a");
    visitor.sees("Nothing waits for review");
    visitor.goTo("Reports"); // Whoever leaves has decided.
    visitor.seesHeading("Reports");
    sees(storm, mall, "APPROVED");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "PHONE"})
  void an_administrator_lets_a_person_and_a_program_in_and_the_program_out_again(
      EveryScreenIT.Look look) {
    look.of(visitor.page());
    NewCompany company = NewCompany.in(portal);
    String address = "newcomer-" + UUID.randomUUID() + "@portal.example";
    visitor.signIn(company.hire(portal, "ADMIN")).goTo("Members");
    visitor.link("Invite somebody").click();
    visitor.fill("E-mail", address);
    visitor.fill("Name", "Nia Newcomer");
    visitor.press("Invite");
    visitor.sees("The invitation is on its way to " + address);
    assertThat(visitor.rows("Members").filter(with("Nia Newcomer"))).containsText("Invited");
    assertThat(new Letters(portal).link(address, 1)).contains("/join#");

    visitor.open("/c/" + company.customerId() + "/company/api-keys/new");
    visitor.fill("Name", "Weather station");
    visitor.page().getByLabel("weather:write").check();
    visitor.press("Make the key");
    visitor.seesHeading("The key for Weather station");
    assertThat(visitor.field("Client secret").inputValue()).hasSizeGreaterThan(20);
    visitor.link("I have kept it").click();
    Locator key = visitor.rows("API keys").filter(with("Weather station"));
    assertThat(key).containsText("Good");
    visitor.press("Revoke Weather station");
    visitor.confirm("Revoke");
    assertThat(key).containsText("Revoked");
  }

  @Test
  void corrections_stand_beside_what_they_correct_and_lead_to_its_photos() throws IOException {
    Storm storm = Storm.in(portal);
    String event = storm.activeEvent(Duration.ofHours(5));
    String first = done(storm, event, "Mall", 4);
    for (int width : new int[] {8, 16}) {
      Answer photo =
          storm.manager.send(
              "POST",
              first + "/photos",
              "image/png",
              BodyPublishers.ofByteArray(CrewOnPhoneIT.picture(width)));
      assertThat(photo.status()).as(photo.toString()).isEqualTo(201);
    }
    String second = corrected(storm, first, 2);
    String third = corrected(storm, second, 3);
    visitor.signIn(storm.managerEmail).open("/c/" + storm.customerId + "/work-logs/" + id(third));

    assertThat(visitor.table("Corrections").locator("thead th"))
        .containsText(new String[] {"", "First version", "Correction 1", "Correction 2"});
    assertThat(visitor.rows("Corrections").filter(with("Passes")).locator("td"))
        .hasText(new String[] {"–", "2≠ changed", "3≠ changed"});
    visitor.link("See the first version").click();
    Locator opener = visitor.button("Open photo 1 of 2");
    opener.focus();
    key("Enter");
    assertThat(
            visitor
                .page()
                .getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Photo 1 of 2")))
        .isVisible();
  }

  /** Approves a log and corrects how often somebody went over the place. */
  private String corrected(Storm storm, String log, int passes) {
    Answer approved = Storm.change(storm.manager, log, "approve");
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    Answer correction =
        Storm.change(
            storm.manager,
            log,
            "correct",
            "{\"work\":\"PLOW\",\"startedAt\":\"%s\",\"endedAt\":\"%s\",\"passes\":%d}"
                .formatted(
                    approved.json().getString("startedAt"),
                    approved.json().getString("endedAt"),
                    passes));
    assertThat(correction.status()).as(correction.toString()).isEqualTo(201);
    return correction.location();
  }

  @Test
  void who_is_called_out_reads_it_at_the_bell_and_follows_it() {
    Storm storm = Storm.in(portal);
    storm.route("Early round", storm.crewMember, storm.property("Mall"));
    EveryScreenIT.Look.PHONE.of(visitor.page());
    visitor.signIn(storm.crewEmail);
    visitor.goTo("Routes").seesHeading("Routes");
    assertThat(visitor.button("Notifications")).isVisible();

    storm.activeEvent(Duration.ofHours(1));

    visitor.press("Notifications, 1 unread");
    Locator told = visitor.page().getByRole(AriaRole.DIALOG).getByText("Storm").first();
    told.click();
    visitor.seesHeading("My work");
    assertThat(visitor.button("Notifications")).isVisible();
  }

  @Test
  @Tag(BrowserExtension.SHUT_OUT)
  void who_works_in_a_company_that_is_suspended_is_told_so_in_the_place_of_every_screen() {
    NewCompany company = NewCompany.in(portal);
    visitor.signIn(company.manager()).goTo("Routes");
    visitor.seesHeading("Routes");
    PortalClient operator = portal.login("root@portal.example");
    String customer = "/api/platform/customers/" + company.customerId();
    Answer suspended =
        operator.send(
            "POST",
            customer + "/suspend",
            "application/json",
            "{\"reason\":\"The invoice is not paid.\"}",
            "If-Match",
            operator.get(customer).etag());
    assertThat(suspended.status()).as(suspended.toString()).isEqualTo(200);

    visitor.goTo("Work logs");

    visitor.seesHeading("The portal cannot be opened");
    assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("suspended");
    visitor.press("Sign in as somebody else");
    visitor.seesHeading("Sign in");
  }

  private String done(Storm storm, String event, String property, int hoursAgo) {
    Instant start = Instant.now().minus(Duration.ofHours(hoursAgo));
    Answer log =
        storm.manager.post(
            "/api/work-logs",
            Storm.log(
                event,
                storm.property(property),
                ",\"memberId\":\"%s\",\"startedAt\":\"%s\",\"endedAt\":\"%s\""
                    .formatted(storm.crewMember, start, start.plusSeconds(900))));
    assertThat(log.status()).as(log.toString()).isEqualTo(201);
    return log.location();
  }

  private void key(String key) {
    visitor.page().keyboard().press(key);
  }

  private static void sees(Storm storm, String log, String status) {
    Soon.see(log + " " + status, () -> status(storm, log).equals(status));
  }

  private static String status(Storm storm, String log) {
    return storm.manager.get(log).json().getString("status");
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
