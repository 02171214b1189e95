package com.contractorportal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A contractor's season in a browser, from signing in to the night's report. */
@BrowserTest
class StoryIT {

  private static final String MANAGER = "manager@vermont.example";
  private static final String CREW = "crew@vermont.example";
  private static final String VERMONT = "Green Mountain Plowing";
  private static final int DEMO_PROPERTIES = 175;
  private static final ZoneId VERMONT_TIME = ZoneId.of("America/New_York");

  private Visitor visitor;
  private PortalSystem portal;

  @BeforeEach
  void come(Page page, PortalSystem system) {
    visitor = new Visitor(page);
    portal = system;
  }

  @Test
  void the_manager_sees_every_property_in_the_table_and_on_the_map() {
    JsonObject list =
        portal.login(MANAGER).get("/api/properties?limit=200&total=true&sort=createdAt").json();
    int total = list.getInt("total");
    assertThat(total).isGreaterThanOrEqualTo(DEMO_PROPERTIES);

    visitor.signIn(MANAGER);
    visitor.seesHeading("Dashboard");
    visitor.goTo("Properties");

    visitor.seesHeading("Properties");
    visitor.sees(total + " properties");
    assertThat(visitor.table("Properties")).hasAttribute("aria-rowcount", "" + (total + 1));
    visitor.page().waitForURL(Pattern.compile(".*[?&]box=.*"));
    visitor.seesPlacesOnMap(within(visitor.page().url().replaceAll(".*[?&]box=([^&]*).*", "$1")));
  }

  @Test
  void a_dry_run_stores_nothing_and_an_import_keeps_the_good_rows_and_names_the_bad_one() {
    String street = unique("Import Lane");
    String file =
        """
        address,city,state,postal_code,latitude,longitude
        1 %1$s,Stowe,VT,05672,44.4654,-72.6874
        2 %1$s,Stowe,VT,05672,144.4654,-72.6874
        3 %1$s,Stowe,VT,05672,44.4660,-72.6880
        """
            .formatted(street);
    visitor.signIn(MANAGER).goTo("Imports");

    visitor.offerFile("stowe.csv", file);
    visitor.press("Check the file");

    visitor.seesStatus("Completed");
    visitor.seesCount("Rows read", 3);
    visitor.seesCount("Would be accepted", 2);
    visitor.seesCount("Rejected", 1);
    assertThat(visitor.rows("Rejected rows")).hasCount(1);
    assertThat(visitor.rows("Recent imports").first()).containsText("dry run");
    assertThat(found(street)).isZero();
    visitor.press("Import 2 rows");

    visitor.seesHeading("stowe.csv");
    visitor.seesStatus("Completed");
    visitor.seesCount("Accepted", 2);
    assertThat(visitor.rows("Rejected rows")).hasCount(1);
    assertThat(visitor.rows("Rejected rows").locator("td"))
        .hasText(
            new Pattern[] {
              Pattern.compile("3"),
              Pattern.compile("Latitude"),
              Pattern.compile(".*-90.*90.*"),
              Pattern.compile("144\\.4654")
            });
    assertThat(found(street)).isEqualTo(2);
    visitor.goTo("Imports");
    assertThat(visitor.rows("Recent imports").first()).not().containsText("dry run");
  }

  @Test
  void a_viewer_reads_imports_and_is_offered_no_upload() {
    String file = unique("viewed").replace(" ", "-") + ".csv";
    portal
        .login(MANAGER)
        .send(
            "POST",
            "/api/properties/imports?dryRun=true&fileName=" + file,
            "text/csv",
            "address,latitude\n1 Dry Run Road,144\n");

    visitor.signIn("viewer@vermont.example").goTo("Imports");

    visitor.seesHeading("Imports");
    visitor.link(file).click();
    visitor.seesStatus("Completed");
    assertThat(visitor.rows("Rejected rows")).hasCount(1);
    Download errors = visitor.page().waitForDownload(() -> visitor.press("errors.csv"));
    assertThat(errors.suggestedFilename()).contains("errors");
    visitor.link("All imports").click();
    visitor.seesHeading("Imports");
    assertThat(visitor.page().locator("input[type=file]")).hasCount(0);
    visitor.goTo("Properties");
    visitor.seesHeading("Properties");
    assertThat(visitor.link("Import")).hasCount(0);
  }

