package com.contractorportal.mail;

import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Writes letters. They are kept in the transaction of whatever they tell of and sent after it, so
 * that nobody is told what was undone, and a mail server that is down keeps nobody from working.
 */
@ApplicationScoped
public class MailService implements Mail {

  @Inject private MailQueue queue;
  @Inject private MailServer server;

  @Override
  public boolean isConfigured() {
    return server.isConfigured();
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void send(String recipient, String subject, String body) {
    if (isConfigured()) {
      queue.add(new OutgoingMail(CurrentCustomer.bound(), recipient, subject, body));
    }
  }

  @Override
  public String link(String path) {
    return server.publicUrl() + path;
  }
}
