package com.contractorportal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an office does with its places, in a browser: each time a company of its own. */
@BrowserTest
class PlacesIT {

  /** Rows in a page of the table's list. */
  private static final int PAGE = 50;

  /** A table shows so many rows at most on the screen of the test, with those near it. */
  private static final int MOST_ROWS = 60;

  private Visitor visitor;
  private Page page;
  private PortalSystem portal;
  private Tables tables;
  private NewCompany company;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void come(Page opened, PortalSystem system) {
    page = opened;
    portal = system;
    tables = new Tables(system);
    company = NewCompany.in(system);
    visitor = new Visitor(opened);
    opened.onRequest(
        request -> {
          if (request.url().contains("/api/properties?")) {
            asked.add(request.url());
          }
        });
  }

  @Test
  void the_addresses_of_massachusetts_come_in_by_the_wizard_however_their_columns_are_called()
      throws IOException {
    String file = massachusetts().replaceFirst("address,unit,city", "Where,Unit #,Town");
    long rows = file.lines().count() - 1;
    visitor.signIn(company.manager()).goTo("Imports");

    visitor.offerFile("massachusetts.csv", file);

    visitor.sees("One of the columns must be the address.");
    assertThat(visitor.button("Check the file")).isDisabled();
    assertThat(visitor.field("What Town is")).hasValue("City");
    visitor.choose("What Where is", "Address");
    visitor.choose("What Unit # is", "Unit");
    visitor.press("Check the file");
    visitor.seesStatus("Completed");
    visitor.seesCount("Would be accepted", (int) rows);
    assertThat(count()).isZero();
    visitor.press("Import " + rows + " rows");

    visitor.seesHeading("massachusetts.csv");
    visitor.seesStatus("Completed");
    visitor.seesCount("Accepted", (int) rows);
    visitor.link("See the properties").click();
    visitor.sees(rows + " properties");
    assertThat(count()).isEqualTo(rows);
    String unit = "SELECT COUNT(*) FROM property WHERE customer_id = ? AND street = ? AND unit = ?";
    assertThat(tables.number(unit, company.customerId(), "74 Springfield Street", "B")).isOne();
  }

  @Test
  void a_property_is_handed_to_another_contractor_by_keyboard_and_back_and_by_mouse() {
    hire("Ann Axe");
    hire("Bob Broom");
    String property = create("/api/properties", place(1)).getString("id");
    visitor.signIn(company.manager()).open(at("properties/board"));

    Locator server = visitor.page().getByLabel("Who serves Place 1");
    server.focus();
    server.selectOption("Ann Axe");

    visitor.sees("Place 1: Ann Axe");
    Locator ann = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Ann Axe"));
    assertThat(ann.getByRole(AriaRole.LISTITEM)).hasCount(1);
    // Whoever goes on with the keys goes on where the card went.
    assertThat(ann.getByRole(AriaRole.COMBOBOX)).isFocused();
    assertThat(servers(property)).containsExactly("Ann Axe");
    server.selectOption("Bob Broom");
    visitor.sees("Place 1: Bob Broom");
    assertThat(servers(property)).containsExactly("Bob Broom");
    visitor.button("Undo").last().click();
    assertThat(ann.getByRole(AriaRole.LISTITEM)).hasCount(1);
    page.waitForCondition(() -> servers(property).equals(List.of("Ann Axe")));

    Locator bob = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Bob Broom"));
    visitor.drag(ann.locator(".portal-grip"), bob, bob.and(page.locator("[data-over]")));
    assertThat(bob.getByRole(AriaRole.LISTITEM)).hasCount(1);
    page.waitForCondition(() -> servers(property).equals(List.of("Bob Broom")));
  }

