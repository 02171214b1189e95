package com.contractorportal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this deployment asks of its operators. */
@ApplicationScoped
class OperatorRules {

  @Inject
  @ConfigProperty(name = "portal.super.admin.second.factor", defaultValue = "required")
  private String secondFactor;

  /** Unless it is said otherwise, and rightly spelled. */
  boolean needSecondFactor() {
    return !secondFactor.equalsIgnoreCase("optional");
  }
}
