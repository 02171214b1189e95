package com.contractorportal.notification;

import com.contractorportal.account.PersonService;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.language.Phrases;
import com.contractorportal.mail.Mail;
import com.contractorportal.winterevent.EventActivated;
import com.contractorportal.winterevent.WinterEventService;
import com.contractorportal.winterevent.WinterEventView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Calls the crews out when an event begins: in the transaction that activates it, or not at all.
 */
@ApplicationScoped
class CallOut {

  @Inject private WinterEventService events;
  @Inject private NotificationService notifications;
  @Inject private PersonService people;
  @Inject private CustomerService customers;
  @Inject private Mail mail;
  @Inject @Any private Instance<Crews> crews;

  void begin(@Observes EventActivated activated) {
    WinterEventView event = events.get(activated.eventId());
    Set<UUID> concerned = new HashSet<>();
    crews.forEach(some -> concerned.addAll(some.accounts()));
    Phrases phrases =
        Phrases.of("com.contractorportal.notification.letters", customers.own().locale());
    String title = phrases.say("active.subject", event.name());
    String body = phrases.say("active.body", event.name());
    notifications.tell(
        concerned, NotificationKind.EVENT_ACTIVATED, title, body, "winter-event", event.id());
    if (mail.isConfigured()) {
      String letter = body + "\n\n" + mail.link("/login") + "\n";
      people.addresses(concerned).forEach(address -> mail.send(address, title, letter));
    }
  }
}