  @Test
  void totals_follow_the_order_of_the_stops_and_are_those_that_the_server_finds_and_prints() {
    JsonArrayBuilder stops = Json.createArrayBuilder();
    for (int i = 0; i < 3; i++) {
      stops.add(create("/api/properties", place(i)).getString("id"));
    }
    JsonObject body = Json.createObjectBuilder().add("name", "Round").add("stops", stops).build();
    String route = create("/api/routes", body).getString("id");
    visitor.signIn(company.manager()).open(at("routes/" + route));
    Locator totals = page.getByRole(AriaRole.STATUS, named("Totals of the route"));
    String before = totals.innerText();

    visitor.button("Move Place 0 down").focus();
    page.keyboard().press("Alt+ArrowDown");

    visitor.sees("Place 0 is now stop 2 of 3.");
    String after = totals.innerText();
    assertThat(after).isNotEqualTo(before);
    assertThat(page.locator(".portal-number")).hasCount(3);
    Locator last = visitor.stops().last();
    visitor.drag(
        last.locator(".portal-grip"),
        visitor.stops().first(),
        visitor.stops().first().and(page.locator("[style*=translate]")));
    visitor.sees("Place 2 is now stop 1 of 3.");
    visitor.button("Move Place 2 down").click();
    visitor.button("Move Place 2 down").click();
    visitor.sees("Place 2 is now stop 3 of 3.");
    visitor.press("Save");
    visitor.sees("Round is saved.");
    visitor.open(at("routes/" + route + "/sheet"));
    visitor.seesHeading("Route Round");
    assertThat(totals)
        .containsText(
            after
                .lines()
                .filter(line -> line.matches(".*\\d (km|mi|ft|m)"))
                .findFirst()
                .orElseThrow());
    assertThat(visitor.stops()).containsText(new String[] {"Place 1", "Place 0", "Place 2"});
    assertThat(visitor.button("Your account")).isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(visitor.stops().last()).isVisible();
    assertThat(visitor.button("Your account")).isHidden();
    assertThat(visitor.button("Print")).isHidden();
    assertThat(page.getByRole(AriaRole.NAVIGATION)).isHidden();
  }

  @Test
  void a_status_is_changed_in_its_row_and_back() {
    create("/api/properties", place(1));
    visitor.signIn(company.manager()).goTo("Properties");
    Locator status = page.getByLabel("Status of Place 1");

    status.selectOption("PAUSED");

    visitor.sees("Place 1: Paused");
    page.waitForCondition(() -> count("status = 'PAUSED'") == 1);
    visitor.press("Undo");
    assertThat(status).hasValue("ACTIVE");
    page.waitForCondition(() -> count("status = 'ACTIVE'") == 1);
  }

  @Test
  void who_changes_the_status_of_what_somebody_else_changed_meanwhile_is_told_what() {
    PortalClient colleague = portal.login(company.manager());
    Answer created = colleague.post("/api/properties", place(1).toString());
    visitor.signIn(company.manager()).goTo("Properties");
    Locator status = page.getByLabel("Status of Place 1");
    status.waitFor();
    JsonObject noted = Json.createObjectBuilder(place(1)).add("siteNotes", "Mind the dog.").build();
    Answer changed = colleague.put(created.location(), noted.toString(), created.etag());
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);

    status.selectOption("PAUSED");

