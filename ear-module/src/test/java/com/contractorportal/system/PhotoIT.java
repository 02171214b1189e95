package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Crews add photos to their logs; whoever sees the log sees them, by tickets. */
@ExtendWith(PortalExtension.class)
class PhotoIT {

  private static final int PHOTOS_OF_A_LOG = 20;

  private PortalSystem portal;
  private NewCompany company;
  private PortalClient manager;
  private PortalClient crew;
  private String log;
  private String photos;

  @BeforeEach
  void a_crew_at_work(PortalSystem running) throws SQLException {
    portal = running;
    company = NewCompany.in(portal);
    manager = portal.login(company.manager());
    Crew driver = Crew.in(portal, company, "CONTRACTOR");
    crew = portal.login(driver.email());
    String property =
        created(
            manager,
            "/api/properties",
            "{\"name\":\"Depot\",\"street\":\"1 Main St\",\"kind\":\"COMMERCIAL\"}");
    created(
        manager,
        "/api/routes",
        "{\"name\":\"North\",\"memberId\":\"%s\",\"stops\":[\"%s\"]}"
            .formatted(driver.memberId(), property));
    String event =
        created(
            manager,
            "/api/winter-events",
            "{\"name\":\"Storm\",\"kind\":\"SNOW\",\"startsAt\":\"2026-01-05T10:00:00Z\"}");
    act(manager, "/api/winter-events/" + event, "activate");
    log =
        created(
            crew,
            "/api/work-logs",
            "{\"eventId\":\"%s\",\"propertyId\":\"%s\",\"work\":\"PLOW\"}"
                .formatted(event, property));
    photos = "/api/work-logs/" + log + "/photos";
  }

