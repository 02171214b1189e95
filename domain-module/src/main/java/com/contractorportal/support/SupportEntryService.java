package com.contractorportal.support;

import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * The operators' side of support access. What happens stands in the platform's audit trail and in
 * the customer's own.
 */
@ApplicationScoped
public class SupportEntryService {

  @Inject private SupportService support;

  /**
   * Lets the acting operator into a customer.
   *
   * @param sessionId the operator's session; the access ends with it
   * @throws NotFound if there is no such customer
   * @throws CustomerIsNotOpen if it is suspended or closed
   * @throws SupportIsRefused if it lets no support in
   */
  public SupportGrant start(CustomerId customer, UUID sessionId, SupportRequest request) {
    return CurrentCustomer.callFor(customer, () -> support.start(sessionId, request));
  }

  /**
   * Ends an access to a customer. One that is over stays as it is.
   *
   * @throws NotFound if there is none in that customer
   */
  public void end(CustomerId customer, UUID id) {
    CurrentCustomer.callFor(
        customer,
        () -> {
          support.end(id);
          return id;
        });
  }
}
