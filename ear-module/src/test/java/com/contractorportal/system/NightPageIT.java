package com.contractorportal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator watches a night of more customers than one page of the list holds. */
@BrowserTest
class NightPageIT {

  private static final int CUSTOMERS = 60;

  /** No id of a real customer begins so but by a chance of one in 500 million. */
  private static final String PREFIX = "WATCH";

  private final String night = UUID.randomUUID().toString();
  private PortalSystem portal;

  /** Somebody else is at work for a long time: the portal itself leaves this night alone. */
  @BeforeEach
  void a_night_goes_on(PortalSystem system) throws SQLException {
    portal = system;
    run(
        "INSERT INTO report_night (id, kind, as_of, status, customers, started_at)"
            + " VALUES (UNHEX(REPLACE(?, '-', '')), 'MANUAL', UTC_TIMESTAMP(6), 'RUNNING', ?,"
            + " UTC_TIMESTAMP(6))",
        night,
        CUSTOMERS);
    for (int i = 0; i < CUSTOMERS; i++) {
      run(
          "INSERT INTO customer (customer_id, name, status, plan, time_zone, locale, currency,"
              + " created_at, updated_at) VALUES (?, ?, 'CLOSED', 'ENTERPRISE', 'America/New_York',"
              + " 'en-US', 'USD', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
          customer(i),
          name(i));
      run(
          "INSERT INTO report_result (night_id, customer_id, status, attempts, lease_owner,"
              + " lease_until, started_at) VALUES (UNHEX(REPLACE(?, '-', '')), ?, 'RUNNING', 1,"
              + " 'another node', UTC_TIMESTAMP(6) + INTERVAL 1 DAY, UTC_TIMESTAMP(6))",
          night,
          customer(i));
    }
  }

  @AfterEach
  void gone_again() throws SQLException {
    run("DELETE FROM report_result WHERE night_id = UNHEX(REPLACE(?, '-', ''))", night);
    run("DELETE FROM report_night WHERE id = UNHEX(REPLACE(?, '-', ''))", night);
    run("DELETE FROM customer WHERE customer_id LIKE ?", PREFIX + "%");
  }

  @Test
  void what_was_loaded_stays_loaded_and_is_kept_up_to_date_while_the_night_goes_on(Page page)
      throws SQLException {
    Visitor visitor = new Visitor(page).signIn("root@portal.example");
    visitor.open("/console/nights/" + night);
    assertThat(visitor.rows("Results")).hasCount(50);
    visitor.press("Load more");
    assertThat(visitor.rows("Results")).hasCount(CUSTOMERS);
    Locator onSecondPage = row(visitor, CUSTOMERS - 1);
    onSecondPage.scrollIntoViewIfNeeded();
    Object scrolled = page.evaluate("scrollY");

    for (int done = 1; done <= 3; done++) {
      complete(CUSTOMERS - done);
      visitor.sees(done + " of " + CUSTOMERS + " customers done");
      assertThat(row(visitor, CUSTOMERS - done)).containsText("Completed");
      assertThat(visitor.rows("Results")).hasCount(CUSTOMERS);
    }

    assertThat(onSecondPage).isInViewport();
    assertEquals(scrolled, page.evaluate("scrollY"));
  }

  private static Locator row(Visitor visitor, int i) {
    return visitor.rows("Results").filter(new Locator.FilterOptions().setHasText(name(i)));
  }

  private void complete(int i) throws SQLException {
    run(
        "UPDATE report_result SET status = 'COMPLETED', lease_owner = NULL, lease_until = NULL,"
            + " ended_at = UTC_TIMESTAMP(6), row_count = 1, byte_count = 1, version = version + 1"
            + " WHERE night_id = UNHEX(REPLACE(?, '-', '')) AND customer_id = ?",
        night,
        customer(i));
  }

  private static String customer(int i) {
    return PREFIX + (char) ('A' + i / 8) + "A" + (char) ('A' + i % 8) + "A";
  }

  private static String name(int i) {
    return "Watched " + customer(i);
  }

  private void run(String sql, Object... values) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
