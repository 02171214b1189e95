package com.contractorportal.property;

import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Meter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** How many properties a customer has in service. */
@ApplicationScoped
class PropertiesInService implements Meter {

  @Inject private PropertyRepository properties;

  @Override
  public Limit limit() {
    return Limit.PROPERTIES;
  }

  @Override
  @Transactional
  public long used() {
    return properties.countInService();
  }
}
