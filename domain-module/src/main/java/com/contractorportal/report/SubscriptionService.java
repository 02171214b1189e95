package com.contractorportal.report;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Of which reports the acting member is told by letter in the morning. */
@ApplicationScoped
@Transactional
public class SubscriptionService {

  private static final String ENTITY = "report-subscription";

  @Inject private SubscriptionRepository subscriptions;
  @Inject private Reports reports;
  @Inject private ReportWriter writer;
  @Inject private AuditTrail audit;

  /** The acting member's own, by kind. */
  public List<ReportSubscriptionView> list() {
    return subscriptions.of(account()).stream().map(ReportSubscription::view).toList();
  }

  /**
   * Lets the acting member be told of a report, or in other formats.
   *
   * @throws NotFound if there is no such report, or none for this person
   * @throws InvalidField if a format is none in which reports are made
   */
  public ReportSubscriptionView subscribe(String kind, List<String> formats) {
    Report readable =
        reports.readable().stream()
            .filter(report -> report.kind().equals(kind))
            .findFirst()
            .orElseThrow(() -> new NotFound("report"));
    List<String> known = writer.layouts(readable).stream().map(Layout::extension).toList();
    if (formats.isEmpty() || !known.containsAll(formats)) {
      throw new InvalidField("formats", "Choose one or more of %s.", String.join(", ", known));
    }
    List<String> wanted = known.stream().filter(formats::contains).toList();
    Optional<ReportSubscription> there = subscriptions.find(account(), kind);
    if (there.isEmpty()) {
      ReportSubscription added = new ReportSubscription(account(), kind, wanted);
      subscriptions.add(added);
      audit.created(ENTITY, added.id(), added.view());
      return added.view();
    }
    ReportSubscription subscription = there.get();
    ReportSubscriptionView before = subscription.view();
    subscription.in(wanted);
    audit.changed("update", ENTITY, subscription.id(), before, subscription.view());
    return subscription.view();
  }

  /**
   * Lets the acting member be told of a report no more. What a person may not read any more they
   * can still leave.
   *
   * @throws NotFound if they were not to be told
   */
  public void unsubscribe(String kind) {
    ReportSubscription subscription =
        subscriptions.find(account(), kind).orElseThrow(() -> new NotFound(ENTITY));
    subscriptions.remove(subscription);
    audit.deleted(ENTITY, subscription.id(), subscription.view());
  }

  private static UUID account() {
    return CurrentCustomer.actor().accountId().orElseThrow();
  }
}
