package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People come, change and go; each test has a company of its own, and letters are really sent. */
@ExtendWith(PortalExtension.class)
@Tag("any-database")
class MembersIT {

  private final String address = UUID.randomUUID() + "@members.example";

  private PortalSystem portal;
  private String company;
  private PortalClient admin;

  @BeforeEach
  void an_administrator_of_a_new_company(PortalSystem running) throws SQLException {
    portal = running;
    NewCompany made = NewCompany.in(portal);
    company = made.customerId();
    write("UPDATE membership SET role = 'ADMIN' WHERE customer_id = '" + company + "'");
    admin = portal.login(made.manager());
  }

  @Test
  void who_is_invited_gets_a_letter_whose_link_lets_them_in_once() throws Exception {
    Answer invited = invite(address, "CONTRACTOR");
    assertThat(invited.status()).as(invited.toString()).isEqualTo(201);
    assertThat(invited.json().getString("status")).isEqualTo("INVITED");
    assertThat(invited.json().getJsonObject("invitation").keySet()).containsExactly("expiresAt");

    String token = tokenMailed(address);
    JsonObject invitation = portal.stranger().get("/api/invitations/" + token).json();
    assertThat(invitation.getString("customerName")).isEqualTo("New Company");
    assertThat(invitation.getString("email")).isEqualTo(address);
    assertThat(invitation.getBoolean("needsPassword")).isTrue();
    assertThat(accept(token, "{}").status()).isEqualTo(400);
    assertThat(accept(token, "{\"password\":\"short\"}").status()).isEqualTo(400);

    assertThat(accept(token, password()).status()).isEqualTo(200);

    assertThat(accept(token, password()).status()).isEqualTo(404);
    assertThat(portal.stranger().get("/api/invitations/" + token).status()).isEqualTo(404);
    PortalClient member = portal.login(address);
    assertThat(member.customerId()).isEqualTo(company);
    assertThat(member.get("/api/settings").status()).isEqualTo(200);
    assertThat(admin.get(invited.location()).json().getString("status")).isEqualTo("ACTIVE");
    assertThat(admin.get("/api/audit?action=join").items())
        .anyMatch(entry -> entry.getString("actorId", "").equals(invited.createdId()));
    Answer joined = admin.post(invited.location() + "/invitation");
    assertThat(joined.status()).isEqualTo(409);
    assertThat(joined.json().getString("type")).isEqualTo("/problems/member-has-joined");
  }

  @Test
  void the_link_sent_again_replaces_the_one_before() throws Exception {
    Answer invited = invite(address, "VIEWER");
    String first = tokenMailed(address);

    assertThat(admin.post(invited.location() + "/invitation").status()).isEqualTo(200);

    String second = tokenMailed(address, 2);
    assertThat(portal.stranger().get("/api/invitations/" + first).status()).isEqualTo(404);
    assertThat(portal.stranger().get("/api/invitations/" + second).status()).isEqualTo(200);
  }

  /** Replacing and withdrawing hold the account, and then its invitations; so does following. */
  @Test
  void a_link_that_is_replaced_while_somebody_follows_it_does_not_let_them_in() throws Exception {
    String token = join(address, "VIEWER");
    CompletableFuture<Answer> followed;
    try (Connection replacing = portal.database();
        Statement statement = replacing.createStatement()) {
      replacing.setAutoCommit(false);
      statement.executeQuery("SELECT id FROM account WHERE email = '" + address + "' FOR UPDATE");
      followed = CompletableFuture.supplyAsync(() -> accept(token, password()));
      Soon.see("somebody waits for the account", portal::somebodyWaits);
      assertThat(
              statement.executeUpdate(
                  "UPDATE invitation SET revoked_at = UTC_TIMESTAMP() WHERE customer_id = '"
                      + company
                      + "'"))
          .isEqualTo(1);
      replacing.commit();
    }

    assertThat(followed.get().status()).as(followed.get().toString()).isEqualTo(404);
  }

