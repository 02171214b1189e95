package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How sessions end, and how they cross each other. */
@ExtendWith(PortalExtension.class)
class SessionsIT {

  private PortalSystem portal;
  private NewCompany company;
  private PortalClient manager;

  @BeforeEach
  void a_manager_of_a_new_company(PortalSystem running) {
    portal = running;
    company = NewCompany.in(portal);
    manager = portal.login(company.manager());
  }

  @Test
  void signing_out_with_the_access_token_alone_ends_the_session() {
    PortalClient tokenOnly = portal.stranger().withToken(manager.token());
    assertThat(tokenOnly.get("/api/auth/me").status()).isEqualTo(200);

    assertThat(tokenOnly.post("/api/auth/logout").status()).isEqualTo(204);

    assertThat(tokenOnly.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(manager.post("/api/auth/refresh", "{}").status()).isEqualTo(401);
  }

  @Test
  void signing_out_without_anything_is_no_failure() {
    assertThat(portal.stranger().post("/api/auth/logout").status()).isEqualTo(204);
  }

  @Test
  void people_see_where_they_are_signed_in_and_end_it_there() {
    PortalClient lost = portal.login(company.manager());
    lost.use(lost.post("/api/auth/refresh", "{}"));

    List<JsonObject> sessions = manager.get("/api/auth/sessions").items();

    assertThat(sessions).hasSize(2);
    assertThat(sessions).extracting(session -> session.getBoolean("current")).contains(false, true);
    assertThat(sessions).allMatch(session -> session.getString("company").equals("New Company"));
    assertThat(sessions).allMatch(session -> session.getString("userAgent").startsWith("Java"));
    assertThat(sessions).allMatch(session -> session.getString("browser").equals("–"));
    String other =
        sessions.stream()
            .filter(session -> !session.getBoolean("current"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    assertThat(end(manager, other).status()).isEqualTo(204);
    assertThat(lost.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(lost.post("/api/auth/refresh", "{}").status()).isEqualTo(401);
    assertThat(end(manager, other).status()).isEqualTo(404);
    assertThat(manager.get("/api/auth/sessions").items()).hasSize(1);
  }

  @Test
  void nobody_ends_or_sees_a_session_of_somebody_else() {
    PortalClient other = portal.login(company.hire(portal, "ADMIN"));
    String foreign = other.get("/api/auth/sessions").items().get(0).getString("id");

    assertThat(manager.get("/api/auth/sessions").body()).doesNotContain(foreign);
    assertThat(end(manager, foreign).status()).isEqualTo(404);
    assertThat(other.get("/api/auth/me").status()).isEqualTo(200);
  }

  private static Answer end(PortalClient who, String session) {
    return who.send("DELETE", "/api/auth/sessions/" + session, null, "");
  }

  /**
   * A refresh writes its new link when it commits, and needs the account for that, which somebody
   * holds who now asks for the session: one of the two has to give way, and it is not the one with
   * more work behind it.
   */
  @Test
  void what_the_database_gives_up_at_the_commit_is_a_conflict() throws Exception {
    ExecutorService browser = Executors.newSingleThreadExecutor();
    try (Connection rival = portal.database();
        Connection watch = portal.database()) {
      byte[] account = account(watch);
      rival.setAutoCommit(false);
      run(rival, "UPDATE property SET version = version + 1 WHERE customer_id <> ?", "");
      run(rival, "UPDATE account SET version = version + 1 WHERE id = ?", account);

      Future<Answer> refresh = browser.submit(() -> manager.post("/api/auth/refresh", "{}"));
      while (isFree(watch, account) && !refresh.isDone()) {
        Thread.onSpinWait();
      }
      run(rival, "UPDATE account_session SET version = version + 1 WHERE account_id = ?", account);
      rival.rollback();

      Answer answer = refresh.get();
      assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
      assertThat(answer.json().getString("type")).isEqualTo("/problems/conflict");
    } finally {
      browser.shutdownNow();
    }
  }

  private byte[] account(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id FROM account WHERE email = ?")) {
      statement.setString(1, company.manager());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }

  private static void run(Connection connection, String sql, Object value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, value);
      assertThat(statement.executeUpdate()).isPositive();
    }
  }

  /** Whether nobody holds the account's session at this moment. */
  private static boolean isFree(Connection connection, byte[] account) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id FROM account_session WHERE account_id = ? FOR UPDATE NOWAIT")) {
      statement.setBytes(1, account);
      statement.executeQuery().close();
      return true;
    } catch (SQLException held) {
      return false;
    }
  }
}
