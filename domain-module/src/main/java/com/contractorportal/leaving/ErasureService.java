package com.contractorportal.leaving;

import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.customer.CustomerReopened;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.customer.CustomerView;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Erases customers who have left: an operator asks for it, an operator confirms it by the
 * customer's name, and after a time of grace a node that has the owner's account does it.
 */
@ApplicationScoped
@Transactional
public class ErasureService {

  private static final String ENTITY = "customer";

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  @Inject private CustomerService customers;
  @Inject private PlatformAudit audit;

  @Inject
  @ConfigProperty(name = "portal.erase.grace", defaultValue = "P30D")
  private Duration grace;

  /**
   * @throws NotFound if nobody asked for it
   */
  public ErasureView get(CustomerId customer) {
    return held(customer).view();
  }

  /**
   * The first step.
   *
   * @throws NotFound if there is no such customer
   * @throws CustomerIsNotClosed if it has not left
   * @throws ErasureStandsOtherwise if somebody has asked for it already
   */
  public ErasureView request(CustomerId customer, ErasureRequest request) {
    CustomerView view = closed(customer);
    if (em.find(CustomerErasure.class, customer.value()) != null) {
      throw new ErasureStandsOtherwise("This customer's erasure has been asked for already.");
    }
    CustomerErasure erasure =
        new CustomerErasure(
            customer, view.name(), request.reason().strip(), CurrentCustomer.actor().name());
    em.persist(erasure);
    record("request-erasure", customer, Optional.empty(), Optional.of(erasure.view()));
    return erasure.view();
  }

  /**
   * The second step.
   *
   * @throws NotFound if nobody asked for it
   * @throws InvalidField if the name is another
   * @throws ErasureStandsOtherwise if it is confirmed already
   */
  public ErasureView confirm(CustomerId customer, ErasureConfirmation confirmation) {
    CustomerErasure erasure = held(customer);
    closed(customer);
    if (!erasure.isRequested()) {
      throw new ErasureStandsOtherwise("This customer's erasure is confirmed already.");
    }
    if (!erasure.isOf(confirmation.customerName().strip())) {
      throw new InvalidField("customerName", "This is not the name of that customer.");
    }
    ErasureView before = erasure.view();
    erasure.confirm(CurrentCustomer.actor().name(), grace);
    record("confirm-erasure", customer, Optional.of(before), Optional.of(erasure.view()));
    return erasure.view();
  }

  /**
   * Lets the customer be.
   *
   * @throws NotFound if nobody asked for it
   * @throws ErasureStandsOtherwise if it has begun
   */
  public void cancel(CustomerId customer) {
    CustomerErasure erasure = held(customer);
    if (erasure.hasBegun()) {
      throw new ErasureStandsOtherwise("This customer's rows are erased already.");
    }
    em.remove(erasure);
    record("cancel-erasure", customer, Optional.of(erasure.view()), Optional.empty());
  }

  /** Who comes back is not erased, and has a time of grace again when it leaves once more. */
  void reopened(@Observes CustomerReopened back) {
    if (em.find(CustomerErasure.class, back.customer().value()) != null) {
      cancel(back.customer());
    }
  }

  /** Whose time of grace is over. */
  List<CustomerId> due() {
    return em
        .createQuery(
            "SELECT e.customerId FROM CustomerErasure e WHERE e.status = :gone"
                + " OR (e.status = :confirmed AND e.dueAt <= :now)",
            String.class)
        .setParameter("gone", ErasureStatus.ROWS_GONE)
        .setParameter("confirmed", ErasureStatus.CONFIRMED)
        .setParameter("now", Now.instant())
        .getResultList()
        .stream()
        .map(CustomerId::new)
        .toList();
  }

  /** The last file is gone: what is left is a record. */
  void finish(CustomerId customer, long files) {
    CustomerErasure erasure = held(customer);
    em.remove(erasure);
    record(
        "erase",
        customer,
        Optional.of(erasure.view()),
        Optional.of(new Erased(erasure.removedRows(), files)));
  }

  private CustomerView closed(CustomerId customer) {
    CustomerView view = customers.get(customer);
    if (view.status() != CustomerStatus.CLOSED) {
      throw new CustomerIsNotClosed();
    }
    return view;
  }

  private CustomerErasure held(CustomerId customer) {
    return Optional.ofNullable(
            em.find(CustomerErasure.class, customer.value(), LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new NotFound("erasure"));
  }

  private void record(
      String action, CustomerId customer, Optional<Object> before, Optional<Object> after) {
    audit.record(action, ENTITY, customer.value(), Optional.of(customer), before, after);
  }
}