    visitor.sees("Somebody else changed Place 1 meanwhile");
    visitor.sees("Site notes: – → Mind the dog.");
    assertThat(status).hasValue("ACTIVE");
  }

  @Test
  void a_table_of_five_thousand_rows_asks_for_the_pages_it_shows() {
    scrolls(5_000);
  }

  @Test
  @Tag("drill")
  void a_table_of_a_hundred_thousand_rows_asks_for_the_pages_it_shows() {
    scrolls(100_000);
  }

  /**
   * Scrolls down for a while and to the top again, and counts what is asked for and what is there.
   */
  private void scrolls(int rows) {
    insert(rows);
    visitor.signIn(company.manager()).goTo("Properties");
    visitor.rows("Properties").first().waitFor();
    assertThat(pagesAsked()).containsExactly("first");

    Locator table = page.locator(".portal-scroller");
    int seen = 0;
    for (int step = 0; step < 40 && seen < 6 * PAGE; step++) {
      table.evaluate("each => each.scrollBy(0, each.clientHeight)");
      page.waitForFunction("() => !document.querySelector('.portal-scroller [aria-busy]')");
      int now = lastRow();
      page.waitForCondition(() -> lastRow() >= now);
      seen = lastRow();
      assertThat(visitor.rows("Properties").count()).isLessThan(MOST_ROWS);
    }

    assertThat(seen).isGreaterThanOrEqualTo(6 * PAGE);
    // Those of the rows that were there, which are a few more than were in view.
    assertThat(pagesAsked()).doesNotHaveDuplicates().hasSizeBetween(6, (seen + PAGE - 1) / PAGE);
    assertThat(visitor.table("Properties"))
        .hasAttribute("aria-rowcount", rows < 10_000 ? "" + (rows + 1) : "-1");

    int before = asked.size();
    table.evaluate("each => each.scrollTo(0, 0)");
    visitor.link("Place 000000").waitFor();
    assertThat(asked.size() - before).as("asked for again at the top").isLessThanOrEqualTo(1);
  }

  /** What the table asked for: pages by their cursors. */
  private List<String> pagesAsked() {
    Pattern cursor = Pattern.compile("[?&]cursor=([^&]*)");
    return asked.stream()
        .filter(url -> url.contains("limit=" + PAGE + "&") || url.endsWith("limit=" + PAGE))
        .map(cursor::matcher)
        .map(found -> found.find() ? found.group(1) : "first")
        .toList();
  }

  private int lastRow() {
    return Integer.parseInt(visitor.rows("Properties").last().getAttribute("aria-rowindex")) - 1;
  }

  /** By the database: a hundred thousand requests would take too long. */
  private void insert(int rows) {
    String digits =
        "(SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
            + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";
    tables.run(
        "INSERT INTO property (customer_id, id, name, street, kind, status, latitude, longitude,"
            + " created_at, updated_at) SELECT ?, UNHEX(REPLACE(UUID(), '-', '')),"
            + " CONCAT('Place ', LPAD(n, 6, '0')), '1 Main Street', 'OTHER', 'ACTIVE',"
            + " 43 + MOD(n, 1000) / 500, -73 + MOD(n, 997) / 500, UTC_TIMESTAMP(), UTC_TIMESTAMP()"
            + " FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d AS n FROM "
            + digits
            + " a, "
            + digits
            + " b, "
            + digits
            + " c, "
            + digits
            + " d, "
            + digits
            + " e) numbers WHERE n < ?",
        company.customerId(),
        rows);
  }

  private void hire(String name) {
    NewCompany.Hired hired = company.hired(portal, "CONTRACTOR");
    tables.run(
        "UPDATE member SET display_name = ? WHERE customer_id = ? AND id = UNHEX(REPLACE(?, '-', ''))",
        name,
        company.customerId(),
        hired.memberId());
  }

  private List<String> servers(String property) {
    return portal
        .login(company.manager())
        .get("/api/properties/" + property + "/contractors")
        .items()
        .stream()
        .map(each -> each.getString("name"))
        .toList();
  }

  private JsonObject create(String path, JsonObject body) {
    Answer answer = portal.login(company.manager()).post(path, body.toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json();
  }

  /** Places on a meridian, in an order that is not that of their numbers. */
  private static JsonObject place(int number) {
    return Json.createObjectBuilder()
        .add("name", "Place " + number)
        .add("street", number + " Main Street")
        .add("latitude", 44 + (number == 1 ? 0.5 : number * 0.1))
        .add("longitude", -72)
        .add("kind", "OTHER")
        .add("status", "ACTIVE")
        .build();
  }

  private long count() {
    return count("TRUE");
  }

  private long count(String condition) {
    return tables.number(
        "SELECT COUNT(*) FROM property WHERE customer_id = ? AND " + condition,
        company.customerId());
  }

  private String at(String path) {
    return "/c/" + company.customerId() + "/" + path;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static String massachusetts() throws IOException {
    String demo = "/com/contractorportal/launch/demo/addresses-massachusetts.csv";
    try (InputStream csv = PlacesIT.class.getResourceAsStream(demo)) {
      return new String(csv.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
