package com.contractorportal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutgoingMailTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final OutgoingMail mail =
      new OutgoingMail(Optional.empty(), "pat@portal.example", "Hello", "The link is secret");

  @Test
  void a_subject_is_one_line_whatever_people_call_their_things() {
    OutgoingMail odd =
        new OutgoingMail(
            Optional.empty(),
            "pat@portal.example",
            "Hi\r\nBcc: all@portal.example" + "!".repeat(300),
            "");

    assertThat(odd.letter().subject()).startsWith("Hi Bcc: all@").hasSize(200);
  }

  @Test
  void what_a_letter_said_is_forgotten_when_it_is_sent() {
    mail.leaseTo("me", NOW, Duration.ofMinutes(5));
    mail.sent(NOW);

    assertThat(mail.letter().body()).isEmpty();
  }

  @Test
  void pauses_double_up_to_an_hour() {
    assertThat(OutgoingMail.pauseAfter(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(OutgoingMail.pauseAfter(3)).isEqualTo(Duration.ofMinutes(4));
    assertThat(OutgoingMail.pauseAfter(7)).isEqualTo(Duration.ofHours(1));
    assertThat(OutgoingMail.pauseAfter(OutgoingMail.MOST_ATTEMPTS)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_letter_is_given_up_after_about_a_day_and_forgotten() {
    Instant now = NOW;
    for (int attempt = 1; attempt < OutgoingMail.MOST_ATTEMPTS; attempt++) {
      mail.leaseTo("me", now, Duration.ofMinutes(5));
      assertThat(mail.failed(now)).isTrue();
      now = now.plus(OutgoingMail.pauseAfter(attempt));
    }
    mail.leaseTo("me", now, Duration.ofMinutes(5));

    assertThat(mail.failed(now)).isFalse();
    assertThat(mail.letter().body()).isEmpty();
    assertThat(Duration.between(NOW, now)).isBetween(Duration.ofHours(20), Duration.ofHours(26));
  }

  @Test
  void a_lease_is_its_owners_only() {
    mail.leaseTo("me", NOW, Duration.ofMinutes(5));

    assertThat(mail.isLeasedTo("me")).isTrue();
    assertThat(mail.isLeasedTo("another")).isFalse();
  }
}
