package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who forgot their password gets in by their mail, and nobody else by it. */
@ExtendWith(PortalExtension.class)
@Tag("any-database")
class PasswordResetIT {

  private static final String RESETS = "/api/auth/password-resets";
  private static final String CHOSEN = "rime-grader-harbour-7";

  private static final String WAITING =
      "SELECT COUNT(*) FROM password_reset WHERE settled_at IS NULL";

  private static final String OF = " JOIN account a ON a.id = r.account_id WHERE a.email = '";

  private PortalSystem portal;
  private Letters letters;
  private NewCompany company;
  private String address;

  @BeforeEach
  void somebody_whose_address_is_proven(PortalSystem running) throws SQLException {
    portal = running;
    letters = new Letters(portal);
    company = NewCompany.in(portal);
    address = company.manager();
    write("UPDATE account SET email_proven_at = UTC_TIMESTAMP() WHERE email = '" + address + "'");
  }

  @Test
  void the_mailed_link_sets_a_new_password_once_and_ends_all_sessions() {
    PortalClient before = portal.login(address);
    assertThat(ask(address.toUpperCase(Locale.ROOT)).status()).isEqualTo(202);
    String token = letters.resetToken(address, 1);

    assertThat(portal.stranger().get(RESETS + "/" + token).json().getString("email"))
        .isEqualTo(address);
    Answer weak = reset(token, "password1234");
    assertThat(weak.status()).as(weak.toString()).isEqualTo(400);
    assertThat(reset(token, CHOSEN).status()).isEqualTo(204);

    assertThat(reset(token, "another-" + CHOSEN).status()).isEqualTo(404);
    assertThat(portal.stranger().get(RESETS + "/" + token).status()).isEqualTo(404);
    assertThat(before.get("/api/properties").status()).isEqualTo(401);
    assertThat(before.post("/api/auth/refresh", "{}").status()).isEqualTo(401);
    assertThat(login(address, PortalSystem.PASSWORD).status()).isEqualTo(401);
    assertThat(login(address, CHOSEN).status()).isEqualTo(200);
  }

  @Test
  void who_works_for_a_company_in_quebec_is_written_to_in_french() throws SQLException {
    write(
        "UPDATE customer SET locale = 'fr-CA' WHERE customer_id = '" + company.customerId() + "'");

    ask(address);

    assertThat(letters.first(address)).startsWith("Bonjour ").contains("/reset#");
  }

  @Test
  void nobody_learns_whether_an_address_has_an_account() throws SQLException {
    Answer known = ask(address);
    Answer unknown = ask(UUID.randomUUID() + "@nowhere.example");

    assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
    assertThat(unknown.body()).isEqualTo(known.body()).isEmpty();
    assertThat(headers(unknown)).isEqualTo(headers(known));
    letters.resetToken(address, 1);
    Soon.see("all is settled", () -> number(WAITING) == 0);
    assertThat(number("SELECT COUNT(*) FROM password_reset WHERE email IS NOT NULL")).isZero();
  }

  /** Else whoever opens an account with another's address could wait for its owner's reset. */
  @Test
  void an_account_whose_address_is_not_proven_gets_no_link_and_stays_what_it_is() throws Exception {
    String unproven = company.hire(portal, "VIEWER");
    String own = company.hire(portal, "ADMIN");
    write(
        "UPDATE account SET customer_id = '%s', everybodys = NULL, email_proven_at = NULL"
                .formatted(company.customerId())
            + " WHERE email = '"
            + own
            + "'");

    for (String one : List.of(unproven, own, "root@portal.example")) {
      assertThat(ask(one).status()).isEqualTo(202);
    }

    Soon.see("all is settled", () -> number(WAITING) == 0);
    assertThat(
            number(
                "SELECT COUNT(*) FROM password_reset r JOIN account a ON a.id = r.account_id"
                    + " WHERE a.email IN ('%s', '%s', 'root@portal.example')"
                        .formatted(unproven, own)))
        .isZero();
    assertThat(
            number(
                "SELECT COUNT(*) FROM account WHERE email = '"
                    + own
                    + "' AND customer_id IS NOT NULL AND email_proven_at IS NULL"))
        .isEqualTo(1);
  }