  @Test
  void inviting_tells_nobody_whether_the_address_has_an_account_elsewhere() throws Exception {
    Answer known = invite("manager@connecticut.example", "VIEWER");
    Answer unknown = invite(address, "VIEWER");

    assertThat(shape(known)).isEqualTo(shape(unknown));
    assertThat(shape(admin.get(known.location()))).isEqualTo(shape(admin.get(unknown.location())));
  }

  @Test
  void an_account_that_exists_keeps_its_password_and_joins_by_the_mailed_link() throws Exception {
    accept(join(address, "VIEWER"), password());
    NewCompany other = NewCompany.in(portal);
    write("UPDATE membership SET role = 'ADMIN' WHERE customer_id = '" + other.customerId() + "'");
    PortalClient otherAdmin = portal.login(other.manager());
    Answer invited =
        otherAdmin.post("/api/members", member(address, "MANAGER"), "Idempotency-Key", "once");
    assertThat(invited.status()).isEqualTo(201);
    String token = tokenMailed(address, 2);
    assertThat(
            portal.stranger().get("/api/invitations/" + token).json().getBoolean("needsPassword"))
        .isFalse();

    Answer taken = accept(token, "{\"password\":\"taken over by an attacker\"}");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.json().getString("type")).isEqualTo("/problems/password-is-chosen");
    assertThat(accept(token, "{}").status()).isEqualTo(200);

