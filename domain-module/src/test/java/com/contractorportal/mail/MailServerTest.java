package com.contractorportal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real mail server on a free port. */
class MailServerTest {

  private static final Letter LETTER =
      new Letter(
          UUID.fromString("01a1fd01-f117-7150-9d2c-5a1c66b1e0aa"),
          "pat@portal.example",
          "Schnee \u2744 heute",
          "Guten Morgen,\nes schneit \u2014 bitte r\u00e4umen.",
          Instant.parse("2026-11-21T10:00:00Z"));

  private GreenMail mails;

  @AfterEach
  void stop() {
    mails.stop();
  }

  @Test
  void a_letter_arrives_as_it_was_written() throws Exception {
    mails = started(ServerSetup.PROTOCOL_SMTP);

    server("none", Optional.empty(), Optional.empty()).deliver(LETTER);

    MimeMessage arrived = mails.getReceivedMessages()[0];
    assertThat(arrived.getSubject()).isEqualTo(LETTER.subject());
    assertThat(arrived.getContent().toString().replace("\r\n", "\n")).contains(LETTER.body());
    assertThat(arrived.getFrom()[0]).hasToString("portal@portal.example");
    assertThat(arrived.getAllRecipients()[0]).hasToString("pat@portal.example");
    assertThat(arrived.getSentDate()).isEqualTo(LETTER.writtenAt());
    assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void a_letter_sent_twice_can_be_told() throws Exception {
    mails = started(ServerSetup.PROTOCOL_SMTP);
    MailServer server = server("none", Optional.empty(), Optional.empty());

    server.deliver(LETTER);
    server.deliver(LETTER);

    assertThat(mails.getReceivedMessages())
        .extracting(MimeMessage::getMessageID)
        .containsOnly("<" + LETTER.id() + "@portal.example>")
        .hasSize(2);
  }

  @Test
  void an_account_is_used_if_there_is_one() throws Exception {
    mails = started(ServerSetup.PROTOCOL_SMTP);
    mails.setUser("portal@portal.example", "portal", "right");

    server("none", Optional.of("portal"), Optional.of("right")).deliver(LETTER);

    assertThat(mails.getReceivedMessages()).hasSize(1);
    assertThatThrownBy(
            () -> server("none", Optional.of("portal"), Optional.of("wrong")).deliver(LETTER))
        .isInstanceOf(AuthenticationFailedException.class);
  }

  @Test
  void nothing_is_said_to_a_server_that_offers_no_tls_where_it_is_asked_for() {
    mails = started(ServerSetup.PROTOCOL_SMTP);

    assertThatThrownBy(() -> server("starttls", Optional.empty(), Optional.empty()).deliver(LETTER))
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("STARTTLS");
    assertThat(mails.getReceivedMessages()).isEmpty();
  }

  @Test
  void nothing_is_said_to_a_server_whose_certificate_nobody_trusts() {
    mails = started(ServerSetup.PROTOCOL_SMTPS);

    assertThatThrownBy(() -> server("tls", Optional.empty(), Optional.empty()).deliver(LETTER))
        .isInstanceOf(MessagingException.class)
        .hasRootCauseInstanceOf(java.security.GeneralSecurityException.class);
    assertThat(mails.getReceivedMessages()).isEmpty();
  }

  private MailServer server(String security, Optional<String> user, Optional<String> password) {
    return new MailServer(
        Optional.of("127.0.0.1"),
        mails.getSmtp() == null ? mails.getSmtps().getPort() : mails.getSmtp().getPort(),
        security,
        user,
        password,
        Optional.empty(),
        Optional.of("portal@portal.example"),
        Optional.of("https://portal.example/"));
  }

  private static GreenMail started(String protocol) {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server.start();
    return server;
  }
}
