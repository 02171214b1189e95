package com.contractorportal.member;

import com.contractorportal.account.IssuedInvitation;
import com.contractorportal.customer.CustomerService;
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
    String company = customers.own().name();
    mail.send(
        email,
        "Join " + company + " on Contractor Portal",
        """
        Hello %s,

        %s invites you to work with %s on Contractor Portal.
        Follow this link within seven days:

        %s

        If you did not expect this, ignore it, and nothing happens.
        """
            .formatted(displayName, CurrentCustomer.actor().name(), company, link));
  }
}
