package com.contractorportal.report;

import com.contractorportal.account.MembershipService;
import com.contractorportal.account.PersonService;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.language.Phrases;
import com.contractorportal.mail.Mail;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells subscribers what a night has made for their company. The letters are written in the
 * transaction that ends the customer's night, which there is once, however often workers died
 * before; and to those who are members then, of what their role may read then. They hold links and
 * no figures: whoever follows one signs in.
 */
@ApplicationScoped
class MorningLetters {

  @Inject private SubscriptionRepository subscriptions;
  @Inject private ReportRepository runs;
  @Inject private Reports reports;
  @Inject private MembershipService memberships;
  @Inject private PersonService people;
  @Inject private CustomerService customers;
  @Inject private Mail mail;

  /**
   * Writes the letters of a night that has ended for the bound customer.
   *
   * @param failure why not all reports were made, for administrators; empty if all were
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void nightEnded(Lease lease, Optional<String> failure) {
    if (lease.origin() != RunOrigin.NIGHTLY || !mail.isConfigured()) {
      return;
    }
    Map<UUID, List<ReportSubscription>> wanted =
        subscriptions.all().stream().collect(Collectors.groupingBy(ReportSubscription::accountId));
    if (wanted.isEmpty()) {
      return;
    }
    Made made = made(lease);
    Map<UUID, Role> roles = memberships.roles();
    String company = customers.own().name();
    wanted.forEach(
        (account, theirs) ->
            Optional.ofNullable(roles.get(account))
                .ifPresent(role -> write(lease, company, made, account, role, theirs, failure)));
  }

  /** What there is: completed runs by kind, and their files by run. */
  private record Made(Map<String, ReportRun> runs, Map<UUID, List<ReportFile>> files) {}

  private Made made(Lease lease) {
    Map<String, ReportRun> completed =
        runs.completedIn(lease.night()).stream()
            .collect(Collectors.toMap(ReportRun::kind, Function.identity()));
    return new Made(
        completed,
        runs.files(completed.values().stream().map(ReportRun::id).toList()).stream()
            .collect(Collectors.groupingBy(ReportFile::runId)));
  }

  private void write(
      Lease lease,
      String company,
      Made made,
      UUID account,
      Role role,
      List<ReportSubscription> theirs,
      Optional<String> failure) {
    Text words = new Text(lease);
    StringBuilder list = new StringBuilder();
    for (Report report : reports.all()) {
      if (report.readers().contains(role)) {
        theirs.stream()
            .filter(subscription -> subscription.kind().equals(report.kind()))
            .findFirst()
            .flatMap(subscription -> line(words.title(report), report, subscription, made))
            .ifPresent(list::append);
      }
    }
    Optional<String> why = failure.filter(any -> role == Role.ADMIN);
    if (list.isEmpty() && why.isEmpty()) {
      return;
    }
    String body =
        words.say("greeting", company, words.day())
            + why.map(reason -> words.say("failed", reason)).orElse("")
            + (list.isEmpty() ? "" : words.say("list", list))
            + words.say("end", page());
    people
        .addresses(Set.of(account))
        .forEach(
            address ->
                mail.send(
                    address,
                    words.say(why.isPresent() ? "subject.failed" : "subject", company, words.day()),
                    body));
  }

  /** A report and where its files are, if it was made in a format that is wanted. */
  private Optional<String> line(
      String title, Report report, ReportSubscription subscription, Made made) {
    return Optional.ofNullable(made.runs().get(report.kind()))
        .map(
            run ->
                made.files().getOrDefault(run.id(), List.of()).stream()
                    .map(file -> file.view().name())
                    .filter(subscription::wants)
                    .sorted()
                    .map(
                        name ->
                            "    " + name + "\n    " + page() + "?run=" + run.id() + "&file="
                                + name)
                    .collect(Collectors.joining("\n")))
        .filter(files -> !files.isEmpty())
        .map(files -> "  " + title + "\n" + files + "\n\n");
  }

  private String page() {
    return mail.link("/c/" + CurrentCustomer.require().value() + "/reports");
  }

  /** What letters say, in the customer's language if there is one of ours. */
  private static final class Text {

    private final Phrases lines;
    private final Words titles;
    private final String day;

    Text(Lease lease) {
      lines = Phrases.of("com.contractorportal.report.letter", lease.customerTerms().locale());
      titles = Words.of(lines.locale());
      day =
          DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
              .withLocale(lines.locale())
              .withZone(zone(lease.customerTerms().timeZone()))
              .format(lease.asOf());
    }

    /** An unknown zone makes reports fail; the letter that says so must not. */
    private static ZoneId zone(String name) {
      try {
        return ZoneId.of(name);
      } catch (DateTimeException unknown) {
        return ZoneOffset.UTC;
      }
    }

    String title(Report report) {
      return titles.title(report);
    }

    String day() {
      return day;
    }

    String say(String line, Object... values) {
      return lines.say(line, values);
    }
  }
}
