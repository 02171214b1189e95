package com.contractorportal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crew with a phone, whose network comes and goes. */
@BrowserTest
class CrewOnPhoneIT {

  private static final String CHURCH = "Church";

  private Visitor visitor;
  private PortalSystem portal;

  @BeforeEach
  void come(Page page, PortalSystem system) {
    page.setViewportSize(390, 844);
    visitor = new Visitor(page);
    portal = system;
  }

  /** A company with an active event, and one property on the route of a crew. */
  private record Storm(NewCompany company, PortalClient office, String eventId, String churchId) {

    static Storm in(PortalSystem portal, NewCompany company, UUID driver) {
      PortalClient office = portal.login(company.manager());
      String church =
          create(
              office,
              "/api/properties",
              Json.createObjectBuilder()
                  .add("name", CHURCH)
                  .add("street", "1 Church Street")
                  .add("kind", "OTHER")
                  .add("status", "ACTIVE")
                  .add("siteNotes", "Gate code 4711.")
                  .build());
      JsonArrayBuilder stops = Json.createArrayBuilder().add(church);
      create(
          office,
          "/api/routes",
          Json.createObjectBuilder()
              .add("name", "Early round")
              .add("memberId", driver.toString())
              .add("stops", stops)
              .build());
      String event =
          create(
              office,
              "/api/winter-events",
              Json.createObjectBuilder()
                  .add("name", "Clipper")
                  .add("kind", "SNOW")
                  .add("startsAt", Instant.now().minusSeconds(3600).toString())
                  .build());
      String path = "/api/winter-events/" + event;
      Answer active =
          office.send(
              "POST",
              path + "/activate",
              "application/json",
              "{}",
              "If-Match",
              office.get(path).etag());
      assertThat(active.status()).as(active.body()).isEqualTo(200);
      return new Storm(company, office, event, church);
    }

    private static String create(PortalClient office, String path, JsonObject body) {
      Answer created = office.post(path, body.toString());
      assertThat(created.status()).as(created.body()).isEqualTo(201);
      return created.createdId();
    }

    List<JsonObject> checkIns() {
      return office.get("/api/winter-events/" + eventId + "/check-ins").items();
    }

    List<JsonObject> logs() {
      return office.get("/api/work-logs?event=" + eventId).items();
    }

    List<JsonObject> photos(String logId) {
      return office.get("/api/work-logs/" + logId + "/photos").items();
    }
  }

  @Test
  void what_is_done_without_network_arrives_once_with_the_times_of_then() throws Exception {
    NewCompany company = NewCompany.in(portal);
    Crew crew = Crew.in(portal, company, "CONTRACTOR");
    Storm storm = Storm.in(portal, company, crew.memberId());
    visitor.signIn(crew.email());
    visitor.seesHeading("My work");
    isInstalled();

    setOffline(true);
    visitor.page().reload();
    visitor.seesHeading("My work");
    visitor.sees("No network.");
    visitor.link("Open " + CHURCH).click();
    visitor.sees("Gate code 4711.");
    Instant before = Instant.now();
    visitor.press("Check in");
    assertThat(visitor.button("Check out")).isVisible(); // The buttons have changed their places.
    visitor.press("Start work");
    visitor.press("Salt");
    visitor.press("Start now");
    assertThat(visitor.page().getByRole(AriaRole.TIMER)).isVisible();
    visitor
        .page()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("drive.png", "image/png", picture(8)));
    visitor.sees("The photo is kept.");
    visitor.press("Finish work");
    visitor.press("One pass more");
    visitor.fill("Material", "Rock salt");
    visitor.fill("Quantity", "12.5");
    visitor.press("Finish now");
    visitor.press("Check out");
    visitor.sees("5 entries wait to be sent");
    visitor.page().reload();
    visitor.sees("5 entries wait to be sent");
    visitor.seesHeading(CHURCH);
    Instant after = Instant.now();
    assertThat(storm.checkIns()).isEmpty();
    assertThat(storm.logs()).isEmpty();

