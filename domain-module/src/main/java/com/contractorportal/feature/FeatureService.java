package com.contractorportal.feature;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.paging.Page;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Optional;

/**
 * What customers may use: a switch for the customer, or else one for its plan, or else what the
 * portal comes with. It holds on the next request.
 */
@ApplicationScoped
@Transactional
public class FeatureService implements Features {

  private static final String ENTITY = "feature";
  private static final String SWITCH = "switch";

  @Inject private FeatureRepository switches;
  @Inject private AuditTrail audit;
  @Inject private PlatformAudit platformAudit;

  @Override
  public void require(Feature feature) {
    if (!state(feature, CurrentCustomer.require()).enabled()) {
      throw new FeatureIsOff(feature);
    }
  }

  /** All features, and whether the current customer has them. */
  public Page<FeatureView> own() {
    CustomerId customer = CurrentCustomer.require();
    return Page.of(
        Arrays.stream(Feature.values())
            .map(feature -> state(feature, customer))
            .map(state -> new FeatureView(state.feature(), state.description(), state.enabled()))
            .toList());
  }

  /** All features, and how they are for one customer. */
  public Page<FeatureState> ofCustomer(CustomerId customer) {
    return Page.of(
        Arrays.stream(Feature.values()).map(feature -> state(feature, customer)).toList());
  }

  /** All features, and how far they are rolled out. */
  public Page<FeatureRollout> rollouts() {
    return Page.of(Arrays.stream(Feature.values()).map(this::rollout).toList());
  }

  /**
   * Switches a feature for a plan, that is for all of its customers without a switch of their own.
   *
   * @param enabled nothing takes the plan's switch away
   * @throws NotFound if there is no such plan
   */
  public FeatureRollout switchPlan(Feature feature, String plan, Optional<Boolean> enabled) {
    Optional<Object> before = planSwitch(feature, plan);
    if (enabled.isEmpty()) {
      switches.clearPlan(feature, plan);
    } else if (!switches.switchPlan(feature, plan, enabled.get())) {
      throw new NotFound("plan");
    }
    platformAudit.record(
        SWITCH, ENTITY, feature.name(), Optional.empty(), before, planSwitch(feature, plan));
    return rollout(feature);
  }

  private Optional<Object> planSwitch(Feature feature, String plan) {
    return switches.plans(feature).stream()
        .filter(one -> one.plan().equals(plan))
        .findFirst()
        .map(Object.class::cast);
  }

  /**
   * Switches a feature for the current customer, whatever its plan says.
   *
   * @param enabled nothing takes the customer's switch away
   * @throws NotFound if there is no such customer
   */
  FeatureState switchOwn(Feature feature, Optional<Boolean> enabled) {
    CustomerId customer = CurrentCustomer.require();
    FeatureState before = state(feature, customer);
    enabled.ifPresentOrElse(
        on -> switches.switchCustomer(feature, customer, on),
        () -> switches.clearCustomer(feature, customer));
    FeatureState after = state(feature, customer);
    audit.changed(SWITCH, ENTITY, feature.name(), before, after);
    platformAudit.record(
        SWITCH,
        ENTITY,
        feature.name(),
        Optional.of(customer),
        Optional.of(before),
        Optional.of(after));
    return after;
  }

  private FeatureState state(Feature feature, CustomerId customer) {
    return switches.state(feature, customer).orElseThrow(() -> new NotFound("customer"));
  }

  private FeatureRollout rollout(Feature feature) {
    return new FeatureRollout(
        feature,
        feature.description(),
        switches.plans(feature),
        switches.customers(feature, true),
        switches.customers(feature, false));
  }
}
