package com.contractorportal.system;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The letters that the portal has sent, as whom they are for reads them. */
record Letters(PortalSystem portal) {

  private static final Pattern LINK = Pattern.compile("http://\\S+/join#[A-Za-z0-9_-]{43}");
  private static final Pattern RESET = Pattern.compile("http://\\S+/reset#[A-Za-z0-9_-]{43}");

  /**
   * The link of an invitation, waiting until it comes.
   *
   * @param which 1 for the first that this address got
   */
  String link(String address, int which) {
    return Soon.find(
        "letter " + which + " to " + address,
        () -> links(address, LINK).stream().skip(which - 1L).findFirst());
  }

  /** The link by which to choose a new password. */
  String resetLink(String address, int which) {
    return Soon.find(
        "reset " + which + " of " + address,
        () -> links(address, RESET).stream().skip(which - 1L).findFirst());
  }

  /** What is secret in such a link. */
  String resetToken(String address, int which) {
    return resetLink(address, which).replaceFirst(".*#", "");
  }

  /** What is secret in such a link. */
  String token(String address, int which) {
    return link(address, which).replaceFirst(".*#", "");
  }

  /** What the first letter to an address says, waiting until it comes. */
  String first(String address) {
    return Soon.find("a letter to " + address, () -> to(address).map(Letters::text).findFirst());
  }

  private Stream<MimeMessage> to(String address) {
    return Arrays.stream(portal.mails().getReceivedMessages()).filter(mail -> isTo(mail, address));
  }

  private List<String> links(String address, Pattern link) {
    return to(address)
        .flatMap(mail -> link.matcher(text(mail)).results())
        .map(found -> found.group())
        .toList();
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return mail.getAllRecipients()[0].toString().equals(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) {
    try {
      return mail.getContent().toString();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
