package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.persistence.Ids;
import com.contractorportal.system.EventStream.Event;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Screens that follow what changes in their customer. */
@Tag("any-database")
@ExtendWith(PortalExtension.class)
class FeedIT {

  private static final int STREAMS_OF_A_PERSON = 8;

  private final List<EventStream> streams = new ArrayList<>();
  private PortalSystem portal;
  private NewCompany company;
  private PortalClient manager;

  @BeforeEach
  void a_manager(PortalSystem running) {
    portal = running;
    company = NewCompany.in(portal);
    manager = portal.login(company.manager());
  }

  @AfterEach
  void hang_up() {
    streams.forEach(EventStream::close);
  }

  @Test
  void a_change_is_told_at_once_and_names_no_more_than_what_and_when() throws SQLException {
    EventStream stream = follow(manager);
    assertThat(stream.answer().statusCode()).isEqualTo(200);
    assertThat(stream.answer().headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(stream.answer().headers().firstValue("Cache-Control")).contains("no-store");
    UUID log = Ids.next();
    UUID event = Ids.next();

    UUID entry = write(company, "WORK_LOG", Optional.of(event), log, Instant.now());

    Event told = stream.await(one -> one.isOf(log));
    assertThat(told.id()).isEqualTo(entry.toString());
    assertThat(told.json().keySet()).containsExactlyInAnyOrder("kind", "eventId", "entityId", "at");
    assertThat(told.json().getString("kind")).isEqualTo("WORK_LOG");
    assertThat(told.json().getString("eventId")).isEqualTo(event.toString());
  }

  @Test
  void two_customers_never_hear_of_each_other() throws SQLException {
    NewCompany other = NewCompany.in(portal);
    EventStream ours = follow(manager);
    EventStream theirs = follow(portal.login(other.manager()));
    List<UUID> ourLogs = new ArrayList<>();
    List<UUID> theirLogs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ourLogs.add(Ids.next());
      write(company, "WORK_LOG", Optional.empty(), ourLogs.get(i), Instant.now());
      theirLogs.add(Ids.next());
      write(other, "WORK_LOG", Optional.empty(), theirLogs.get(i), Instant.now());
    }

    ours.await(one -> one.isOf(ourLogs.get(19)));
    theirs.await(one -> one.isOf(theirLogs.get(19)));

    assertThat(told(ours)).containsExactlyElementsOf(ourLogs);
    assertThat(told(theirs)).containsExactlyElementsOf(theirLogs);
    String lastOfTheirs = theirs.events().get(theirs.events().size() - 1).id();
    EventStream resumed = follow(manager, lastOfTheirs);
    resumed.await(one -> one.isOf(ourLogs.get(19)));
    assertThat(told(resumed)).as("from another's place").doesNotContainAnyElementsOf(theirLogs);
  }

  @Test
  void what_happened_while_a_screen_was_away_is_told_when_it_comes_back() throws SQLException {
    Instant hoursAgo = Instant.now().minus(Duration.ofHours(5));
    UUID before = Ids.next();
    UUID last = write(company, "WORK_LOG", Optional.empty(), before, hoursAgo);
    UUID away = Ids.next();
    write(company, "WORK_LOG", Optional.empty(), away, hoursAgo.plusSeconds(3600));
    UUID longBefore = Ids.next();
    write(company, "WORK_LOG", Optional.empty(), longBefore, hoursAgo.minusSeconds(3600));

    EventStream stream = follow(manager, last.toString());

    stream.await(one -> one.isOf(away));
    assertThat(told(stream)).as("not what it knew").doesNotContain(longBefore);
    EventStream anew = follow(manager);
    UUID now = Ids.next();
    write(company, "WORK_LOG", Optional.empty(), now, Instant.now());
    anew.await(one -> one.isOf(now));
    assertThat(told(anew)).as("who begins is told of what comes").containsExactly(now);
  }

