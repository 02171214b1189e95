package com.contractorportal.mail;

import com.contractorportal.persistence.Ids;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.shutdown.Shutdown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends what waits to be sent. */
@ApplicationScoped
class MailDelivery implements RecurringTask {

  private static final Logger LOG = Logger.getLogger(MailDelivery.class.getName());

  @Inject private MailQueue queue;
  @Inject private MailServer server;
  @Inject private Shutdown shutdown;

  @Override
  public Duration pause() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run() {
    if (!server.isConfigured()) {
      return;
    }
    String owner = Ids.next().toString();
    boolean goesOn = true;
    while (goesOn && !shutdown.hasBegun()) {
      Optional<Letter> next = queue.lease(owner);
      goesOn = next.isPresent() && deliver(next.get(), owner);
    }
  }

  /** Whether it makes sense to go on with the next one. */
  private boolean deliver(Letter letter, String owner) {
    try {
      server.deliver(letter);
      queue.sent(letter.id(), owner);
      return true;
    } catch (SendFailedException refused) {
      if (isForEver(refused)) {
        queue.giveUp(letter.id(), owner);
        warn(letter, refused, "its address does not exist");
      } else {
        later(letter, owner, refused);
      }
      return true;
    } catch (MessagingException failure) {
      later(letter, owner, failure);
      return false;
    }
  }

  private void later(Letter letter, String owner, MessagingException failure) {
    warn(
        letter,
        failure,
        queue.failed(letter.id(), owner) ? "it will be tried again" : "it was given up");
  }

  /** The server took the address for one to which nothing can be sent. */
  private static boolean isForEver(SendFailedException refused) {
    return refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
  }

  /** Without what the server said, which mostly quotes the address. */
  private static void warn(Letter letter, MessagingException failure, String consequence) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    LOG.log(
        Level.WARNING,
        "The mail server (PORTAL_SMTP_HOST) did not take letter {0} ({1}): {2}.",
        new Object[] {letter.id(), cause.getClass().getSimpleName(), consequence});
  }
}
