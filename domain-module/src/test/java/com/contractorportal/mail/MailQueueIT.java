package com.contractorportal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.container.Transaction;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server under test has no mail server, so nothing but these tests takes letters. */
@ExtendWith(ArquillianExtension.class)
class MailQueueIT {

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private MailQueue queue;
  private CustomerId customer;

  @BeforeEach
  void a_customer() {
    given = new Fixture();
    queue = CDI.current().select(MailQueue.class).get();
    customer = given.customer("Ours");
  }

  @AfterEach
  void no_letters_left() {
    given.run("DELETE FROM outgoing_mail");
  }

  @Test
  void without_a_mail_server_nothing_is_written() throws Exception {
    MailService mails = CDI.current().select(MailService.class).get();

    try (Transaction transaction = Transaction.begin()) {
      mails.send("pat@portal.example", "Hello", "Hello");
      transaction.commit();
    }

    assertThat(mails.isConfigured()).isFalse();
    assertThat(letters()).isZero();
  }

  @Test
  void nobody_writes_outside_of_what_the_letter_tells_of() {
    MailService mails = CDI.current().select(MailService.class).get();

    assertThatThrownBy(() -> mails.send("pat@portal.example", "Hello", "Hello"))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void a_letter_is_sent_by_one_node_at_a_time() {
    UUID id = written("secret");

    Optional<Letter> ours = queue.lease("we");
    Optional<Letter> theirs = queue.lease("they");

    assertThat(ours).map(Letter::id).contains(id);
    assertThat(ours).map(Letter::body).contains("secret");
    assertThat(theirs).isEmpty();
  }

  @Test
  void a_letter_that_another_transaction_holds_is_passed_by() throws Exception {
    UUID first = written("first");
    UUID second = written("second");

    try (Transaction held = Transaction.begin()) {
      assertThat(queue.lease("we")).map(Letter::id).contains(first);
      FutureTask<Optional<Letter>> another = new FutureTask<>(() -> queue.lease("they"));
      ManagedThreadFactory threads =
          InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
      threads.newThread(another).start();

      assertThat(another.get(20, TimeUnit.SECONDS)).map(Letter::id).contains(second);
      held.commit();
    }
  }

  @Test
  void the_letter_of_a_node_that_died_is_taken_over_and_is_lost_to_it() {
    UUID id = written("secret");
    queue.lease("dead");
    given.run("UPDATE outgoing_mail SET next_attempt_at = ?", Instant.now());

    assertThat(queue.lease("heir")).isPresent();
    queue.giveUp(id, "dead");
    queue.sent(id, "heir");

    assertThat(given.number("SELECT COUNT(*) FROM outgoing_mail WHERE sent_at IS NOT NULL"))
        .isEqualTo(1);
    assertThat(given.number("SELECT COUNT(*) FROM outgoing_mail WHERE body = ''")).isEqualTo(1);
    assertThat(queue.lease("heir")).isEmpty();
  }

  @Test
  void a_letter_that_was_not_taken_waits() {
    UUID id = written("secret");
    queue.lease("we");

    assertThat(queue.failed(id, "we")).isTrue();

    assertThat(queue.lease("we")).isEmpty();
    given.run("UPDATE outgoing_mail SET next_attempt_at = ?", Instant.now());
    assertThat(queue.lease("we")).isPresent();
  }

  @Test
  void old_letters_go() {
    UUID old = written("old");
    UUID young = written("young");
    given.run(
        "UPDATE outgoing_mail SET created_at = ? WHERE id = ?",
        Instant.now().minus(Duration.ofDays(31)),
        old);

    OldMail chore = CDI.current().select(OldMail.class).get();

    assertThat(chore.removeSome(Instant.now().minus(chore.kept()), 500)).isEqualTo(1);
    assertThat(given.ids("SELECT id FROM outgoing_mail")).containsExactly(young);
  }

  private UUID written(String body) {
    OutgoingMail mail =
        new OutgoingMail(Optional.of(customer), "pat@portal.example", "Hello", body);
    queue.add(mail);
    return mail.letter().id();
  }

  private long letters() {
    return given.number("SELECT COUNT(*) FROM outgoing_mail");
  }
}
