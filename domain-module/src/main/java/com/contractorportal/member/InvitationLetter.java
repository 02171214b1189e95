package com.contractorportal.member;

import com.contractorportal.account.IssuedInvitation;
import com.contractorportal.customer.CustomerProfile;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.language.Phrases;
import com.contractorportal.mail.Mail;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How somebody gets to know that they are invited. */
@ApplicationScoped
class InvitationLetter {

  @Inject private Mail mail;
  @Inject private CustomerService customers;

  boolean isMailed() {
    return mail.isConfigured();
  }

  /** The secret stands behind the number sign: browsers keep that to themselves. */
  String link(IssuedInvitation invitation) {
    return mail.link("/join#" + invitation.token());
  }

  void send(String email, String displayName, String link) {
    CustomerProfile company = customers.own();
    Phrases phrases = Phrases.of("com.contractorportal.member.letters", company.locale());
    Object[] filled = {displayName, company.name(), CurrentCustomer.actor().name(), link};
    mail.send(
        email,
        phrases.say("invitation.subject", filled),
        phrases.say("invitation.body", filled) + "\n");
  }
}
