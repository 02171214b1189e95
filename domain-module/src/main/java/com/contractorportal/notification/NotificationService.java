package com.contractorportal.notification;

import com.contractorportal.account.MembershipService;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What people of the current customer are told, each what is meant for them. */
@ApplicationScoped
@Transactional
public class NotificationService {

  private static final int MOST_UNREAD = 100;
  private static final String NEWEST_FIRST = "-createdAt";

  @Inject private NotificationRepository notifications;
  @Inject private MembershipService memberships;

  /**
   * Tells people something, in the caller's transaction. Who does not belong to the customer at
   * present, or has yet to join, is told nothing.
   *
   * @param entity the kind of thing it is about, for instance {@code winter-event}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tell(
      Collection<UUID> accountIds,
      NotificationKind kind,
      String title,
      String body,
      String entity,
      UUID entityId) {
    Set<UUID> present = memberships.joined();
    accountIds.stream()
        .distinct()
        .filter(present::contains)
        .map(account -> new Notification(account, kind, title, body, entity, entityId))
        .forEach(notifications::add);
  }

  /**
   * One page of what the acting person was told, the newest first unless asked otherwise.
   *
   * @param unreadOnly leaves out what has been read
   */
  public NotificationPage list(boolean unreadOnly, PageRequest request) {
    Page<NotificationView> page =
        notifications
            .page(
                actor(),
                unreadOnly,
                new PageRequest(
                    request.limit(),
                    request.cursor(),
                    Optional.ofNullable(request.sort()).orElse(NEWEST_FIRST),
                    request.total()))
            .map(Notification::view);
    return new NotificationPage(
        page.items(), page.nextCursor(), page.total(), notifications.unread(actor(), MOST_UNREAD));
  }

  /**
   * The acting person has read something; a second time changes nothing.
   *
   * @throws NotFound if they were told no such thing
   */
  public void read(UUID id) {
    notifications
        .find(id)
        .filter(notification -> notification.isTo(actor()))
        .orElseThrow(() -> new NotFound("notification"))
        .read();
  }

  /** The acting person has read everything. */
  public void readAll() {
    notifications.readAll(actor(), Now.instant());
  }

  private static UUID actor() {
    return CurrentCustomer.actor().accountId().orElseThrow();
  }
}
