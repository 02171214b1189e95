package com.contractorportal.customer;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Consumer;

/** The customers of the portal, for operators and for the portal itself. */
@ApplicationScoped
@Transactional
public class CustomerService {

  private static final String ENTITY = "customer";

  @Inject private CustomerRepository customers;
  @Inject private CustomerIdGenerator ids;
  @Inject private AuditTrail audit;
  @Inject private PlatformAudit platformAudit;
  @Inject private Event<CustomerReopened> reopened;

  /** One page of the customers, sorted by {@code name}. */
  public Page<CustomerView> list(CustomerFilter filter, PageRequest request) {
    return customers.page(filter, request).map(Customer::view);
  }

  /**
   * @throws NotFound if there is none
   */
  public CustomerView get(CustomerId id) {
    return find(id).orElseThrow(() -> new NotFound(ENTITY));
  }

  /** The customer, if there is one. */
  public Optional<CustomerView> find(CustomerId id) {
    return customers.find(id).map(Customer::view);
  }

  /** The customer for which this thread works, as its own people see it. */
  public CustomerProfile own() {
    return current().profile();
  }

  /**
   * Makes the current customer what the draft says.
   *
   * @throws StaleVersion if it was changed since
   */
  public CustomerProfile updateOwn(int version, CustomerDraft draft) {
    Customer customer = current();
    StaleVersion.check(version, customer.version());
    CustomerProfile before = customer.profile();
    customer.describe(draft);
    customers.flush();
    audit.changed("update", ENTITY, customer.id(), before, customer.profile());
    return customer.profile();
  }

  /** Whether the people of the current customer need a second factor. */
  public SecondFactorRule secondFactorRule() {
    return current().secondFactorRule();
  }

  /**
   * Decides whether the people of the current customer need a second factor. Whoever has none
   * reaches nothing there from their next request on, until they have set one up.
   *
   * @throws StaleVersion if the customer was changed since
   */
  public SecondFactorRule requireSecondFactor(int version, boolean required) {
    Customer customer = current();
    StaleVersion.check(version, customer.version());
    SecondFactorRule before = customer.secondFactorRule();
    customer.requireSecondFactor(required);
    customers.flush();
    audit.changed(
        "require-second-factor", ENTITY, customer.id(), before, customer.secondFactorRule());
    return customer.secondFactorRule();
  }

  /** An id that no customer has, for one that is about to be. */
  public CustomerId freeId() {
    return ids.next();
  }

  /** Makes the customer for which this thread works, and which is not there yet; it is on trial. */
  public CustomerView open(CustomerTermsDraft terms) {
    CustomerId id = CurrentCustomer.require();
    Customer customer = new Customer(id, terms);
    customers.add(customer);
    customers.flush();
    CustomerView after = customer.view();
    audit.created(ENTITY, id.value(), after);
    platformAudit.record(
        "create", ENTITY, id.value(), Optional.of(id), Optional.empty(), Optional.of(after));
    return after;
  }

  /**
   * Gives the current customer other terms.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   */
  CustomerView agree(int version, CustomerTermsDraft terms) {
    return change("update", version, customer -> customer.agree(terms));
  }

  /**
   * Changes where the current customer stands.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   * @throws CustomerStandsOtherwise if that is not possible at present
   */
  CustomerView become(int version, CustomerChange change, Optional<String> reason) {
    CustomerView after =
        change(change.verb(), version, customer -> customer.become(change, reason));
    if (change == CustomerChange.REOPEN) {
      reopened.fire(new CustomerReopened(CurrentCustomer.require()));
    }
    return after;
  }

  private CustomerView change(String action, int version, Consumer<Customer> how) {
    Customer customer = current();
    StaleVersion.check(version, customer.version());
    CustomerView before = customer.view();
    how.accept(customer);
    customers.flush();
    CustomerView after = customer.view();
    audit.changed(action, ENTITY, customer.id(), before, after);
    platformAudit.record(
        action,
        ENTITY,
        customer.id(),
        CurrentCustomer.bound(),
        Optional.of(before),
        Optional.of(after));
    return after;
  }

  /** Whether the vendor's support may enter the current customer. */
  public SupportSetting supportSetting() {
    return current().supportSetting();
  }

  /**
   * Lets support in from now on, or keeps it out.
   *
   * @throws StaleVersion if the customer was changed since
   */
  public SupportSetting allowSupport(int version, boolean allowed) {
    Customer customer = current();
    StaleVersion.check(version, customer.version());
    SupportSetting before = customer.supportSetting();
    customer.allowSupport(allowed);
    customers.flush();
    audit.changed("update", "support-setting", customer.id(), before, customer.supportSetting());
    return customer.supportSetting();
  }

  private Customer current() {
    return customers.find(CurrentCustomer.require()).orElseThrow(() -> new NotFound(ENTITY));
  }
}
