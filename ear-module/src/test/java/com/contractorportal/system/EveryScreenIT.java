package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every screen can be used by everybody: axe finds nothing to object to in both colour schemes, and
 * none is wider than a phone. Leaves a picture of each in {@code target/browser/screens}.
 *
 * <p>The way to a screen takes longer than a look at it: each is gone to once, on the phone, and
 * then looked at in all ways.
 */
@BrowserTest
@Order(1) // The pictures show the demonstration as it comes, before other tests add their own.
class EveryScreenIT {

  private static final Path PICTURES = Path.of("target", "browser", "screens");

  /** How the portal is looked at. */
  enum Look {
    LIGHT(ColorScheme.LIGHT, 1280, 800),
    DARK(ColorScheme.DARK, 1280, 800),
    PHONE(ColorScheme.LIGHT, 390, 844);

    private final ColorScheme colours;
    private final int width;
    private final int height;

    Look(ColorScheme colours, int width, int height) {
      this.colours = colours;
      this.width = width;
      this.height = height;
    }

    void of(Page page) {
      page.setViewportSize(width, height);
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(colours)
              .setReducedMotion(ReducedMotion.REDUCE));
    }
  }

  private final List<String> objections = new ArrayList<>();
  private Visitor visitor;
  private PortalSystem portal;

  @BeforeEach
  void come(Page page, PortalSystem system) {
    visitor = new Visitor(page);
    portal = system;
    lookAs(Look.PHONE);
  }

  @Test
  void the_office_can_use_every_screen() {
    String company = "/c/LEGACY001";
    visitor.open("/");
    check("Sign in");
    visitor.giveCredentials("manager@vermont.example", "not-the-password");
    visitor.isTold("Not signed in");
    check("Sign in", "wrong-password");

    visitor.signIn("manager@vermont.example");
    visitor.sees("Season ");
    visitor.page().locator(".portal-crew-mark, .portal-chart").first().waitFor();
    check("Dashboard");
    visitor.open(company + "/properties");
    visitor.rows("Properties").first().waitFor();
    check("Properties");
    visitor.open(company + "/properties?q=nothing-is-called-so");
    visitor.sees("Nothing matches");
    check("Properties", "none");
    visitor.open(company + "/properties?view=map");
    visitor.page().locator(".portal-cluster, .portal-marker").first().waitFor();
    check("Properties", "map");
    visitor.open(company + "/properties/new");
    visitor.page().waitForLoadState();
    check("New property");
    visitor.press("Your account");
    check("New property", "menu");
    JsonObject property = first("/api/properties");
    visitor.open(company + "/properties/" + property.getString("id"));
    check(property.getString("name"), "property");
    for (String tab : List.of("History", "Photos", "Contractors", "Edit")) {
      visitor.turnTo(tab);
      check(property.getString("name"), "property-" + tab.toLowerCase());
    }
    visitor.press("Delete");
    check("Delete this property?");

    visitor.open(company + "/properties/board");
    check("Board");

    visitor.open(company + "/properties/imports");
    visitor.offerFile("stowe.csv", "address,latitude\n,44\n1 Dry Run Road,144\n");
    visitor.button("Check the file").waitFor();
    check("Import properties");
    visitor.press("Check the file");
    visitor.seesStatus("Completed");
    check("Import properties", "import-checked");
    visitor.rows("Recent imports").first().getByRole(AriaRole.LINK).click();
    check("stowe.csv", "import");

    visitor.open(company + "/routes");
    visitor.rows("Routes").first().waitFor();
    check("Routes");
    visitor.open(company + "/routes/new");
    check("New route");
    JsonObject route = first("/api/routes");
    visitor.open(company + "/routes/" + route.getString("id"));
    visitor.page().locator(".portal-number").first().waitFor();
    check(route.getString("name"), "route");
    visitor.link("Print sheet").click();
    check("Route " + route.getString("name"), "route-sheet");

    visitor.open(company + "/winter-events");
    visitor.rows("Winter events").first().waitFor();
    check("Winter events");
    visitor.open(company + "/winter-events/new");
    check("New winter event");
    JsonObject event = first("/api/winter-events?status=ACTIVE");
    String storm = company + "/winter-events/" + event.getString("id");
    visitor.open(storm);
    visitor.page().locator(".portal-storm-item").first().waitFor();
    check(event.getString("name"), "storm");
    visitor.open(storm + "?show=map");
    visitor.page().locator(".portal-storm-ring").first().waitFor();
    check(event.getString("name"), "storm-map");
    visitor.open(storm + "?wall=1");
    visitor.page().locator(".portal-storm-item").first().waitFor();
    check(event.getString("name"), "storm-wall");
    JsonObject done =
        first("/api/winter-events/" + event.getString("id") + "/properties?state=DONE");
    visitor.open(storm + "?property=" + done.getString("id"));
    visitor.sees("Open this log");
    check(done.getString("name"), "storm-ticket");
    visitor.open(storm + "/edit");
    check(event.getString("name"), "event");

    visitor.open(company + "/weather");
    visitor.rows("Weather").first().waitFor();
    check("Weather");
    visitor.open(company + "/work-logs");
    visitor.rows("Work logs").first().waitFor();
    check("Work logs");
    visitor.open(company + "/work-logs/review");
    visitor.sees("waits for");
    check("Review");
    JsonObject log = first("/api/work-logs?status=APPROVED");
    visitor.open(company + "/work-logs/" + log.getString("id"));
    check(log.getString("propertyName"), "work-log");
    visitor.open(company + "/equipment-rates");
    check("Equipment rates");
    visitor.open(company + "/settings");
    check("Your settings");

    visitor.open(company + "/reports");
    check("Reports");
    visitor.open(company + "/no-such-page");
    check("This page does not exist");
    visitor.open(company + "/properties/00000000-0000-0000-0000-000000000000");
    check("Not found");
    visitor.open("/c/ABCDEFGHJ/properties");
    check("You are signed in to another company");
    noObjections();
  }

  @Test
  void an_administrator_can_use_every_screen() {
    String company = "/c/LEGACY001";
    visitor.signIn("admin@vermont.example").open(company + "/members");
    visitor.rows("Members").first().waitFor();
    check("Members");
    visitor.open(company + "/members/new");
    check("Invite somebody");
    visitor.open(company + "/company");
    visitor.sees("Everybody needs a second factor");
    check("Company");
    visitor.open(company + "/company/usage");
    visitor.sees("Limits of the plan");
    check("Usage");
    visitor.open(company + "/company/api-keys");
    check("API keys");
    visitor.open(company + "/company/api-keys/new");
    check("New API key");
    visitor.open(company + "/company/audit");
    visitor.press("Check the seals");
    visitor.sees("The trail"); // What is noted outside of the database may be of an earlier run.
    check("Audit trail");
    visitor.open(company + "/company/support");
    check("Support access");
    visitor.open(company + "/company/export");
    check("Data export");
    noObjections();
  }

  @Test
  void a_manager_can_have_a_report_made_now() {
    String company = portal.login("manager@connecticut.example").customerId();
    Page page = visitor.signIn("manager@connecticut.example").page();
    visitor.open("/c/" + company + "/reports");
    visitor.press("Run now");
    check("Run a report now");
    Locator form = visitor.page().getByRole(AriaRole.DIALOG);
    form.getByPlaceholder("Choose a report").click();
    visitor
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Event report"))
        .click();
    form.getByLabel("From").fill("2026-01-31");
    form.getByLabel("To").fill("2026-01-01");
    visitor.press("Run");
    visitor.sees("The last day cannot be before the first.");
    check("Run a report now", "run-a-report-now-wrong");
    form.getByLabel("To").fill("2026-02-28");
    visitor.press("Run");
    visitor.button("Run another").waitFor();
    assertThat(form.innerText()).containsIgnoringCase("Completed").contains("rows");
    check("Run a report now", "run-a-report-now-done");
    page.keyboard().press("Escape");
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^Preview Event report")))
        .first()
        .click();
    page.waitForCondition(
        () -> page.frames().stream().anyMatch(frame -> frame.url().startsWith("blob:")));
    noObjections();
  }

  @Test
  void a_crew_can_use_every_screen() {
    visitor.open("/").giveCredentials("crew@vermont.example", PortalSystem.PASSWORD);
    check("Choose a company");
    visitor.chooseCompany("Green Mountain Plowing");
    visitor.page().locator(".crew-stop").first().waitFor();
    check("My work");
    visitor.page().locator(".crew-stop").first().click();
    visitor.page().locator(".crew-notes").waitFor();
    String place = visitor.page().locator("h1").innerText();
    check(place, "my-work-place");
    String there = visitor.page().url();
    visitor.page().navigate(there + "?do=start");
    visitor.button("Start now").waitFor();
    check(place, "my-work-start");
    visitor.open("/c/LEGACY001/crew/places");
    check("Other properties", "my-work-places");
    visitor.open("/c/LEGACY001/crew/entries");
    check("Entries of this device", "my-work-entries");
    visitor.open("/c/LEGACY001/properties");
    visitor.rows("Properties").first().waitFor();
    check("Properties", "crew");
    PortalClient crew = portal.login("crew@vermont.example", "LEGACY001");
    JsonObject property = crew.get("/api/properties").items().get(0);
    visitor.open("/c/LEGACY001/properties/" + property.getString("id"));
    check(property.getString("name"), "crew-property");
    JsonObject route = crew.get("/api/routes").items().get(0);
    visitor.open("/c/LEGACY001/routes/" + route.getString("id"));
    visitor.page().locator(".portal-number").first().waitFor();
    check(route.getString("name"), "crew-route");
    JsonObject event = crew.get("/api/winter-events").items().get(0);
    visitor.open("/c/LEGACY001/winter-events/" + event.getString("id"));
    check(event.getString("name"), "crew-event");
    visitor.press("Company: Green Mountain Plowing. Switch");
    check(event.getString("name"), "crew-companies");
    noObjections();
  }

  @Test
  void an_operator_can_use_every_screen() {
    visitor.signIn("root@portal.example");
    visitor.rows("Customers").first().waitFor();
    check("Customers");
    String customer = "/console/customers/LEGACY001";
    String name = "Green Mountain Plowing";
    visitor.open(customer);
    check(name, "customer");
    for (String tab : List.of("terms", "usage", "features", "log", "support", "leaving")) {
      visitor.open(customer + "/" + tab);
      check(name, "customer-" + tab);
    }
    visitor.press("Close the customer");
    check("Close " + name + "?", "customer-close");
    visitor.open("/console/customers/new");
    visitor.press("Go on");
    visitor.sees("This is needed.");
    check("New customer");
    visitor.open("/console/templates");
    check("Templates");
    visitor.open("/console/templates/new");
    check("New template");
    visitor.open("/console/plans");
    visitor.rows("Plans").first().waitFor();
    check("Plans");
    visitor.press("Change the plan FREE");
    check("Change the plan FREE");
    visitor.open("/console/features");
    check("Features");
    visitor.open("/console/audit");
    Locator entry = visitor.page().locator("main").getByRole(AriaRole.BUTTON).first();
    entry.click();
    assertThat(entry.getAttribute("aria-expanded")).isEqualTo("true");
    check("Platform audit");
    visitor.open("/console/nights");
    check("Report nights");
    visitor.page().getByText("Run nightly report").first().click();
    check("Run nightly report");
    visitor.confirm("Run");
    visitor.watchesNightToItsEnd();
    check("Manual run for all customers");
    visitor.page().getByText("All nights").click();
    visitor.rows("Report nights").first().waitFor();
    check("Report nights", "some");
    noObjections();
  }

  @Test
  void who_supports_a_company_can_use_every_screen() {
    visitor.signIn("root@portal.example").open("/console/customers/LEGACY001/enter");
    check("Enter Green Mountain Plowing");
    visitor.fill("Why do you enter?", "Route 7 shows no stops, call of 9:40");
    visitor.press("Enter");
    visitor.button("Leave").waitFor();
    visitor.press("Open navigation");
    visitor.goTo("Routes");
    check("Routes", "support");
    visitor.page().reload();
    check("You are not in this company");
    noObjections();
  }

  @Test
  void who_is_invited_can_follow_the_link() {
    String address = "newcomer-" + UUID.randomUUID() + "@connecticut.example";
    portal
        .login("admin@connecticut.example")
        .post(
            "/api/members",
            "{\"email\":\"%s\",\"displayName\":\"Nia Newcomer\",\"role\":\"VIEWER\"}"
                .formatted(address));
    String link = new Letters(portal).link(address, 1);

    visitor.open("/join#" + "A".repeat(43));
    check("This link does not work");
    visitor.page().navigate("about:blank");
    visitor.page().navigate(link);
    check("Join Nutmeg Winter Services");
    visitor.fill("Password", PortalSystem.PASSWORD);
    visitor.fill("Password again", "another-password");
    visitor.press("Join");
    visitor.sees("The two passwords differ.");
    check("Join Nutmeg Winter Services", "join-differ");
    visitor.fill("Password again", PortalSystem.PASSWORD);
    visitor.press("Join");
    visitor.seesMenu();
    visitor.seesHeading("Dashboard");
    noObjections();
  }

  @Test
  void who_forgot_the_password_can_choose_another() throws SQLException {
    String address = NewCompany.in(portal).manager();
    proveAddress(address);
    visitor.open("/login");
    visitor.link("Forgot your password?").click();
    check("Forgot your password?");
    visitor.fill("E-mail", address);
    visitor.press("Send me a link");
    check("Look into your mail");
    String link = new Letters(portal).resetLink(address, 1);
    visitor.page().navigate("about:blank");
    visitor.page().navigate(link);
    visitor.seesHeading("Choose a new password");
    visitor.fill("Password", "password1234");
    visitor.fill("Password again", "password1234");
    visitor.press("Change password");
    visitor.isTold("Not changed");
    check("Choose a new password");
    visitor.fill("Password", "rime-grader-harbour-7");
    visitor.fill("Password again", "rime-grader-harbour-7");
    visitor.press("Change password");
    check("Your password is changed");
    visitor.link("Sign in").click();
    visitor.giveCredentials(address, "rime-grader-harbour-7");
    visitor.seesMenu();
    noObjections();
  }

  @Test
  void who_wants_a_second_factor_sets_it_up_and_signs_in_with_it() {
    String address = NewCompany.in(portal).manager();
    visitor.signIn(address);
    visitor.press("Your account");
    visitor
        .page()
        .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Security"))
        .click();
    visitor.sees("This browser");
    check("Security");
    visitor.fill("Your password", PortalSystem.PASSWORD);
    visitor.press("Set up a second factor");
    check("Scan this with your authenticator");
    Authenticator phone =
        new Authenticator(visitor.page().locator("code").innerText().replace(" ", ""));
    visitor.fill("The code it shows", phone.now());
    visitor.press("Finish");
    check("Keep these recovery codes");
    visitor.press("I have kept them");
    visitor.sees("10 recovery codes are left.");
    check("Security", "security-on");
    visitor.link("Back to the portal").click();
    visitor.seesHeading("Dashboard");
    visitor.signOut();
    visitor.giveCredentials(address, PortalSystem.PASSWORD);
    check("Second factor");
    visitor.fill("Code", phone.next());
    visitor.press("Go on");
    visitor.seesMenu();
    noObjections();
  }

  private void proveAddress(String address) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE account SET email_proven_at = UTC_TIMESTAMP() WHERE email = ?")) {
      statement.setString(1, address);
      statement.executeUpdate();
    }
  }

  private void lookAs(Look look) {
    look.of(visitor.page());
  }

  private JsonObject first(String path) {
    return portal.login("manager@vermont.example").get(path).items().get(0);
  }

  private void check(String heading) {
    check(heading, heading.toLowerCase().replaceAll("[^a-z]+", "-"));
  }

  /** Waits for the screen with this heading, and examines it in all ways, on the phone at last. */
  private void check(String heading, String name) {
    visitor.seesHeading(heading);
    for (Look look : Look.values()) {
      lookAs(look);
      visitor.seesNothingLoading();
      examine(look, look.name().toLowerCase() + "-" + name);
    }
  }

  private void examine(Look look, String screen) {
    Page page = visitor.page();
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(screen + ".png")));
    if (look != Look.PHONE) { // The same parts, in the colours of the light look.
      // Without frames there is nothing to put together on a page of axe's own.
      for (Rule violation : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
        objections.add(
            screen
                + ": "
                + violation.getId()
                + ", "
                + violation.getHelp()
                + " "
                + nodes(violation));
      }
    }
    int width = (int) page.evaluate("document.documentElement.scrollWidth");
    if (width > look.width) {
      objections.add(screen + ": is " + width + " pixels wide");
    }
  }

  private static List<String> nodes(Rule violation) {
    return violation.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
  }

  /** At the end, so that one run tells of all screens. */
  private void noObjections() {
    assertThat(objections).isEmpty();
  }
}
