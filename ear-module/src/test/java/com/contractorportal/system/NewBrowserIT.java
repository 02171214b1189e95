package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People are told by mail when somebody signs in from a browser that is new to their account. */
@ExtendWith(PortalExtension.class)
class NewBrowserIT {

  private static final String NAME = "portal_browser";

  private PortalSystem portal;
  private NewCompany company;
  private String address;

  @BeforeEach
  void somebody_whose_address_is_proven(PortalSystem running) throws SQLException {
    portal = running;
    company = NewCompany.in(portal);
    address = company.manager();
    write(
        "UPDATE account SET email_proven_at = UTC_TIMESTAMP() - INTERVAL 1 DAY WHERE email = ?",
        address);
  }

  @Test
  void the_first_sign_in_from_a_browser_is_told_and_the_next_is_not() throws SQLException {
    Answer first = login(address, "none");
    HttpCookie browser = browser(first);
    assertThat(letters(address)).isEqualTo(1);
    assertThat(first.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith(NAME))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Strict", "Path=/api/auth");

    Answer again = login(address, browser.getValue());

    assertThat(browser(again).getValue()).isEqualTo(browser.getValue());
    assertThat(letters(address)).isEqualTo(1);
    login(address, "A".repeat(43));
    assertThat(letters(address)).isEqualTo(2);
  }

  @Test
  void a_browser_known_to_one_person_is_new_to_another() throws SQLException {
    String other = company.hire(portal, "VIEWER");
    write(
        "UPDATE account SET email_proven_at = UTC_TIMESTAMP() - INTERVAL 1 DAY WHERE email = ?",
        other);
    String browser = browser(login(address, "none")).getValue();

    login(other, browser);

    assertThat(letters(other)).isEqualTo(1);
  }

  @Test
  void nothing_goes_to_an_address_that_is_not_proven_nor_to_who_has_just_joined()
      throws SQLException {
    String unproven = company.hire(portal, "VIEWER");
    login(unproven, "none");
    assertThat(letters(unproven)).isZero();

    write("UPDATE account SET email_proven_at = UTC_TIMESTAMP() WHERE email = ?", unproven);
    login(unproven, "none");
    assertThat(letters(unproven)).isZero();
  }

  private Answer login(String email, String browser) {
    Answer answer =
        portal
            .stranger()
            .post(
                "/api/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PortalSystem.PASSWORD),
                "Cookie",
                NAME + "=" + browser,
                "User-Agent",
                "Mozilla/5.0 (see https://evil.example) Firefox/1");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer;
  }

  private static HttpCookie browser(Answer answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .flatMap(header -> HttpCookie.parse("Set-Cookie: " + header).stream())
        .filter(cookie -> cookie.getName().equals(NAME))
        .findFirst()
        .orElseThrow();
  }

  private long letters(String recipient) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT COUNT(*), SUM(body LIKE '%evil%') FROM outgoing_mail"
                    + " WHERE recipient = ? AND subject LIKE '%new browser'")) {
      statement.setString(1, recipient);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        assertThat(row.getLong(2)).isZero();
        return row.getLong(1);
      }
    }
  }

  private void write(String sql, String value) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
