package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has a second factor gets in by it only, and where it is required nobody works without. */
@ExtendWith(PortalExtension.class)
class SecondFactorIT {

  private static final String FACTOR = "/api/auth/second-factor";

  private static final String MINE = "account_id = (SELECT id FROM account WHERE email = '";

  private PortalSystem portal;
  private NewCompany company;
  private String address;
  private PortalClient person;

  @BeforeEach
  void an_administrator(PortalSystem running) {
    portal = running;
    company = NewCompany.in(portal);
    address = company.hire(portal, "ADMIN");
    person = portal.login(address);
  }

  @Test
  void the_password_alone_opens_nothing_and_tells_no_company() {
    PortalClient elsewhere = portal.login(address);
    Authenticator phone = setUp();

    assertThat(elsewhere.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(person.get("/api/auth/me").status()).isEqualTo(200);
    PortalClient browser = portal.stranger();
    JsonObject half = browser.post("/api/auth/login", credentials()).json();
    assertThat(half.keySet()).doesNotContain("accessToken", "customer");
    assertThat(half.getJsonArray("memberships")).isEmpty();
    assertThat(browser.refreshCookie()).isEmpty();
    String challenge = half.getJsonObject("secondFactor").getString("challenge");

    assertThat(show(browser, challenge, phone.old()).status()).isEqualTo(401);
    Answer in = show(browser, challenge, phone.next());

    assertThat(in.status()).as(in.toString()).isEqualTo(200);
    browser.use(in);
    assertThat(browser.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(browser.refreshCookie()).isPresent();
    assertThat(show(portal.stranger(), challenge, phone.next()).status()).isEqualTo(401);
  }

  @Test
  void a_code_is_good_once_however_many_use_it_at_the_same_moment() throws Exception {
    Authenticator phone = setUp();
    String code = phone.next();
    List<String> challenges = List.of(challenge(), challenge(), challenge(), challenge());
    ExecutorService people = Executors.newFixedThreadPool(challenges.size());
    try {
      List<Future<Answer>> asked =
          people.invokeAll(
              challenges.stream()
                  .<Callable<Answer>>map(one -> () -> show(portal.stranger(), one, code))
                  .toList());
      int let = 0;
      for (Future<Answer> answer : asked) {
        let += answer.get().status() == 200 ? 1 : 0;
      }
      assertThat(let).isEqualTo(1);
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void a_code_is_used_up_by_who_asks_for_a_company_that_is_not_theirs() {
    Authenticator phone = setUp();
    String code = phone.next();
    String challenge = challenge();

    Answer elsewhere =
        portal
            .stranger()
            .post(
                FACTOR,
                "{\"challenge\":\"%s\",\"code\":\"%s\",\"customerId\":\"%s\"}"
                    .formatted(challenge, code, NewCompany.in(portal).customerId()));

    assertThat(elsewhere.status()).as(elsewhere.toString()).isEqualTo(403);
    assertThat(show(portal.stranger(), challenge(), code).status()).isEqualTo(401);
    assertThat(
            portal.stranger().post(FACTOR, "{\"challenge\":\"%s\"}".formatted(challenge)).status())
        .as("the sign-in that the code was for goes on")
        .isEqualTo(200);
  }

  @Test
  void a_recovery_code_stands_in_once() {
    JsonObject codes = confirmed(enrolled());
    assertThat(codes.getJsonArray("recoveryCodes")).hasSize(10);
    String code =
        codes.getJsonArray("recoveryCodes").getValuesAs(JsonString.class).get(3).getString();
    String typed = code.replace("-", " ").toLowerCase(Locale.ROOT);

    assertThat(show(portal.stranger(), challenge(), typed).status()).isEqualTo(200);
    assertThat(show(portal.stranger(), challenge(), code).status()).isEqualTo(401);
    assertThat(person.get(FACTOR).json().getInt("recoveryCodes")).isEqualTo(9);
  }

  @Test
  void where_the_secret_cannot_be_read_recovery_codes_still_let_in() {
    Authenticator phone = enrolled();
    String code = confirmed(phone).getJsonArray("recoveryCodes").getString(0);
    write("UPDATE second_factor SET secret = REVERSE(secret) WHERE " + MINE + address + "')");

    Answer refused = show(portal.stranger(), challenge(), phone.next());
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/second-factor-unreadable");
    assertThat(show(portal.stranger(), challenge(), code).status()).isEqualTo(200);
  }

  @Test
  void wrong_codes_lock_the_factor_though_the_password_is_right() {
    Authenticator phone = setUp();

    for (int i = 0; i < 10; i++) {
      assertThat(show(portal.stranger(), challenge(), phone.old()).status()).isEqualTo(401);
    }

    assertThat(show(portal.stranger(), challenge(), phone.next()).status()).isEqualTo(401);
    write("UPDATE second_factor SET locked_until = NULL WHERE " + MINE + address + "')");
    assertThat(show(portal.stranger(), challenge(), phone.next()).status()).isEqualTo(200);
  }

  @Test
  void a_sign_in_waits_five_minutes_and_not_past_a_change_of_the_password() {
    Authenticator phone = setUp();
    String late = challenge();
    write(
        "UPDATE sign_in_challenge SET expires_at = expires_at - INTERVAL 5 MINUTE WHERE "
            + MINE
            + address
            + "')");
    assertThat(show(portal.stranger(), late, phone.next()).status()).isEqualTo(401);

    String overtaken = challenge();
    Answer changed =
        person.post(
            "/api/auth/password",
            "{\"currentPassword\":\"%s\",\"newPassword\":\"rime-grader-harbour-7\"}"
                .formatted(PortalSystem.PASSWORD));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
    assertThat(show(portal.stranger(), overtaken, phone.next()).status()).isEqualTo(401);
  }

  @Test
  void who_works_for_several_shows_the_code_once_and_chooses_then() {
    NewCompany other = NewCompany.in(portal);
    write(
        "INSERT INTO membership (account_id, customer_id, role, active, created_at, updated_at)"
            + " SELECT id, '%s', 'VIEWER', TRUE, UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM account"
                .formatted(other.customerId())
            + " WHERE email = '"
            + address
            + "'");
    Authenticator phone = setUp();
    String challenge = challenge();

    JsonObject undecided = show(portal.stranger(), challenge, phone.next()).json();
    assertThat(undecided.keySet()).doesNotContain("accessToken");
    assertThat(undecided.getJsonArray("memberships")).hasSize(2);

    Answer in =
        portal
            .stranger()
            .post(
                FACTOR,
                "{\"challenge\":\"%s\",\"customerId\":\"%s\"}"
                    .formatted(challenge, other.customerId()));
    assertThat(in.json().getJsonObject("customer").getString("role")).isEqualTo("VIEWER");
  }

  @Test
  void where_it_is_required_a_session_without_it_reaches_only_the_set_up() {
    String viewer = company.hire(portal, "VIEWER");
    PortalClient without = portal.login(viewer);
    assertThat(without.get("/api/properties").status()).isEqualTo(200);
    Authenticator phone = setUp();

    require(true);

    Answer refused = without.get("/api/properties");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/second-factor-required");
    for (String path : List.of("/api/auth/sessions", "/api/members", "/api/settings")) {
      assertThat(without.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(without.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(portal.login(viewer).signIn().getBoolean("mustSetUpSecondFactor")).isTrue();
    assertThat(person.get("/api/properties").status()).isEqualTo(200);
    assertThat(remove(person, phone.next()).json().getString("type"))
        .isEqualTo("/problems/second-factor-is-required");

    confirmed(enrolled(without), without);
    assertThat(without.get("/api/properties").status()).isEqualTo(200);
    without.use(without.post("/api/auth/refresh", "{}"));
    assertThat(without.signIn().getBoolean("mustSetUpSecondFactor")).isFalse();
    assertThat(without.get("/api/properties").status()).isEqualTo(200);
  }

  @Test
  void setting_up_and_removing_need_the_password_and_a_code() {
    assertThat(person.post(FACTOR + "/enrolment", "{\"password\":\"wrong\"}").status())
        .isEqualTo(400);
    Authenticator phone = enrolled();
    assertThat(person.post(FACTOR + "/confirmation", code(phone.old())).status()).isEqualTo(400);
    assertThat(portal.login(address).signIn().keySet()).contains("accessToken");
    confirmed(phone);
    assertThat(person.post(FACTOR + "/enrolment", password()).status()).isEqualTo(409);

    assertThat(remove(person, phone.old()).status()).isEqualTo(400);
    assertThat(remove(person, phone.next()).status()).isEqualTo(204);

    assertThat(portal.login(address).signIn().keySet()).contains("accessToken");
    assertThat(number("SELECT COUNT(*) FROM recovery_code WHERE " + MINE + address + "')"))
        .isZero();
  }

  private Authenticator setUp() {
    Authenticator phone = enrolled();
    confirmed(phone);
    return phone;
  }

  private Authenticator enrolled() {
    return enrolled(person);
  }

  private Authenticator enrolled(PortalClient who) {
    Answer answer = who.post(FACTOR + "/enrolment", password());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().getString("uri"))
        .startsWith("otpauth://totp/Contractor%20Portal:")
        .contains("secret=" + answer.json().getString("secret"));
    return new Authenticator(answer.json().getString("secret"));
  }

  private JsonObject confirmed(Authenticator phone) {
    return confirmed(phone, person);
  }

  private JsonObject confirmed(Authenticator phone, PortalClient who) {
    Answer answer = who.post(FACTOR + "/confirmation", code(phone.now()));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private void require(boolean required) {
    String rule = "/api/customer/second-factor";
    Answer answer = person.put(rule, "{\"required\":" + required + "}", person.get(rule).etag());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  private String challenge() {
    Answer answer = portal.stranger().post("/api/auth/login", credentials());
    return answer.json().getJsonObject("secondFactor").getString("challenge");
  }

  private static Answer show(PortalClient who, String challenge, String code) {
    return who.post(
        FACTOR,
        Json.createObjectBuilder()
            .add("challenge", challenge)
            .add("code", code)
            .build()
            .toString());
  }

  private static Answer remove(PortalClient who, String code) {
    return who.post(
        FACTOR + "/removal",
        Json.createObjectBuilder()
            .add("password", PortalSystem.PASSWORD)
            .add("code", code)
            .build()
            .toString());
  }

  private String credentials() {
    JsonObjectBuilder body = Json.createObjectBuilder().add("email", address);
    return body.add("password", PortalSystem.PASSWORD).build().toString();
  }

  private static String password() {
    return "{\"password\":\"" + PortalSystem.PASSWORD + "\"}";
  }

  private static String code(String code) {
    return "{\"code\":\"" + code + "\"}";
  }

  private void write(String sql) {
    try (Connection connection = portal.database();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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
