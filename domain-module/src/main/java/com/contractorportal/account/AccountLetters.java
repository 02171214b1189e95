package com.contractorportal.account;

import com.contractorportal.language.Phrases;
import com.contractorportal.mail.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Letters to people about their own account: {@code letters*.properties}, each greeted by name. An
 * account has no language; it is written to in that of the company it belongs to, the first by name
 * of many, and operators in English.
 */
@ApplicationScoped
class AccountLetters {

  private static final String OPERATORS = "en";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Inject private AccountRepository accounts;
  @Inject private Mail mail;

  /**
   * Sends one of the letters, as {@link Mail#send} does.
   *
   * @param letter its name in the files
   * @param filled what stands in it, after the person's name; times as people read them
   */
  void send(Account account, String letter, Object... filled) {
    Phrases phrases = Phrases.of("com.contractorportal.account.letters", language(account));
    Object[] words =
        Stream.concat(Stream.of(account.view().displayName()), Stream.of(filled))
            .map(
                word ->
                    word instanceof Instant time
                        ? TIME.withLocale(phrases.locale()).format(time)
                        : word)
            .toArray();
    mail.send(
        account.email(),
        phrases.say(letter + ".subject", words),
        phrases.say(letter + ".body", words) + "\n");
  }

  /** Of this path, for letters. */
  String link(String path) {
    return mail.link(path);
  }

  private String language(Account account) {
    return accounts.memberships(account.id()).stream()
        .findFirst()
        .map(MembershipInCustomer::locale)
        .orElse(OPERATORS);
  }
}