    setOffline(false);
    // Five requests and a picture, on a busy machine.
    assertThat(visitor.page().locator(".crew-strip"))
        .containsText(
            "All is sent", new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));
    visitor.press("Refresh");
    visitor.page().reload();
    visitor.sees("All is sent");

    assertThat(storm.checkIns())
        .extracting(each -> each.getString("kind"))
        .containsExactly("OUT", "IN");
    assertThat(storm.checkIns())
        .allSatisfy(each -> isBetween(each.getString("capturedAt"), before, after));
    assertThat(storm.logs()).hasSize(1);
    JsonObject log = storm.logs().get(0);
    assertThat(log.getString("status")).isEqualTo("COMPLETED");
    assertThat(log.getString("work")).isEqualTo("SALT");
    assertThat(log.getInt("passes")).isEqualTo(2);
    assertThat(log.getJsonNumber("materialQuantity").doubleValue()).isEqualTo(12.5);
    isBetween(log.getString("startedAt"), before, after);
    isBetween(log.getString("endedAt"), before, after);
    assertThat(Instant.parse(log.getString("receivedAt"))).isAfter(after);
    assertThat(storm.photos(log.getString("id"))).hasSize(1);
  }

  @Test
  void what_waits_in_one_company_is_not_sent_to_another() throws SQLException {
    NewCompany one = NewCompany.in(portal);
    NewCompany other = NewCompany.in(portal);
    rename(one, "First Company");
    rename(other, "Second Company");
    Crew crew = Crew.in(portal, one, "CONTRACTOR");
    UUID memberOfOther = crew.alsoIn(portal, other, "CONTRACTOR");
    Storm first = Storm.in(portal, one, crew.memberId());
    Storm second = Storm.in(portal, other, memberOfOther);
    String sending = "**/check-ins";
    visitor
        .page()
        .context()
        .route(
            sending,
            route -> {
              if (route.request().method().equals("POST")) {
                route.abort();
              } else {
                route.resume();
              }
            });
    visitor.signIn(crew.email(), "First Company");
    visitor.link("Open " + CHURCH).click();
    visitor.press("Check in");
    visitor.sees("1 entry waits to be sent");

    visitor.switchCompany("Second Company");
    visitor.sees("1 entry of First Company is kept on this device.");
    visitor.page().context().unroute(sending);
    visitor.press("Refresh");
    visitor.link("Open " + CHURCH).click();
    visitor.press("Check in");
    Soon.see("the check-in of the second company", () -> second.checkIns().size() == 1);
    visitor.page().reload();
    visitor.sees("All is sent");
    visitor.sees("1 entry of First Company is kept on this device.");
    assertThat(first.checkIns()).isEmpty();

    visitor.switchCompany("First Company");
    Soon.see("the check-in of the first company", () -> first.checkIns().size() == 1);
    visitor.sees("All is sent");
    assertThat(second.checkIns()).hasSize(1);
  }

  @Test
  void what_the_portal_does_not_take_is_shown_in_its_words_and_kept_until_somebody_decides()
      throws SQLException {
    NewCompany company = NewCompany.in(portal);
    Crew crew = Crew.in(portal, company, "CONTRACTOR");
    Storm storm = Storm.in(portal, company, crew.memberId());
    visitor.signIn(crew.email());
    visitor.link("Open " + CHURCH).click();
    setOffline(true);
    Instant before = Instant.now();
    visitor.press("Start work");
    visitor.press("Start now");
    visitor.press("Finish work");
    visitor.press("Finish now");
    visitor.sees("2 entries wait to be sent");
    Answer open =
        storm
            .office()
            .post(
                "/api/work-logs",
                Json.createObjectBuilder()
                    .add("eventId", storm.eventId())
                    .add("propertyId", storm.churchId())
                    .add("memberId", crew.memberId().toString())
                    .add("work", "PLOW")
                    .add("startedAt", before.toString())
                    .build()
                    .toString());
    assertThat(open.status()).as(open.body()).isEqualTo(201);

    setOffline(false);
    Locator notice = visitor.page().locator(".crew-strip");
    assertThat(notice).containsText("1 entry needs your decision · 1 entry waits to be sent");
    visitor.press("Your account");
    visitor
        .page()
        .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
        .click();
    visitor.seesHeading("2 entries are not sent");
    visitor.confirm("Stay signed in");
    notice.click();
    visitor.isTold("This member has an open log at this property already");
    visitor.press("Go on with the open log");

    assertThat(notice).containsText("All is sent");
    assertThat(storm.logs()).hasSize(1);
    assertThat(storm.logs().get(0).getString("id")).isEqualTo(open.createdId());
    assertThat(storm.logs().get(0).getString("status")).isEqualTo("COMPLETED");
  }

  private static void isBetween(String time, Instant from, Instant to) {
    assertThat(Instant.parse(time)).isBetween(from.minusMillis(1), to);
  }

  /** The service worker has kept all that it takes to open the portal, and answers from now on. */
  private void isInstalled() {
    visitor
        .page()
        .waitForFunction(
            "() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)");
  }

  /** Cuts the network of pages and workers alike, or gives it back. */
  private void setOffline(boolean offline) {
    visitor.page().context().setOffline(offline);
  }

  private void rename(NewCompany company, String name) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement statement =
            connection.prepareStatement("UPDATE customer SET name = ? WHERE customer_id = ?")) {
      statement.setString(1, name);
      statement.setString(2, company.customerId());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  static byte[] picture(int width) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 8, BufferedImage.TYPE_INT_RGB), "png", file);
    return file.toByteArray();
  }
}