  @Test
  void an_address_gets_three_letters_an_hour_at_most() throws SQLException {
    for (int i = 0; i < 5; i++) {
      assertThat(ask(address).status()).isEqualTo(202);
    }

    Soon.see("all is settled", () -> number(WAITING) == 0);
    assertThat(number("SELECT COUNT(*) FROM password_reset r" + OF + address + "'")).isEqualTo(3);
  }

  /** As they are left when none of several has seen the others yet. */
  @Test
  void who_asks_many_times_at_the_same_moment_gets_no_more_letters() throws SQLException {
    for (int i = 0; i < 5; i++) {
      write(
          "INSERT INTO password_reset (id, email, address_hash, request_id, created_at)"
              + " VALUES (UNHEX(REPLACE(UUID(), '-', '')), '%1$s', UNHEX(SHA2('%1$s', 256)), 'at once', UTC_TIMESTAMP(6))"
                  .formatted(address));
    }

    Soon.see("all is settled", () -> number(WAITING) == 0);
    assertThat(number("SELECT COUNT(*) FROM password_reset r" + OF + address + "'")).isEqualTo(3);
  }

  @Test
  void of_two_who_follow_the_links_at_once_one_sets_the_password() throws Exception {
    ask(address);
    ask(address);
    String first = letters.resetToken(address, 1);
    String second = letters.resetToken(address, 2);

    List<Answer> answers =
        atOnce(() -> reset(first, CHOSEN), () -> reset(second, "other-" + CHOSEN));

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 404);
  }

  @Test
  void a_link_ends_after_half_an_hour_and_with_the_password_it_was_to_replace() throws Exception {
    ask(address);
    String late = letters.resetToken(address, 1);
    write(
        "UPDATE password_reset r JOIN account a ON a.id = r.account_id"
            + " SET r.expires_at = r.expires_at - INTERVAL 30 MINUTE WHERE a.email = '"
            + address
            + "'");
    assertThat(reset(late, CHOSEN).status()).isEqualTo(404);

    ask(address);
    String replaced = letters.resetToken(address, 2);
    PortalClient person = portal.login(address);
    Answer changed =
        person.post(
            "/api/auth/password",
            Json.createObjectBuilder()
                .add("currentPassword", PortalSystem.PASSWORD)
                .add("newPassword", CHOSEN)
                .build()
                .toString());
    assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
    assertThat(reset(replaced, "other-" + CHOSEN).status()).isEqualTo(404);
  }

  private Answer ask(String email) {
    return portal
        .stranger()
        .post(RESETS, Json.createObjectBuilder().add("email", email).build().toString());
  }

  private Answer reset(String token, String password) {
    return portal
        .stranger()
        .post(
            RESETS + "/" + token,
            Json.createObjectBuilder().add("password", password).build().toString());
  }

  private Answer login(String email, String password) {
    return portal
        .stranger()
        .post(
            "/api/auth/login",
            Json.createObjectBuilder()
                .add("email", email)
                .add("password", password)
                .build()
                .toString());
  }

  private static TreeSet<String> headers(Answer answer) {
    TreeSet<String> names = new TreeSet<>(answer.headers().map().keySet());
    names.remove("date");
    return names;
  }

  private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other)
      throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      List<Future<Answer>> asked = people.invokeAll(List.of(one, other));
      return List.of(asked.get(0).get(), asked.get(1).get());
    } finally {
      people.shutdownNow();
    }
  }

  private void write(String sql) throws SQLException {
    try (Connection connection = portal.database();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    }
  }

  private long number(String sql) {
    try (Connection connection = portal.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
