package com.contractorportal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server that takes the portal's letters, by SMTP; all of it stands in the settings. */
@ApplicationScoped
class MailServer {

  private static final String PATIENCE_MILLIS = "10000";

  private final Optional<String> host;
  private final int port;
  private final String security;
  private final Optional<String> user;
  private final Optional<String> password;
  private final Optional<String> authority;
  private final Optional<String> from;
  private final Optional<String> publicUrl;

  protected MailServer() {
    this(
        Optional.empty(),
        0,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Inject
  MailServer(
      @ConfigProperty(name = "portal.smtp.host") Optional<String> host,
      @ConfigProperty(name = "portal.smtp.port", defaultValue = "587") int port,
      @ConfigProperty(name = "portal.smtp.security", defaultValue = "starttls") String security,
      @ConfigProperty(name = "portal.smtp.user") Optional<String> user,
      @ConfigProperty(name = "portal.smtp.password") Optional<String> password,
      @ConfigProperty(name = "portal.smtp.ca") Optional<String> authority,
      @ConfigProperty(name = "portal.mail.from") Optional<String> from,
      @ConfigProperty(name = "portal.public.url") Optional<String> publicUrl) {
    this.host = host;
    this.port = port;
    this.security = security;
    this.user = user;
    this.password = password;
    this.authority = authority;
    this.from = from;
    this.publicUrl = publicUrl;
  }

  /** Letters need somebody to take them, a sender, and an address of the portal to lead back to. */
  boolean isConfigured() {
    return host.isPresent() && from.isPresent() && publicUrl.isPresent();
  }

  /** Where people reach the portal, without a slash at the end. */
  String publicUrl() {
    return publicUrl.map(url -> url.replaceFirst("/+$", "")).orElse("");
  }

  /**
   * Hands a letter over.
   *
   * @throws MessagingException if the server does not take it, or cannot be reached or trusted
   */
  void deliver(Letter letter) throws MessagingException {
    Session session = Session.getInstance(properties());
    MimeMessage message = new Identified(session, letter);
    message.setFrom(new InternetAddress(from.orElseThrow(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.body(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(letter.writtenAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(host.orElseThrow(), port, user.orElse(null), password.orElse(null));
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.auth", String.valueOf(user.isPresent()));
    properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security.equals("tls")));
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(isStartTls()));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(isStartTls()));
    if (!security.equals("none")) {
      properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
      properties.put(
          "mail.smtp.ssl.socketFactory", TrustedServers.sockets(authority.map(Path::of)));
    }
    return properties;
  }

  private boolean isStartTls() {
    return security.equals("starttls");
  }

  /** Keeps one Message-ID through all attempts; the library would make a new one each time. */
  private static final class Identified extends MimeMessage {

    private final Letter letter;

    Identified(Session session, Letter letter) {
      super(session);
      this.letter = letter;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      InternetAddress sender = (InternetAddress) getFrom()[0];
      String domain = sender.getAddress().replaceFirst(".*@", "");
      setHeader("Message-ID", "<" + letter.id() + "@" + domain + ">");
    }
  }
}
