package com.contractorportal.support;

import com.contractorportal.account.AccountView;
import com.contractorportal.account.ActingCustomer;
import com.contractorportal.account.CustomerSuspended;
import com.contractorportal.account.IssuedToken;
import com.contractorportal.account.Me;
import com.contractorportal.account.TokenService;
import com.contractorportal.audit.AuditTrail;
import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.customer.CustomerProfile;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.customer.SupportSetting;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.support.SupportRepository.Door;
import com.contractorportal.support.SupportRepository.Standing;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Support access: an operator enters a customer for a while, with a reason that the customer reads,
 * and as nobody who could give rights away. Every request looks whether all that still holds.
 */
@ApplicationScoped
@Transactional
public class SupportService {

  private static final String ENTITY = "support-access";
  private static final Duration LONGEST = Duration.ofHours(1);

  @Inject private SupportRepository accesses;
  @Inject private CustomerService customers;
  @Inject private TokenService tokens;
  @Inject private PlatformAudit platformAudit;
  @Inject private AuditTrail audit;

  /**
   * Lets the acting operator into the current customer.
   *
   * @throws NotFound if there is no such customer
   * @throws CustomerIsNotOpen if it is suspended or closed
   * @throws SupportIsRefused if it lets no support in
   */
  SupportGrant start(UUID sessionId, SupportRequest request) {
    CustomerId customer = CurrentCustomer.require();
    Door door = accesses.hold(customer).orElseThrow(() -> new NotFound("customer"));
    if (!door.status().isOpen()) {
      throw new CustomerIsNotOpen();
    }
    if (!door.allowed()) {
      throw new SupportIsRefused();
    }
    Actor operator = CurrentCustomer.actor();
    SupportAccess access = new SupportAccess(customer, operator, sessionId, request);
    accesses.add(access);
    audit.created(ENTITY, access.id(), access.view());
    platformAudit.record(
        "create",
        ENTITY,
        access.id().toString(),
        Optional.of(customer),
        Optional.empty(),
        Optional.of(access.view()));
    IssuedToken token =
        tokens.support(
            access.id(),
            operator.accountId().orElseThrow(),
            operator.name(),
            customer,
            access.role(),
            access.expiresAt());
    return new SupportGrant(access.view(), token.text(), token.expiresAt());
  }

  /**
   * Ends an access to the current customer. One that is over stays as it is.
   *
   * @throws NotFound if there is none
   */
  public void end(UUID id) {
    CustomerId customer = CurrentCustomer.require();
    end(accesses.lock(id, customer).orElseThrow(() -> new NotFound("support access")));
  }

  private void end(SupportAccess access) {
    SupportAccessView before = access.view();
    if (access.end(CurrentCustomer.actor().accountId())) {
      audit.changed("end", ENTITY, access.id(), before, access.view());
      platformAudit.record(
          "end",
          ENTITY,
          access.id().toString(),
          CurrentCustomer.bound(),
          Optional.of(before),
          Optional.of(access.view()));
    }
  }

  /** One page of who was let into the current customer, the last first. */
  public Page<SupportAccessView> list(PageRequest request) {
    return accesses.page(CurrentCustomer.require(), request).map(SupportAccess::view);
  }

  /** Whether support may enter the current customer. */
  public SupportSetting setting() {
    return customers.supportSetting();
  }

  /**
   * Lets support in from now on, or keeps it out and ends what is going on.
   *
   * @throws StaleVersion if the customer was changed since
   */
  public SupportSetting allow(int version, boolean allowed) {
    CustomerId customer = CurrentCustomer.require();
    accesses.hold(customer);
    SupportSetting setting = customers.allowSupport(version, allowed);
    if (!allowed) {
      Instant now = Now.instant();
      accesses.lockRunning(customer, now.minus(LONGEST), now).forEach(this::end);
    }
    return setting;
  }

  /**
   * Holds the claims of a verified token against the present.
   *
   * @throws NotAuthenticated if the access is over, the operator has signed out or is none any
   *     more, or the customer keeps support out
   * @throws CustomerSuspended if nobody may work in the customer
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public void check(UUID id, UUID operatorId, CustomerId customer, Role role) {
    Standing standing =
        accesses
            .standing(id, operatorId, customer, Now.instant())
            .orElseThrow(NotAuthenticated::sessionEnded);
    if (sound(standing) != role) {
      throw NotAuthenticated.sessionEnded();
    }
  }

  /**
   * The operator of an access as they stand at present, for what is opened without a token.
   *
   * @return empty if the id is of no support access
   * @throws NotAuthenticated as {@link #check} does
   * @throws CustomerSuspended if nobody may work in the customer
   */
  public Optional<Actor> actor(UUID id, UUID operatorId, CustomerId customer, String requestId) {
    return accesses
        .standing(id, operatorId, customer, Now.instant())
        .map(
            standing ->
                Actor.support(id, operatorId, standing.operatorName(), sound(standing), requestId));
  }

  private static Role sound(Standing standing) {
    if (standing.ended()
        || !Now.instant().isBefore(standing.expiresAt())
        || !standing.sessionAlive()
        || !standing.door().allowed()) {
      throw NotAuthenticated.sessionEnded();
    }
    if (!standing.door().status().isOpen()) {
      throw new CustomerSuspended();
    }
    return SupportAccess.role(standing.mayWrite());
  }

  /** Who supports the current customer, and as what. */
  public Me me() {
    Actor operator = CurrentCustomer.actor();
    CustomerProfile customer = customers.own();
    return new Me(
        new AccountView(operator.accountId().orElseThrow(), operator.name(), operator.name(), true),
        Optional.of(
            new ActingCustomer(
                customer.customerId(),
                customer.name(),
                customer.timeZone(),
                customer.locale(),
                customer.currency(),
                customer.units(),
                operator.role().orElseThrow())),
        List.of());
  }
}