  @Test
  void who_was_away_too_long_or_missed_too_much_is_told_to_look_anew() throws SQLException {
    Instant twoDaysAgo = Instant.now().minus(Duration.ofDays(2));
    follow(manager, id(twoDaysAgo).toString()).await(one -> one.name().equals("reset"));

    Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
    writeMany(company, 501, hourAgo.plusSeconds(60));
    EventStream stream = follow(manager, id(hourAgo).toString());

    stream.await(one -> one.name().equals("reset"));
    assertThat(told(stream)).isEmpty();
  }

  @Test
  void a_change_that_is_committed_late_is_told_though_a_later_one_was_told_before()
      throws SQLException {
    EventStream stream = follow(manager);
    UUID early = Ids.next();
    UUID late = Ids.next();
    try (Connection slow = portal.database()) {
      slow.setAutoCommit(false);
      insert(slow, company, "WORK_LOG", Optional.empty(), early, Instant.now());
      write(company, "WORK_LOG", Optional.empty(), late, Instant.now());
      stream.await(one -> one.isOf(late));
      slow.commit();
    }

    stream.await(one -> one.isOf(early));

    assertThat(told(stream)).containsExactly(late, early);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "sign-out, UPDATE account_session SET revoked_at = UTC_TIMESTAMP() WHERE account_id = @account",
    "deactivation, UPDATE membership SET active = FALSE WHERE account_id = @account",
    "another role, UPDATE membership SET role = 'VIEWER' WHERE account_id = @account",
    "suspension, UPDATE customer SET status = 'SUSPENDED' WHERE customer_id = @customer",
  })
  void a_stream_ends_with(String what, String sql) throws SQLException {
    NewCompany other = NewCompany.in(portal);
    EventStream stays = follow(portal.login(other.manager()));
    EventStream stream = follow(manager);
    stream.awaitOpen();

    try (Connection connection = portal.database();
        PreparedStatement update =
            connection.prepareStatement(
                sql.replace(
                        "@account",
                        "(SELECT id FROM account WHERE email = '" + company.manager() + "')")
                    .replace("@customer", "'" + company.customerId() + "'"))) {
      assertThat(update.executeUpdate()).isEqualTo(1);
    }

    stream.awaitEnd();
    UUID log = Ids.next();
    write(other, "WORK_LOG", Optional.empty(), log, Instant.now());
    stays.await(one -> one.isOf(log));
    assertThat(stays.hasEnded()).as("somebody else's").isFalse();
  }

  @Test
  void a_stream_ends_when_its_person_signs_out() {
    EventStream stream = follow(manager);
    stream.awaitOpen();

    assertThat(manager.post("/api/auth/logout").status()).isEqualTo(204);

    stream.awaitEnd();
  }

  @Test
  void a_stream_ends_with_its_token_and_goes_on_with_the_next() throws SQLException {
    String brief =
        new BadTokens(portal.server().keys()).expiring(manager.token(), Duration.ofSeconds(5));
    EventStream stream = follow(portal.stranger().withToken(brief));
    String last = stream.awaitOpen().id();

    stream.awaitEnd();

    UUID log = Ids.next();
    write(company, "WORK_LOG", Optional.empty(), log, Instant.now());
    follow(manager, last).await(one -> one.isOf(log));
  }

  @Test
  void a_contractor_hears_of_events_and_not_of_others_work() throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE membership SET role = 'CONTRACTOR' WHERE customer_id = ?")) {
      update.setString(1, company.customerId());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
    PortalClient contractor = portal.login(company.manager());
    EventStream stream = follow(contractor);
    String last = stream.awaitOpen().id();
    UUID event = Ids.next();
    write(company, "WORK_LOG", Optional.of(event), Ids.next(), Instant.now());
    write(company, "CHECK_IN", Optional.of(event), Ids.next(), Instant.now());
    write(company, "WINTER_EVENT", Optional.of(event), event, Instant.now());

    stream.await(one -> one.isOf(event));
    assertThat(told(stream)).containsExactly(event);
    EventStream resumed = follow(contractor, last);
    resumed.await(one -> one.isOf(event));
    assertThat(told(resumed)).containsExactly(event);
  }

  @Test
  void a_person_follows_on_so_many_screens_and_no_more() throws Exception {
    try (RawConnection first = new RawConnection(portal.address())) {
      first.send(
          "GET /api/events/stream HTTP/1.1\r\nHost: portal\r\nAuthorization: Bearer "
              + manager.token()
              + "\r\n\r\n");
      assertThat(first.answerUntil("event: open")).startsWith("HTTP/1.1 200 ");
      for (int i = 1; i < STREAMS_OF_A_PERSON; i++) {
        follow(manager).awaitOpen();
      }

      Answer refused = manager.get("/api/events/stream");

      assertThat(refused.status()).as(refused.toString()).isEqualTo(429);
      assertThat(refused.json().getString("type")).isEqualTo("/problems/too-many-streams");
    }
    // The portal notices when it has written and nobody took it.
    Soon.see("a place", () -> follow(manager).answer().statusCode() == 200);
  }

  @Test
  void an_id_that_is_none_is_refused() {
    Answer refused =
        manager.get("/api/events/stream", "Last-Event-ID", UUID.randomUUID().toString());

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().getString("detail")).contains("id of an event");
  }

  @Test
  void who_listens_hears_that_the_portal_is_there() {
    EventStream stream = follow(manager);

    Soon.see("a heartbeat", () -> stream.comments() > 0);
  }

  @Test
  void who_does_not_read_keeps_nobody_waiting() throws Exception {
    try (Socket silent = new Socket()) {
      silent.setReceiveBufferSize(1024);
      silent.connect(new InetSocketAddress(portal.address().getHost(), portal.address().getPort()));
      silent
          .getOutputStream()
          .write(
              ("GET /api/events/stream HTTP/1.1\r\nHost: portal\r\nAuthorization: Bearer "
                      + manager.token()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      EventStream stream = follow(manager);
      stream.awaitOpen();
      for (int round = 0; round < 5; round++) {
        writeMany(company, 400, Instant.now());
        UUID log = Ids.next();
        write(company, "WORK_LOG", Optional.empty(), log, Instant.now());
        Instant begun = Instant.now();
        stream.await(one -> one.isOf(log));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
      }
    }
  }

  private EventStream follow(PortalClient who) {
    return kept(who.follow(Optional.empty()));
  }

  private EventStream follow(PortalClient who, String lastId) {
    return kept(who.follow(Optional.of(lastId)));
  }

  private EventStream kept(EventStream stream) {
    streams.add(stream);
    return stream;
  }

  private static List<UUID> told(EventStream stream) {
    return stream.events().stream()
        .filter(event -> event.name().equals("change"))
        .map(event -> UUID.fromString(event.json().getString("entityId")))
        .toList();
  }

  private UUID write(NewCompany whose, String kind, Optional<UUID> event, UUID entity, Instant at)
      throws SQLException {
    try (Connection connection = portal.database()) {
      return insert(connection, whose, kind, event, entity, at);
    }
  }

  private void writeMany(NewCompany whose, int count, Instant at) throws SQLException {
    try (Connection connection = portal.database()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < count; i++) {
        insert(connection, whose, "WORK_LOG", Optional.empty(), Ids.next(), at);
      }
      connection.commit();
    }
  }

  private static UUID insert(
      Connection connection,
      NewCompany whose,
      String kind,
      Optional<UUID> event,
      UUID entity,
      Instant at)
      throws SQLException {
    UUID id = id(at);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO feed_entry (customer_id, id, kind, event_id, entity_id, at)"
                + " VALUES (?, UNHEX(?), ?, UNHEX(?), UNHEX(?), ?)")) {
      insert.setString(1, whose.customerId());
      insert.setString(2, hex(id));
      insert.setString(3, kind);
      insert.setString(4, event.map(FeedIT::hex).orElse(null));
      insert.setString(5, hex(entity));
      insert.setObject(6, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
      insert.executeUpdate();
    }
    return id;
  }

  private static String hex(UUID id) {
    return id.toString().replace("-", "");
  }

  /** As the portal makes one, at another time. */
  private static UUID id(Instant at) {
    UUID now = Ids.next();
    long rest = now.getMostSignificantBits() & 0xffff;
    return new UUID(at.toEpochMilli() << 16 | rest, now.getLeastSignificantBits());
  }
}
