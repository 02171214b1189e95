package com.contractorportal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Someone at a browser, and what they do and see in the portal. */
final class Visitor {

  private final Page page;

  Visitor(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  /** The same person in another tab. */
  Visitor inAnotherTab() {
    return new Visitor(page.context().newPage());
  }

  Visitor open(String path) {
    page.navigate(path);
    return this;
  }

  /** Fills in the form that asks for e-mail and password. */
  void giveCredentials(String email, String password) {
    seesHeading("Sign in");
    fill("E-mail", email);
    fill("Password", password);
    press("Sign in");
  }

  /** Signs in at the front page, and waits for the start screen. */
  Visitor signIn(String email) {
    open("/").giveCredentials(email, PortalSystem.PASSWORD);
    seesMenu();
    return this;
  }

  /** Signs in a person of several companies at one of them. */
  Visitor signIn(String email, String company) {
    open("/").giveCredentials(email, PortalSystem.PASSWORD);
    seesHeading("Choose a company");
    chooseCompany(company);
    seesMenu();
    return this;
  }

  void chooseCompany(String company) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(company)).click();
  }

  void switchCompany(String company) {
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Company: .*")))
        .click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(company)).click();
  }

  void signOut() {
    press("Your account");
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out")).click();
    seesHeading("Sign in");
  }

  /** Goes to a screen of the main navigation, which a phone shows when it is asked to. */
  Visitor goTo(String screen) {
    if (button("Open navigation").isVisible()) {
      press("Open navigation");
    }
    menu().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(screen)).click();
    return this;
  }

  List<String> screensOffered() {
    return menu().getByRole(AriaRole.LINK).allInnerTexts();
  }

  private Locator menu() {
    return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"));
  }

  /** The account's button stands on every screen of those who are signed in. */
  void seesMenu() {
    assertThat(button("Your account")).isVisible();
  }

  void press(String button) {
    button(button).click();
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Turns to another part of what the page is about. */
  void turnTo(String tab) {
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(tab).setExact(true)).click();
  }

  /**
   * Takes something with the mouse and lets it go in the middle of something else.
   *
   * @param sign what shows that it would be taken there
   */
  void drag(Locator taken, Locator target, Locator sign) {
    BoundingBox there = target.boundingBox(); // It may give way.
    moveTo(taken.boundingBox(), 1);
    page.mouse().down();
    moveTo(there, 5);
    // What is measured after the drag has begun counts from the next move on.
    page.waitForCondition(
        () -> {
          moveTo(there, 2);
          return sign.count() > 0;
        });
    page.mouse().up();
  }

  private void moveTo(BoundingBox box, int steps) {
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    page.mouse().move(x + 1, y);
    page.mouse().move(x, y, new Mouse.MoveOptions().setSteps(steps));
  }

  /** Answers the question that stands over the screen. */
  void confirm(String answer) {
    Locator question = page.getByRole(AriaRole.DIALOG);
    question
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(answer).setExact(true))
        .click();
    assertThat(question).isHidden();
  }

  Locator field(String label) {
    return page.locator("input, textarea").and(page.getByLabel(label)).first();
  }

  void fill(String label, String value) {
    field(label).fill(value);
  }

  /** Chooses from a field that opens a list. */
  void choose(String label, String option) {
    field(label).click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option)).first().click();
  }

  /** Types into a field that searches, and takes what is found. */
  void search(String label, String text) {
    fill(label, text);
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(text)).click();
  }

  void find(String label, String text) {
    fill(label, text);
    assertThat(page).hasURL(Pattern.compile(".*[?&]q=.+"));
  }

  void offerFile(String name, String content) {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
  }

  void seesHeading(String heading) {
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading).setExact(true)))
        .isVisible();
  }

  /** In one look, as what is shown may give way to something else meanwhile. */
  void seesNothingLoading() {
    page.waitForFunction(
        """
        () => !document.querySelector('[aria-label^=Loading]')
          && [...document.querySelectorAll('.portal-map')].every(map => map.textContent.includes('Outlines:'))""");
  }

  void sees(String text) {
    assertThat(page.getByText(text).first()).isVisible();
  }

  /** Sees a status in words, in the badge that goes with the heading or the progress. */
  void seesStatus(String status) {
    assertThat(
            page.locator("main")
                .getByText(status, new Locator.GetByTextOptions().setExact(true))
                .first())
        .isVisible();
  }

  void isTold(String message) {
    assertThat(
            page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText(message)))
        .isVisible();
  }

  /** Watches a night to its end, which takes long on a busy machine. */
  void watchesNightToItsEnd() {
    assertThat(page.getByText(Pattern.compile("^(\\d+) of \\1 customers done$")))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
    assertThat(page.getByText(Pattern.compile("^Took "))).isVisible();
  }

  /** Sees a number with its name below. */
  void seesCount(String name, int count) {
    assertThat(
            page.getByText(name, new Page.GetByTextOptions().setExact(true))
                .locator("xpath=self::p/preceding-sibling::p"))
        .hasText(String.valueOf(count));
  }

  Locator table(String name) {
    return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(name));
  }

  /** The rows of a table, without its head; of a long one those near what is in view. */
  Locator rows(String table) {
    return table(table).locator("tbody:not([aria-hidden]) tr");
  }

  /** Loads a table on until it shows a row with this text, or has no more. */
  Locator findsRow(String table, String text) {
    Locator row = rows(table).filter(new Locator.FilterOptions().setHasText(text));
    Locator more = button("Load more");
    while (row.count() == 0 && more.isVisible()) {
      int shown = rows(table).count();
      more.click();
      assertThat(rows(table)).not().hasCount(shown);
    }
    return row;
  }

  Locator stops() {
    return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Stops"))
        .getByRole(AriaRole.LISTITEM);
  }

  /** Sees so many places on the map, counting those that are gathered. */
  void seesPlacesOnMap(int count) {
    page.waitForFunction(
        """
        count => {
          const gathered = [...document.querySelectorAll('.portal-cluster span:first-child')];
          const single = document.querySelectorAll('.portal-marker').length;
          return gathered.reduce((sum, each) => sum + Number(each.textContent), single) === count;
        }""",
        count);
  }
}