  @Test
  void a_photo_is_kept_upright_and_without_its_position_which_is_told_beside_it()
      throws IOException {
    Answer sent = send(crew, photo(), "?name=before.JPG");

    assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
    JsonObject told = sent.json();
    assertThat(told.getString("name")).isEqualTo("before.JPG");
    assertThat(told.getString("takenAt")).isEqualTo("2026-01-05T11:30:00Z");
    assertThat(told.getJsonNumber("latitude").doubleValue()).isEqualTo(44.26);
    assertThat(told.getJsonNumber("longitude").doubleValue()).isEqualTo(-72.575);
    assertThat(told.getInt("width")).as("turned").isEqualTo(300);
    assertThat(manager.get(photos).items()).containsExactly(told);
    String property = manager.get("/api/work-logs/" + log).json().getString("propertyId");
    assertThat(manager.get("/api/properties/" + property + "/photos").items())
        .containsExactly(told);

    Answer whole = portal.stranger().get(ticket(manager, "PHOTO", sent.createdId()));
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.header("Content-Type")).contains("image/jpeg");
    assertThat(whole.header("Cache-Control")).contains("no-store");
    assertThat(whole.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(whole.header("Content-Security-Policy").orElse("")).contains("sandbox");
    assertThat(whole.header("Content-Disposition")).contains("inline; filename*=UTF-8''before.jpg");
    assertThat(new String(whole.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    assertThat(whole.bytes()).hasSize(told.getInt("byteCount"));
    BufferedImage small =
        ImageIO.read(
            new ByteArrayInputStream(
                portal.stranger().get(ticket(crew, "THUMBNAIL", sent.createdId())).bytes()));
    assertThat(small.getHeight()).isEqualTo(320);
    assertThat(small.getWidth()).isEqualTo(240);
  }

  @Test
  void a_ticket_is_good_once_and_is_in_no_log() throws IOException {
    String id = send(crew, photo(), "").createdId();
    String url = ticket(crew, "PHOTO", id);

    assertThat(portal.stranger().get(url).status()).isEqualTo(200);

    Answer again = portal.stranger().get(url);
    Answer unknown = portal.stranger().get("/api/files/" + "A".repeat(43));
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.json().getString("detail")).isEqualTo(unknown.json().getString("detail"));
    assertThat(again.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
    String lines = Files.readString(portal.server().log());
    assertThat(lines).contains("GET /api/files/{ticket}: 200");
    assertThat(lines).doesNotContain(url.substring(url.lastIndexOf('/') + 1));
  }

  @Test
  void a_ticket_ends_with_its_time_the_session_and_the_customer() throws Exception {
    String id = send(crew, photo(), "").createdId();
    String late = ticket(manager, "PHOTO", id);
    change("UPDATE file_ticket SET expires_at = UTC_TIMESTAMP() WHERE customer_id = ?");
    assertThat(portal.stranger().get(late).status()).as("after its time").isEqualTo(404);

    String suspended = ticket(manager, "PHOTO", id);
    change("UPDATE customer SET status = 'SUSPENDED' WHERE customer_id = ?");
    assertThat(portal.stranger().get(suspended).status()).as("suspended").isEqualTo(404);
    change("UPDATE customer SET status = 'ACTIVE' WHERE customer_id = ?");

    String signedOut = ticket(crew, "PHOTO", id);
    assertThat(crew.post("/api/auth/logout").status()).isEqualTo(204);
    assertThat(portal.stranger().get(signedOut).status()).as("signed out").isEqualTo(404);
  }

  @Test
  void to_those_who_do_not_see_the_log_there_are_no_photos() throws Exception {
    String id = send(crew, photo(), "").createdId();
    PortalClient colleague = portal.login(Crew.in(portal, company, "CONTRACTOR").email());
    PortalClient elsewhere = portal.login(NewCompany.in(portal).manager());

    for (PortalClient other : List.of(colleague, elsewhere)) {
      assertThat(other.get(photos).status()).isEqualTo(404);
      assertThat(send(other, photo(), "").status()).isEqualTo(404);
      assertThat(other.send("DELETE", photos + "/" + id, null, "").status()).isEqualTo(404);
      Answer refused = askTicket(other, "PHOTO", id);
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.json().getString("detail"))
          .isEqualTo(
              askTicket(other, "PHOTO", UUID.randomUUID().toString()).json().getString("detail"));
    }
    assertThat(crew.get(photos).items()).hasSize(1);
  }

  @Test
  void what_is_no_photo_is_refused_with_advice() throws IOException {
    Answer heic =
        send(crew, "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), "");
    assertThat(heic.status()).isEqualTo(415);
    assertThat(heic.json().getString("detail")).contains("Most Compatible");
    assertThat(send(crew, "<svg/>".getBytes(StandardCharsets.US_ASCII), "").status())
        .isEqualTo(415);
    byte[] whole = photo();
    Answer broken = send(crew, Arrays.copyOf(whole, whole.length / 2), "");
    assertThat(broken.status()).as(broken.toString()).isEqualTo(400);
    assertThat(broken.json().getString("type")).isEqualTo("/problems/photo-is-broken");
    Answer large = send(crew, Arrays.copyOf(whole, 10 * 1024 * 1024 + 1), "");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.json().getString("detail")).contains("10 MB");

    assertThat(crew.get(photos).items()).isEmpty();
    try (var left = Files.list(portal.server().store().resolve("photos").resolve("parts"))) {
      assertThat(left).as("what was begun").isEmpty();
    }
  }

  @Test
  void a_photo_that_is_sent_again_is_there_once() throws IOException {
    String key = UUID.randomUUID().toString();
    Answer first = send(crew, photo(), "", "Idempotency-Key", key);
    Answer again = send(crew, photo(), "", "Idempotency-Key", key);
    Answer withoutKey = send(crew, photo(), "");
    Answer other = send(crew, other(1), "", "Idempotency-Key", key);

    assertThat(again.createdId()).isEqualTo(first.createdId());
    assertThat(withoutKey.createdId()).isEqualTo(first.createdId());
    assertThat(other.status()).isEqualTo(422);
    assertThat(crew.get(photos).items()).hasSize(1);
    assertThat(portal.stranger().get(ticket(crew, "PHOTO", first.createdId())).status())
        .isEqualTo(200);
  }

  @Test
  void a_log_has_twenty_photos_and_another_in_the_place_of_one() throws IOException {
    String first = send(crew, photo(), "").createdId();
    for (int i = 1; i < PHOTOS_OF_A_LOG; i++) {
      assertThat(send(crew, other(i), "").status()).isEqualTo(201);
    }

    Answer refused = send(crew, other(PHOTOS_OF_A_LOG), "");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/too-many-photos");
    assertThat(crew.get(photos).items()).hasSize(PHOTOS_OF_A_LOG);
    assertThat(send(crew, photo(), "").createdId()).as("one that is there").isEqualTo(first);

    assertThat(crew.send("DELETE", photos + "/" + first, null, "").status()).isEqualTo(204);
    assertThat(send(crew, other(PHOTOS_OF_A_LOG), "").status()).isEqualTo(201);
  }

  /**
   * The last one there is room for is written by the time that another comes, and not committed.
   */
  @Test
  void whoever_adds_at_the_same_time_waits_and_is_counted() throws Exception {
    for (int i = 1; i < PHOTOS_OF_A_LOG; i++) {
      assertThat(send(crew, other(i), "").status()).isEqualTo(201);
    }
    byte[] more = photo();
    CompletableFuture<Answer> refused;
    try (Connection adding = portal.database();
        Statement statement = adding.createStatement()) {
      adding.setAutoCommit(false);
      String theLog = "UNHEX('" + log.replace("-", "") + "')";
      statement.execute(
          "SELECT id FROM winter_ops_log WHERE customer_id = '%s' AND id = %s FOR UPDATE"
              .formatted(company.customerId(), theLog));
      statement.execute(
          "INSERT INTO log_photo (customer_id, id, log_id, name, media_type, byte_count, sha256,"
              + " width, height, added_by, created_at) SELECT customer_id,"
              + " UNHEX(REPLACE(UUID(), '-', '')), log_id, name, media_type, byte_count,"
              + " SHA2('another', 256), width, height, added_by, created_at FROM log_photo"
              + " WHERE customer_id = '%s' AND log_id = %s LIMIT 1"
                  .formatted(company.customerId(), theLog));
      refused = CompletableFuture.supplyAsync(() -> send(manager, more, ""));
      Soon.see("somebody waits for the log", portal::somebodyWaits);
      adding.commit();
    }

    assertThat(refused.get().status()).as(refused.get().toString()).isEqualTo(409);
    assertThat(crew.get(photos).items()).hasSize(PHOTOS_OF_A_LOG);
  }

  @Test
  void a_crew_removes_photos_while_at_work_and_the_office_until_it_approves() throws IOException {
    String one = send(crew, photo(), "").createdId();
    String two = send(crew, other(1), "").createdId();
    String ticket = ticket(crew, "PHOTO", one);

    assertThat(crew.send("DELETE", photos + "/" + one, null, "").status()).isEqualTo(204);
    assertThat(portal.stranger().get(ticket).status()).as("a photo that is gone").isEqualTo(404);
    assertThat(crew.send("DELETE", photos + "/" + one, null, "").status()).isEqualTo(404);

    act(crew, "/api/work-logs/" + log, "complete");
    Answer refused = crew.send("DELETE", photos + "/" + two, null, "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/photos-are-final");
    assertThat(manager.send("DELETE", photos + "/" + two, null, "").status()).isEqualTo(204);

    act(manager, "/api/work-logs/" + log, "approve");
    assertThat(send(manager, photo(), "").json().getString("type"))
        .isEqualTo("/problems/photos-are-final");
  }

  private Answer send(PortalClient who, byte[] file, String query, String... headers) {
    return who.send(
        "POST", photos + query, "image/jpeg", BodyPublishers.ofByteArray(file), headers);
  }

  private static String ticket(PortalClient who, String kind, String id) {
    Answer answer = askTicket(who, kind, id);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().getString("url");
  }

  private static Answer askTicket(PortalClient who, String kind, String id) {
    return who.post("/api/tickets", "{\"kind\":\"%s\",\"id\":\"%s\"}".formatted(kind, id));
  }

  /** 400 by 300 pixels, held upright; at 44.26 N 72.575 W on 5 January 2026 at 06:30. */
  private static byte[] photo() throws IOException {
    try (InputStream file = PhotoIT.class.getResourceAsStream("/photo-with-position.jpg")) {
      return file.readAllBytes();
    }
  }

  /** The same to look at, and another file for each number. */
  private static byte[] other(int number) throws IOException {
    byte[] photo = photo();
    return Arrays.copyOf(photo, photo.length + number);
  }

  private static String created(PortalClient who, String path, String body) {
    Answer answer = who.post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.createdId();
  }

  private static void act(PortalClient who, String path, String verb) {
    Answer answer = who.send("POST", path + "/" + verb, null, "", "If-Match", who.get(path).etag());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, company.customerId());
      assertThat(update.executeUpdate()).isPositive();
    }
  }
}