  @Test
  void a_property_is_created_and_stands_in_the_list_and_on_the_map() {
    String name = unique("Depot");
    visitor.signIn(MANAGER).goTo("Properties");

    visitor.link("New property").click();
    visitor.fill("Name", name);
    visitor.choose("Kind", "Industrial");
    visitor.fill("Street", "12 Depot Street");
    visitor.fill("City", "Rutland");
    visitor.fill("Trigger depth", "5.5");
    visitor.fill("Site notes", "Gate code 4711; pile snow behind the shed.");
    visitor.fill("Latitude", "43.6106");
    visitor.fill("Longitude", "-72.9726");
    visitor.press("Save");

    visitor.sees(name + " is saved.");
    visitor.find("Search properties", name);
    assertThat(visitor.rows("Properties")).hasCount(1);
    assertThat(visitor.rows("Properties")).containsText("Industrial");
    visitor.seesPlacesOnMap(1);
  }

  @Test
  void a_property_needs_a_street_and_says_so_at_the_field() {
    visitor.signIn(MANAGER).goTo("Properties").link("New property").click();
    visitor.fill("Name", unique("Nowhere"));
    visitor.fill("Street", " ");
    visitor.fill("Latitude", "91");
    visitor.press("Save");

    visitor.isTold("Not saved");
    assertThat(visitor.field("Street")).hasAttribute("aria-invalid", "true");
    assertThat(visitor.field("Latitude")).hasAttribute("aria-invalid", "true");
  }

  @Test
  void who_edits_what_somebody_else_changed_meanwhile_is_told_and_loses_nothing() {
    PortalClient colleague = portal.login(MANAGER);
    String name = unique("Town hall");
    String path = create(colleague, "/api/properties", property(name)).location();
    Answer before = colleague.get(path);
    visitor.signIn(MANAGER).goTo("Properties").find("Search properties", name);
    visitor.link(name).click();
    visitor.turnTo("Edit");
    visitor.fill("Site notes", "Salt only.");
    colleague.put(path, property(name + ", east wing").toString(), before.etag());

    visitor.press("Save");

    visitor.sees("Somebody else changed this meanwhile");
    visitor.seesHeading(name + ", east wing");
    assertThat(visitor.page().getByRole(AriaRole.TEXTBOX, named("Site notes")))
        .hasValue("Salt only.");
    visitor.press("Save what is chosen");
    visitor.sees(name + ", east wing is saved.");
    assertThat(colleague.get(path).json().getString("siteNotes")).isEqualTo("Salt only.");
  }

