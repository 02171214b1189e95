package com.contractorportal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody typed is not lost by a slip. */
@BrowserTest
class UnsavedChangesIT {

  /** A form, and the way to it. */
  enum Form {
    PROPERTY("Properties", "New property", "New property", "Delete property"),
    ROUTE("Routes", "New route", "New route", "Delete route"),
    EVENT("Winter events", "New event", "New winter event", "Delete event");

    private final String list;
    private final String link;
    private final String heading;
    private final String deletion;

    Form(String list, String link, String heading, String deletion) {
      this.list = list;
      this.link = link;
      this.heading = heading;
      this.deletion = deletion;
    }

    /** From the page of a thing to its form. */
    void edit(Visitor visitor) {
      if (this == PROPERTY) {
        visitor.turnTo("Edit");
      } else if (this == EVENT) { // Its page shows its storm.
        visitor.link("Edit").click();
      }
    }

    /** What has to be filled in. */
    void fill(Visitor visitor, String name) {
      visitor.fill("Name", name);
      if (this == PROPERTY) {
        visitor.fill("Street", "1 Main Street");
      } else if (this == EVENT) {
        visitor.fill("Starts", "2026-01-09T04:00");
      }
    }
  }

  private Visitor visitor;
  private Page page;

  @BeforeEach
  void come(Page opened) {
    page = opened;
    visitor = new Visitor(opened).signIn("manager@vermont.example");
  }

  @Test
  void leaving_a_half_filled_form_asks_first() {
    for (Form form : Form.values()) {
      open(form);
      visitor.fill("Name", "Half a name");

      visitor.goTo("Reports");
      stay(form);
      page.goBack();
      stay(form);
      visitor.press("Cancel");
      assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
      page.keyboard().press("Escape");
      stays(form);
      assertThat(questionOnClosingTheTab()).isEqualTo("beforeunload");
      stays(form);

      visitor.goTo("Reports");
      visitor.confirm("Leave");
      visitor.seesHeading("Reports");
    }
  }

  @Test
  void a_form_as_it_was_is_left_without_a_question() {
    for (Form form : Form.values()) {
      open(form);
      visitor.fill("Name", "Half a name");
      visitor.fill("Name", "");
      page.goBack();
      visitor.seesHeading(form.list);
      visitor.rows(form.list).first().getByRole(AriaRole.LINK).click();
      form.edit(visitor);
      assertThat(visitor.button("Save")).isVisible();
      visitor.goTo("Reports");
      visitor.seesHeading("Reports");
    }
    open(Form.PROPERTY);
    page.waitForClose(this::closeTheTab);
  }

  @Test
  void what_is_saved_or_deleted_is_left_without_a_question() {
    for (Form form : Form.values()) {
      String name = "Saved " + UUID.randomUUID().toString().substring(0, 8);
      open(form);
      form.fill(visitor, name);
      visitor.press("Save");
      visitor.sees(name + " is saved.");
      visitor.seesHeading(form.list);
      visitor.find("Search " + form.list.toLowerCase(Locale.ROOT), name);
      visitor.link(name).click();
      visitor.seesHeading(name);
      if (form != Form.EVENT) { // Whose form is a page of its own.
        form.edit(visitor);
        visitor.fill("Name", "Changed, and then not wanted at all");
      }

      visitor.press("Delete");
      visitor.confirm(form.deletion);

      visitor.sees(name + " is deleted.");
      visitor.seesHeading(form.list);
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }
  }

  @Test
  void what_was_typed_outlives_a_broken_network_and_a_session_that_ended(PortalSystem portal) {
    String name = "Kept " + UUID.randomUUID().toString().substring(0, 8);
    open(Form.PROPERTY);
    Form.PROPERTY.fill(visitor, name);
    visitor.fill("Site notes", "Gate code 4711");
    String form = page.url();

    page.context().setOffline(true);
    visitor.press("Save");
    visitor.isTold("Not saved");
    assertThat(visitor.field("Site notes")).hasValue("Gate code 4711");
    page.context().setOffline(false);

    endSessionOf(portal);
    visitor.press("Save");
    visitor.giveCredentials("manager@vermont.example", PortalSystem.PASSWORD);
    visitor.sees("What you typed is here again");
    assertThat(page).hasURL(form);
    assertThat(visitor.field("Site notes")).hasValue("Gate code 4711");
    visitor.press("Save");
    visitor.sees(name + " is saved.");
  }

  /** As from another device: the browser hears of it by its next request. */
  private void endSessionOf(PortalSystem portal) {
    PortalClient elsewhere = portal.login("manager@vermont.example");
    for (JsonObject session : elsewhere.get("/api/auth/sessions").items()) {
      if (!session.getBoolean("current") && session.getString("browser").contains("Chrom")) {
        elsewhere.send("DELETE", "/api/auth/sessions/" + session.getString("id"), null, "");
      }
    }
  }

  private void open(Form form) {
    visitor.goTo(form.list).link(form.link).click();
    visitor.seesHeading(form.heading);
  }

  private void stay(Form form) {
    visitor.confirm("Stay");
    stays(form);
  }

  private void stays(Form form) {
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    assertThat(page).hasURL(Pattern.compile(".*/new"));
    visitor.seesHeading(form.heading);
    assertThat(visitor.field("Name")).hasValue("Half a name");
  }

  private String questionOnClosingTheTab() {
    AtomicReference<String> asked = new AtomicReference<>();
    page.onceDialog(
        dialog -> {
          asked.set(dialog.type());
          dialog.dismiss();
        });
    closeTheTab();
    page.waitForCondition(() -> asked.get() != null);
    return asked.get();
  }

  private void closeTheTab() {
    page.close(new Page.CloseOptions().setRunBeforeUnload(true));
  }
}
