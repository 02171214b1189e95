package com.contractorportal.mail;

/** How features tell people something by e-mail. */
public interface Mail {

  /** Whether letters can be sent at all; without a mail server {@link #send} does nothing. */
  boolean isConfigured();

  /**
   * Sends a plain letter once the caller's transaction has been committed, soon after or, if the
   * mail server does not take it, later. There must be a transaction.
   *
   * @param recipient an e-mail address
   * @param subject one line of at most 200 characters; a longer one is cut
   * @param body plain text; it is forgotten once the letter has been sent
   */
  void send(String recipient, String subject, String body);

  /**
   * The address under which people reach the portal, with a path in it, as letters need it.
   *
   * @param path from the root, {@code /login} say
   */
  String link(String path);
}
