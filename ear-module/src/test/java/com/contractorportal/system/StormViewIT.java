package com.contractorportal.system;

import static com.contractorportal.system.Storm.change;
import static com.contractorportal.system.Storm.log;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The live screen of a storm. */
@BrowserTest
class StormViewIT {

  private Storm storm;
  private String north;
  private String south;
  private String event;
  private String screen;

  @BeforeEach
  void a_storm(PortalSystem portal) {
    storm = Storm.in(portal);
    north = storm.property("North Square");
    south = storm.property("South Square");
    storm.route("North route", storm.crewMember, north);
    storm.route("South route", storm.otherMember, south);
    event = storm.activeEvent(Duration.ofHours(3));
    screen = "/c/" + storm.customerId + "/winter-events/" + Storm.id(event);
  }

  @Test
  void a_storm_is_followed_live_in_two_browsers(Page page, PortalSystem portal) {
    Visitor office = new Visitor(page).signIn(storm.managerEmail).open(screen);
    try (BrowserContext phone =
        page.context()
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(portal.address().toString())
                    .setViewportSize(390, 844))) {
      Visitor viewer = new Visitor(phone.newPage()).signIn(storm.viewerEmail()).open(screen);
      for (Visitor each : new Visitor[] {office, viewer}) {
        each.seesStatus("Live");
        assertThat(item(each, "North Square")).containsText("Untouched");
      }

      String work = storm.crew.post("/api/work-logs", log(event, north, "")).location();

      for (Visitor each : new Visitor[] {office, viewer}) {
        assertThat(item(each, "North Square")).containsText("In work");
        assertThat(item(each, "North Square")).containsText("Casey Crew");
        assertThat(state(each, "In work")).containsText("1");
      }
      assertThat(page.locator(".portal-storm-ring, .portal-state-open").first()).isVisible();

      change(storm.crew, work, "complete");
      for (Visitor each : new Visitor[] {office, viewer}) {
        assertThat(item(each, "North Square")).containsText("Done");
      }
      change(storm.manager, work, "reject", "{\"reason\":\"The ramp is missing.\"}");
      for (Visitor each : new Visitor[] {office, viewer}) {
        assertThat(state(each, "Problem")).containsText("1");
      }
      item(viewer, "North Square").click();
      viewer.sees("The ramp is missing.");
      assertThat(viewer.page()).hasURL(Pattern.compile("property=" + north));
      viewer.page().goBack();
      assertThat(dialog(viewer)).hasCount(0);
    }
  }

  @Test
  void a_storm_is_followed_by_keyboard(Page page) {
    storm.crew.post("/api/work-logs", log(event, north, ""));
    Visitor office = new Visitor(page).signIn(storm.managerEmail).open(screen);
    Locator first = item(office, "North Square");
    first.waitFor();

    tabTo(page, first);
    page.keyboard().press("ArrowDown");
    assertThat(item(office, "South Square")).isFocused();
    page.keyboard().press("Enter");
    assertThat(dialog(office)).containsText("Nobody has logged work here for this event.");
    page.keyboard().press("Escape");
    assertThat(dialog(office)).hasCount(0);
    assertThat(item(office, "South Square")).isFocused();

    state(office, "In work").focus();
    page.keyboard().press("Space");
    assertThat(item(office, "South Square")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile("state=OPEN"));
    page.reload();
    assertThat(first).isVisible();
    assertThat(item(office, "South Square")).hasCount(0);
  }

  @Test
  void filters_by_route_and_crew_are_in_the_address(Page page) {
    Visitor office = new Visitor(page).signIn(storm.managerEmail).open(screen);
    item(office, "North Square").waitFor();

    page.getByPlaceholder("Route").click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("South route")).click();

    assertThat(item(office, "North Square")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile("route="));
    office.open(screen + "?member=" + storm.crewMember);
    assertThat(item(office, "North Square")).isVisible();
    assertThat(item(office, "South Square")).hasCount(0);
    assertThat(page.getByPlaceholder("Crew")).hasValue("Casey Crew");
  }

  private static void tabTo(Page page, Locator wanted) {
    for (int presses = 0; presses < 40; presses++) {
      page.keyboard().press("Tab");
      if ((boolean) wanted.evaluate("it => it === document.activeElement")) {
        return;
      }
    }
    assertThat(wanted).isFocused();
  }

  private static Locator item(Visitor visitor, String property) {
    return visitor
        .page()
        .locator(".portal-storm-item")
        .filter(new Locator.FilterOptions().setHasText(property));
  }

  private static Locator state(Visitor visitor, String word) {
    return visitor
        .page()
        .locator(".portal-storm-state")
        .filter(new Locator.FilterOptions().setHasText(word));
  }

  private static Locator dialog(Visitor visitor) {
    return visitor.page().getByRole(AriaRole.DIALOG);
  }
}