    PortalClient person = portal.login(address, other.customerId());
    assertThat(person.signIn().getJsonArray("memberships")).hasSize(2);
    assertThat(person.signIn().getJsonObject("customer").getString("role")).isEqualTo("MANAGER");
    JsonObject seen = otherAdmin.get(invited.location()).json();
    assertThat(seen.getString("status")).isEqualTo("ACTIVE");
    assertThat(otherAdmin.get("/api/audit?action=join").items())
        .as("as of anybody who joins")
        .hasSize(1)
        .allMatch(entry -> entry.getString("actorId").equals(seen.getString("id")));
    Answer again =
        otherAdmin.post("/api/members", member(address, "MANAGER"), "Idempotency-Key", "once");
    assertThat(again.location()).isEqualTo(invited.location());
    assertThat(otherAdmin.post("/api/members", member(address, "MANAGER")).json().getString("type"))
        .isEqualTo("/problems/member-exists");
  }

  @Test
  void an_operator_joins_no_company() throws Exception {
    String operator = "operator-" + address;
    write(
        "INSERT INTO account (id, email, password_hash, display_name, super_admin, failed_logins,"
            + " created_at, updated_at) SELECT UNHEX(REPLACE(UUID(), '-', '')), '"
            + operator
            + "', password_hash, 'Ole Operator', TRUE, 0, created_at, updated_at FROM account"
            + " WHERE email = 'manager@vermont.example'");

    try {
      Answer refused = accept(join(operator, "VIEWER"), "{}");

      assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
      assertThat(refused.json().getString("type")).isEqualTo("/problems/operator-belongs-nowhere");
    } finally {
      write("UPDATE account SET super_admin = FALSE WHERE email = '" + operator + "'");
    }
  }

  @Test
  void a_changed_role_holds_on_the_next_request() throws Exception {
    Answer invited = invite(address, "MANAGER");
    accept(tokenMailed(address), password());
    PortalClient person = portal.login(address);
    assertThat(person.get("/api/properties/imports").status()).isEqualTo(200);

    assertThat(put(invited.location(), "CONTRACTOR", true).status()).isEqualTo(200);

    assertThat(person.get("/api/properties/imports").status()).isEqualTo(401);
    person.use(person.post("/api/auth/refresh", "{}"));
    assertThat(person.get("/api/properties/imports").status()).isEqualTo(403);
    assertThat(audited("change-role")).isEqualTo(1);
  }

  @Test
  void who_is_deactivated_is_out_with_the_next_request_and_may_come_back() throws Exception {
    Answer invited = invite(address, "MANAGER");
    accept(tokenMailed(address), password());
    PortalClient person = portal.login(address);
    Answer now = admin.get(invited.location());

    assertThat(admin.delete(invited.location(), now.etag()).status()).isEqualTo(204);

    assertThat(person.get("/api/properties").status()).isEqualTo(401);
    assertThat(person.post("/api/auth/refresh", "{}").status()).isEqualTo(401);
    assertThat(directory("")).doesNotContain(address);
    assertThat(directory("?former=true")).contains(address);
    assertThat(audited("deactivate")).isEqualTo(1);
    Answer former = admin.post(invited.location() + "/invitation");
    assertThat(former.status()).as(former.toString()).isEqualTo(409);
    assertThat(former.json().getString("type")).isEqualTo("/problems/member-is-inactive");
    assertThat(put(invited.location(), "MANAGER", true).json().getString("status"))
        .isEqualTo("ACTIVE");
    assertThat(portal.login(address).get("/api/properties").status()).isEqualTo(200);
  }

  @Test
  void the_last_administrator_can_be_neither_demoted_nor_removed() {
    String self = "/api/members/" + admin.get("/api/members").items().get(0).getString("id");

    for (Answer refused :
        List.of(
            put(self, "MANAGER", true),
            put(self, "ADMIN", false),
            admin.delete(self, admin.get(self).etag()))) {
      assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
      assertThat(refused.json().getString("type")).isEqualTo("/problems/last-admin");
    }
    assertThat(admin.get(self).json().getString("role")).isEqualTo("ADMIN");
  }

  @Test
  void of_two_administrators_who_demote_each_other_one_stays() throws Exception {
    Answer invited = invite(address, "ADMIN");
    accept(tokenMailed(address), password());
    String self =
        "/api/members/"
            + admin.get("/api/members").items().stream()
                .filter(one -> !one.getString("email").equals(address))
                .findFirst()
                .orElseThrow()
                .getString("id");
    PortalClient other = portal.login(address);
    for (int round = 0; round < 5; round++) {
      String first = admin.get(self).etag();
      String second = other.get(invited.location()).etag();

      List<Answer> answers =
          atOnce(
              () -> other.put(self, draft("VIEWER", true), first),
              () -> admin.put(invited.location(), draft("VIEWER", true), second));

      assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
      // 401: the role was gone before the request came; 409: it was the last administrator's.
      assertThat(answers).extracting(Answer::status).isSubsetOf(200, 401, 409);
      assertThat(admins()).isEqualTo(1);
      write(
          "UPDATE membership SET role = 'ADMIN', version = version + 1 WHERE customer_id = '"
              + company
              + "'");
    }
  }

  @Test
  void only_administrators_see_addresses_status_and_cost() throws Exception {
    accept(join(address, "MANAGER"), password());

    JsonObject seen = portal.login(address).get("/api/members").items().get(0);

    assertThat(seen.keySet()).containsExactlyInAnyOrder("id", "displayName", "role");
    assertThat(portal.login(address).get("/api/members?former=true").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "email, '{\"email\":\"nobody\",\"displayName\":\"Pat\",\"role\":\"VIEWER\"}'",
        "email, '{\"email\":\"a@b.example\\r\\nBcc: c@d.example\",\"displayName\":\"Pat\",\"role\":\"VIEWER\"}'",
        "displayName, '{\"email\":\"a@b.example\",\"displayName\":\" \",\"role\":\"VIEWER\"}'",
        "role, '{\"email\":\"a@b.example\",\"displayName\":\"Pat\",\"role\":\"SUPER_ADMIN\"}'",
        "role, '{\"email\":\"a@b.example\",\"displayName\":\"Pat\"}'",
        "currency, '{\"email\":\"a@b.example\",\"displayName\":\"Pat\",\"role\":\"VIEWER\",\"hourlyCost\":10}'",
      })
  void a_member_that_cannot_be_is_refused_in_a_sentence(String field, String body) {
    Answer answer = admin.post("/api/members", body);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo(field);
  }

  @Test
  void settings_are_the_companys_until_a_member_wants_others() {
    Answer first = admin.get("/api/settings");
    assertThat(first.json().keySet()).containsExactlyInAnyOrder("effective", "version");

    Answer own =
        admin.put(
            "/api/settings", "{\"units\":\"IMPERIAL\",\"timeZone\":\"Europe/Oslo\"}", first.etag());

    assertThat(own.status()).as(own.toString()).isEqualTo(200);
    Answer company = admin.get("/api/customer");
    Answer changed =
        admin.put(
            "/api/customer",
            "{\"units\":\"METRIC\",\"locale\":\"de-AT\",\"timeZone\":\"Europe/Vienna\"}",
            company.etag());
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().getString("name")).isEqualTo("New Company");
    JsonObject effective = admin.get("/api/settings").json().getJsonObject("effective");
    assertThat(effective.getString("units")).isEqualTo("IMPERIAL");
    assertThat(effective.getString("timeZone")).isEqualTo("Europe/Oslo");
    assertThat(effective.getString("locale")).isEqualTo("de-AT");
    assertThat(
            admin
                .put(
                    "/api/customer",
                    "{\"units\":\"METRIC\",\"locale\":\"de-AT\",\"timeZone\":\"Europe/Vienna\"}",
                    company.etag())
                .status())
        .isEqualTo(412);
  }

  @ParameterizedTest
  @CsvSource({"timeZone,Vermont", "timeZone,SystemV/EST5", "locale,english please", "locale,x"})
  void a_setting_that_browsers_do_not_know_is_refused(String field, String value) {
    Answer settings = admin.get("/api/settings");

    Answer answer =
        admin.put("/api/settings", "{\"" + field + "\":\"" + value + "\"}", settings.etag());

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo(field);
  }

  private Answer invite(String email, String role) {
    return admin.post("/api/members", member(email, role));
  }

  /** The token of an invitation that was mailed just now. */
  private String join(String email, String role) throws Exception {
    assertThat(invite(email, role).status()).isEqualTo(201);
    return tokenMailed(email);
  }

  private static String member(String email, String role) {
    return Json.createObjectBuilder()
        .add("email", email)
        .add("displayName", "Pat Person")
        .add("role", role)
        .build()
        .toString();
  }

  private static String draft(String role, boolean active) {
    return Json.createObjectBuilder()
        .add("displayName", "Pat Person")
        .add("role", role)
        .add("active", active)
        .build()
        .toString();
  }

  private Answer put(String path, String role, boolean active) {
    return admin.put(path, draft(role, active), admin.get(path).etag());
  }

  private static String password() {
    return "{\"password\":\"" + PortalSystem.PASSWORD + "\"}";
  }

  private Answer accept(String token, String body) {
    return portal.stranger().post("/api/invitations/" + token + "/accept", body);
  }

  private String tokenMailed(String email) {
    return tokenMailed(email, 1);
  }

  /** Of the letter that came as the first, second and so on. */
  private String tokenMailed(String email, int which) {
    return new Letters(portal).token(email, which);
  }

  private String directory(String query) {
    return admin.get("/api/members" + query).body();
  }

  /** All that the administrator sees, but for what differs between any two members. */
  private static List<Object> shape(Answer answer) {
    TreeMap<String, Object> body = new TreeMap<>(answer.json());
    List.of("id", "email", "createdAt", "updatedAt", "invitation").forEach(body::remove);
    return List.of(
        answer.status(), body, answer.json().getJsonObject("invitation").keySet(), headers(answer));
  }

  private static TreeSet<String> headers(Answer answer) {
    TreeSet<String> names = new TreeSet<>(answer.headers().map().keySet());
    names.remove("date");
    return names;
  }

  private long audited(String action) throws SQLException {
    return number(
        "SELECT COUNT(*) FROM audit_entry WHERE entity = 'member' AND before_state IS NOT NULL"
            + " AND after_state IS NOT NULL AND action = '"
            + action
            + "' AND customer_id = '"
            + company
            + "'");
  }

  private long admins() throws SQLException {
    return number(
        "SELECT COUNT(*) FROM membership WHERE role = 'ADMIN' AND active AND customer_id = '"
            + company
            + "'");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = portal.database();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void write(String sql) throws SQLException {
    try (Connection connection = portal.database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static List<Answer> atOnce(Callable<Answer> first, Callable<Answer> second)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(List.of(first, second))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
