package com.contractorportal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do for customers, in the browser. */
@BrowserTest
class ConsoleStoryIT {

  private static final String OPERATOR = "root@portal.example";

  private PortalSystem portal;
  private Visitor operator;

  @BeforeEach
  void an_operator(Page page, PortalSystem system) {
    portal = system;
    operator = new Visitor(page).signIn(OPERATOR);
  }

  @Test
  void who_enters_a_company_cannot_miss_it_changes_nothing_and_leaves_a_trace() {
    NewCompany company = NewCompany.in(portal);
    String reason = "Route 7 shows no stops " + UUID.randomUUID();
    operator.open("/console/customers/" + company.customerId() + "/support");

    Visitor inside =
        new Visitor(
            operator.page().waitForPopup(() -> operator.link("Enter in a new tab").click()));
    inside.seesHeading("Enter New Company");
    inside.fill("Why do you enter?", reason);
    inside.press("Enter");

    Locator banner = banner(inside);
    assertThat(banner).containsText("Support access to New Company – read only");
    assertThat(banner).containsText(OPERATOR + ": " + reason);
    assertThat(banner).containsText("30 minutes left");
    for (String screen : inside.screensOffered()) {
      inside.goTo(screen);
      assertThat(banner).isInViewport();
    }
    inside.goTo("Properties");
    inside.seesHeading("Properties");
    assertThat(inside.link("New property")).hasCount(0);
    operator.open("/console/customers");
    operator.seesHeading("Customers");
    inside.goTo("Routes");
    assertThat(banner).isVisible();

    inside.press("Leave");
    inside.seesHeading("New Company");
    assertThat(inside.page()).hasURL("/console/customers/" + company.customerId() + "/support");
    assertThat(banner).hasCount(0);

    PortalClient admin = portal.login(company.hire(portal, "ADMIN"));
    JsonObject access = Soon.find("the end", () -> ended(admin));
    assertThat(access.getString("operator")).isEqualTo(OPERATOR);
    assertThat(access.getString("reason")).isEqualTo(reason);
    assertThat(access.getBoolean("write")).isFalse();
    assertThat(admin.get("/api/audit?entity=support-access").items())
        .extracting(entry -> entry.getString("action") + " by " + entry.getString("actorName"))
        .containsExactly("end by " + OPERATOR, "create by " + OPERATOR);
    operator.open("/console/audit?entity=support-access&customer=" + company.customerId());
    operator.page().getByRole(AriaRole.BUTTON).filter(text("create support-access")).click();
    operator.sees(reason);
  }

  @Test
  void loading_the_tab_again_ends_the_access() {
    NewCompany company = NewCompany.in(portal);
    operator.open("/console/customers/" + company.customerId() + "/enter");
    operator.fill("Why do you enter?", "To look at the routes");
    operator.press("Enter");
    assertThat(banner(operator)).isVisible();

    operator.page().reload();

    operator.seesHeading("You are not in this company");
    assertThat(banner(operator)).hasCount(0);
    PortalClient admin = portal.login(company.hire(portal, "ADMIN"));
    Soon.find("the end", () -> ended(admin));
  }

  @Test
  void a_company_becomes_a_customer_and_its_administrator_signs_in() {
    String name = "Frost Brothers " + UUID.randomUUID().toString().substring(0, 8);
    String admin = "pat-" + UUID.randomUUID() + "@frost.example";
    operator.goTo("Templates");
    operator.link("New template").first().click();
    operator.fill("Name", name);
    operator.fill(
        "Content",
        """
        {"equipmentRates": [{"equipment": "Frost loader", "hourlyRate": 95, "currency": "USD",
          "validFrom": "2025-11-01"}]}""");
    operator.press("Save");
    assertThat(operator.findsRow("Templates", name)).isVisible();
    operator.goTo("Customers");
    operator.link("New customer").click();
    operator.seesHeading("New customer");
    operator.press("Go on");
    operator.sees("This is needed.");
    operator.fill("Company", name);
    operator.choose("Plan", "PRO");
    operator.fill("Time zone", "America/New_Y");
    operator.page().getByRole(AriaRole.OPTION).first().click();
    operator.choose("Language and region", "American English");
    operator.choose("Currency", "USD");
    operator.press("Go on");
    operator.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name)).check();
    operator.sees("Frost loader");
    operator.press("Go on");
    operator.fill("E-mail", "no address");
    operator.fill("Name", "Pat Frost");
    operator.press("Go on");
    operator.press("Make the customer");
    operator.isTold("Nothing was made");
    operator.fill("E-mail", admin);
    operator.press("Go on");
    operator.press("Make the customer");
    operator.seesHeading(name + " is a customer");
    operator.sees("A letter with the link went to " + admin);

    String link = new Letters(portal).link(admin, 1);
    operator.open("/");
    operator.seesMenu();
    operator.signOut();
    operator.page().navigate(link);
    operator.fill("Password", PortalSystem.PASSWORD);
    operator.fill("Password again", PortalSystem.PASSWORD);
    operator.press("Join");
    operator.seesMenu();
    operator.sees(name);
    operator.goTo("Equipment rates");
    operator.seesHeading("Frost loader");
  }

  @Test
  void what_an_operator_decides_holds_for_the_company_at_once() {
    NewCompany company = NewCompany.in(portal).allowed(portal, 1000);
    PortalClient admin = portal.login(company.hire(portal, "ADMIN"));
    operator.open("/console/plans");
    operator.press("Change the plan P" + company.customerId());
    operator.sees("It holds for one customer");
    operator.fill("Members", "2");
    operator.sees("Narrower than before");
    operator.press("Save");
    Locator plan = operator.rows("Plans").filter(text("P" + company.customerId()));
    assertThat(plan).containsText(Pattern.compile("P" + company.customerId() + "\\D+2\\D"));
    String newcomer =
        "{\"email\":\"%s@portal.example\",\"displayName\":\"Nia\",\"role\":\"VIEWER\"}"
            .formatted(UUID.randomUUID());
    assertRefused("plan-limit-reached", admin.post("/api/members", newcomer));

    operator.open("/console/customers/" + company.customerId());
    operator.press("Suspend");
    assertThat(dialogButton("Suspend")).isDisabled();
    operator.fill("Reason", "The invoice is not paid.");
    operator.confirm("Suspend");
    operator.seesStatus("Suspended");
    assertRefused("customer-suspended", admin.get("/api/customer"));
    operator.press("Activate");
    operator.confirm("Activate");
    operator.seesStatus("Active");
    assertThat(admin.get("/api/customer").status()).isEqualTo(200);
    assertThat(admin.get("/api/audit?entity=customer&action=suspend").body())
        .contains("The invoice is not paid.");
  }

  private Locator dialogButton(String name) {
    return operator
        .page()
        .getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void assertRefused(String problem, Answer answer) {
    assertThat(answer.json().getString("type")).isEqualTo("/problems/" + problem);
  }

  private static Optional<JsonObject> ended(PortalClient admin) {
    return admin.get("/api/support-access").items().stream()
        .filter(access -> access.containsKey("endedAt"))
        .findFirst();
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator banner(Visitor visitor) {
    return visitor
        .page()
        .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Support access"));
  }
}
