package com.contractorportal.feature;

import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How operators switch features for one customer; both audit trails tell it. */
@ApplicationScoped
public class CustomerFeatureService {

  @Inject private FeatureService features;

  /**
   * Switches a feature, whatever the customer's plan says.
   *
   * @param enabled nothing takes the customer's switch away, so that the plan's holds again
   * @throws NotFound if there is no such customer
   */
  public FeatureState change(CustomerId customer, Feature feature, Optional<Boolean> enabled) {
    return CurrentCustomer.callFor(customer, () -> features.switchOwn(feature, enabled));
  }
}