  @Test
  void a_route_is_planned_and_its_stops_are_put_in_order_with_the_keyboard() {
    PortalClient office = portal.login(MANAGER);
    String street = unique("Stop");
    List<String> stops = List.of(street + " A", street + " B", street + " C");
    stops.forEach(stop -> create(office, "/api/properties", property(stop)));
    String name = unique("Early round");
    visitor.signIn(MANAGER).goTo("Routes");

    visitor.link("New route").click();
    visitor.fill("Name", name);
    visitor.choose("Assigned to", "Casey Crew (Contractor)");
    visitor.fill("Vehicle", "Truck 9");
    stops.forEach(stop -> visitor.search("Add a stop", stop));
    assertThat(visitor.stops()).hasCount(3);
    visitor.button("Move " + stops.get(2) + " up").focus();
    visitor.page().keyboard().press("Alt+ArrowUp");
    visitor.sees(stops.get(2) + " is now stop 2 of 3.");
    visitor.page().keyboard().press("Alt+ArrowUp");
    visitor.sees(stops.get(2) + " is now stop 1 of 3.");
    visitor.press("Save");

    visitor.sees(name + " is saved.");
    visitor.link(name).click();
    visitor.seesHeading(name);
    assertThat(visitor.stops())
        .containsText(new String[] {stops.get(2), stops.get(0), stops.get(1)});
    assertThat(visitor.field("Assigned to")).hasValue("Casey Crew (Contractor)");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "PHONE"})
  void a_winter_event_is_planned_activated_and_closed(EveryScreenIT.Look look) {
    look.of(visitor.page());
    String name = unique("Clipper");
    visitor.signIn(MANAGER).goTo("Winter events");

    visitor.link("New event").click();
    visitor.fill("Name", name);
    visitor.choose("Kind", "Freezing rain");
    visitor.fill(
        "Starts",
        LocalDateTime.now(VERMONT_TIME).minusHours(2).truncatedTo(ChronoUnit.MINUTES).toString());
    visitor.fill("Forecast depth", "7.5");
    visitor.press("Save");
    visitor.sees(name + " is saved.");
    visitor.find("Search winter events", name);
    visitor.link(name).click();
    visitor.seesStatus("Planned");

    visitor.press("Activate");
    visitor.confirm("Activate");
    visitor.seesStatus("Active");
    assertThat(visitor.button("Cancel event")).isHidden();
    visitor.press("Close event");
    visitor.confirm("Close event");

    visitor.seesStatus("Closed");
    assertThat(visitor.button("Delete")).isHidden();
    visitor.link("Edit").click();
    assertThat(visitor.field("Ends")).not().hasValue("");
  }

  @Test
  void the_super_admin_runs_the_night_and_the_manager_downloads_the_companys_file()
      throws IOException {
    PortalClient office = portal.login(MANAGER);
    Instant start = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
    String event = unique("Storm, \"the big one\"");
    create(
        office,
        "/api/winter-events",
        Json.createObjectBuilder()
            .add("name", event)
            .add("kind", "SNOW")
            .add("startsAt", start.toString())
            .build());
    visitor.signIn("root@portal.example").goTo("Report nights");

    visitor.press("Run nightly report");
    visitor.confirm("Run");

    visitor.seesHeading("Manual run for all customers");
    visitor.watchesNightToItsEnd();
    visitor.seesStatus("Completed");
    assertThat(visitor.findsRow("Results", VERMONT)).containsText("Completed");
    visitor.signOut();

    visitor.signIn(MANAGER).goTo("Reports");
    JsonObject run =
        office.get("/api/report-runs").items().stream()
            .filter(made -> made.getString("kind").equals("SEASON_SUMMARY"))
            .findFirst()
            .orElseThrow();
    JsonObject file = run.getJsonArray("files").getJsonObject(0);
    Download download =
        visitor
            .page()
            .waitForDownload(
                () ->
                    visitor
                        .rows("Reports")
                        .filter(new Locator.FilterOptions().setHasText("Season summary"))
                        .first()
                        .getByRole(AriaRole.BUTTON)
                        .first()
                        .click());

    assertThat(download.suggestedFilename()).isEqualTo(file.getString("name"));
    byte[] bytes = Files.readAllBytes(download.path());
    assertThat(sha256(bytes)).isEqualTo(file.getString("sha256"));
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(0)).startsWith("event,kind,status,starts,ends,");
    assertThat(lines).hasSize(1 + run.getInt("rowCount"));
    String local = start.atZone(VERMONT_TIME).toOffsetDateTime().toString();
    assertThat(lines)
        .filteredOn(line -> line.startsWith('"' + event.replace("\"", "\"\"") + '"'))
        .singleElement()
        .asString()
        .contains(",SNOW,PLANNED," + local.substring(0, 16));
  }

  @Test
  void a_crew_sees_only_what_is_assigned_to_it() {
    PortalClient office = portal.login(MANAGER);
    List<String> assigned =
        office.get("/api/routes?limit=200").items().stream()
            .filter(route -> route.getString("memberName", "").equals("Casey Crew"))
            .map(route -> route.getString("name"))
            .toList();
    long stops =
        office.get("/api/routes?limit=200").items().stream()
            .filter(route -> assigned.contains(route.getString("name")))
            .map(route -> office.get("/api/routes/" + route.getString("id")).json())
            .flatMap(route -> route.getJsonArray("stops").getValuesAs(JsonObject.class).stream())
            .map(stop -> stop.getString("propertyId"))
            .distinct()
            .count();

    visitor.signIn(CREW, VERMONT);

    assertThat(visitor.screensOffered())
        .containsExactly("My work", "Properties", "Routes", "Winter events");
    visitor.goTo("Properties");
    visitor.sees(stops + " properties");
    visitor.seesPlacesOnMap((int) stops);
    assertThat(visitor.link("New property")).isHidden();
    visitor.goTo("Routes");
    assertThat(visitor.rows("Routes")).hasCount(assigned.size());
    assertThat(visitor.rows("Routes").locator("td:first-child a").allInnerTexts())
        .containsExactlyInAnyOrderElementsOf(assigned);
    visitor.link(assigned.get(0)).click();
    visitor.seesHeading(assigned.get(0));
    assertThat(visitor.button("Save")).isHidden();
  }

  @Test
  void who_works_for_two_companies_chooses_one_and_switches_to_the_other() {
    String massachusetts = otherCompanyOfCrew();

    visitor.signIn(CREW, VERMONT);
    visitor.seesHeading("My work");
    visitor.switchCompany(massachusetts);

    assertThat(
            visitor
                .page()
                .getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Company: " + massachusetts)))
        .isVisible();
    assertThat(visitor.page()).not().hasURL(Pattern.compile(".*/c/LEGACY001/.*"));
    visitor.seesHeading("My work");
  }

  @Test
  void a_wrong_password_is_told() {
    visitor.open("/").giveCredentials("viewer@vermont.example", "not-the-password");

    visitor.isTold("Not signed in");
    assertThat(visitor.field("E-mail")).hasValue("viewer@vermont.example");
    visitor.giveCredentials("viewer@vermont.example", PortalSystem.PASSWORD);
    visitor.seesMenu();
  }

  @Test
  void the_address_of_a_form_tells_who_may_not_use_it_before_anything_is_typed() {
    visitor
        .open("/c/LEGACY001/properties/new")
        .giveCredentials("viewer@vermont.example", PortalSystem.PASSWORD);

    visitor.seesHeading("This page is not part of your role");
  }

  @Test
  void a_deep_link_survives_the_sign_in_and_a_reload_keeps_the_session() {
    String deep = "/c/LEGACY001/winter-events?status=CLOSED";
    visitor.open(deep).giveCredentials(MANAGER, PortalSystem.PASSWORD);

    visitor.seesHeading("Winter events");
    assertThat(visitor.page()).hasURL(portal.address().resolve(deep).toString());
    visitor.page().reload();

    visitor.seesHeading("Winter events");
    assertThat(visitor.page()).hasURL(portal.address().resolve(deep).toString());
    assertThat(visitor.rows("Winter events").first()).containsText("Closed");
  }

  @Test
  void signing_out_ends_the_other_tab_as_well() {
    visitor.signIn(MANAGER);
    Visitor otherTab = visitor.inAnotherTab().open("/");
    otherTab.seesMenu();

    visitor.signOut();

    otherTab.goTo("Routes");
    otherTab.seesHeading("Sign in");
    otherTab.page().reload();
    otherTab.seesHeading("Sign in");
  }

  @Test
  void a_tab_of_another_company_is_told_so_and_can_switch() {
    visitor.signIn(CREW, VERMONT);
    String massachusetts =
        portal.login(CREW, "LEGACY001").signIn().getJsonArray("memberships").stream()
            .map(membership -> membership.asJsonObject().getString("customerId"))
            .filter(id -> !id.equals("LEGACY001"))
            .findFirst()
            .orElseThrow();

    Visitor otherTab = visitor.inAnotherTab().open("/c/" + massachusetts + "/properties");
    otherTab.seesHeading("You are signed in to another company");
    otherTab.press("Switch to this one");
    otherTab.seesHeading("Properties");

    visitor.page().reload();
    visitor.seesHeading("You are signed in to another company");
    visitor.press("Go to that company");
    visitor.seesHeading("My work");
    assertThat(visitor.page()).hasURL(Pattern.compile(".*/c/" + massachusetts + "/crew"));
  }

  private String otherCompanyOfCrew() {
    return portal.login(CREW, "LEGACY001").signIn().getJsonArray("memberships").stream()
        .map(membership -> membership.asJsonObject().getString("name"))
        .filter(name -> !name.equals(VERMONT))
        .findFirst()
        .orElseThrow();
  }

  /** How many of the manager's properties lie in a part of the map. */
  private int within(String box) {
    PortalClient office = portal.login(MANAGER);
    int count = 0;
    String cursor = "";
    while (true) {
      JsonObject page = office.get("/api/properties?limit=200&bbox=" + box + cursor).json();
      count += page.getJsonArray("items").size();
      if (!page.containsKey("nextCursor")) {
        return count;
      }
      cursor = "&cursor=" + page.getString("nextCursor");
    }
  }

  private int found(String text) {
    return portal
        .login(MANAGER)
        .get("/api/properties?total=true&q=" + text.replace(" ", "%20"))
        .json()
        .getInt("total");
  }

  private static Answer create(PortalClient client, String path, JsonObject body) {
    Answer answer = client.post(path, body.toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  private static JsonObject property(String name) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("street", "1 Main Street")
        .add("city", "Montpelier")
        .add("latitude", 44.26)
        .add("longitude", -72.5754)
        .add("kind", "MUNICIPAL")
        .add("status", "ACTIVE")
        .build();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  /** A name that no other test uses. */
  private static String unique(String name) {
    return name + " " + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
