package com.contractorportal.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.photo.PhotoService;
import com.contractorportal.property.PropertyImportService;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import com.contractorportal.weather.ForecastService;
import jakarta.enterprise.inject.spi.CDI;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two customers on a plan of their own. */
@ExtendWith(ArquillianExtension.class)
class FeatureIT {

  private static final Feature PHOTOS = Feature.WORK_PHOTOS;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private FeatureService features;
  private CustomerFeatureService switches;
  private Actor operator;
  private Actor manager;
  private String plan;
  private CustomerId ours;
  private CustomerId theirs;

  @BeforeEach
  void two_customers_on_one_plan() {
    given = new Fixture();
    features = CDI.current().select(FeatureService.class).get();
    switches = CDI.current().select(CustomerFeatureService.class).get();
    UUID account = given.account("no hash", true);
    operator = Actor.person(account, Fixture.email(account), Role.SUPER_ADMIN, "test");
    manager = Actor.person(account, Fixture.email(account), Role.MANAGER, "test");
    plan = "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    given.run(
        "INSERT INTO plan (code, position, created_at, updated_at)"
            + " SELECT ?, 99, created_at, updated_at FROM plan WHERE code = 'FREE'",
        plan);
    ours = customer("Ours");
    theirs = customer("Theirs");
    CurrentCustomer.bindOperator(operator);
  }

  private CustomerId customer(String name) {
    CustomerId customer = given.customer(name);
    given.run("UPDATE customer SET plan = ? WHERE customer_id = ?", plan, customer.value());
    return customer;
  }

  @AfterEach
  void gone() {
    CurrentCustomer.clear();
  }

  @Test
  void a_switch_of_the_customer_comes_before_that_of_the_plan() {
    assertThat(state(ours).enabled()).isTrue();
    assertThat(state(ours).source()).isEqualTo(FeatureSource.DEFAULT);

    features.switchPlan(PHOTOS, plan, Optional.of(false));
    assertThat(state(ours).enabled()).isFalse();
    assertThat(state(theirs).source()).isEqualTo(FeatureSource.PLAN);

    switches.change(ours, PHOTOS, Optional.of(true));
    switches.change(ours, PHOTOS, Optional.of(true)); // Twice is once.
    assertThat(state(ours).enabled()).isTrue();
    assertThat(state(ours).source()).isEqualTo(FeatureSource.CUSTOMER);
    assertThat(state(theirs).enabled()).as("the other's").isFalse();
    assertThat(rollout().plans()).contains(new FeatureRollout.PlanSwitch(plan, false));
    assertThat(rollout().customersOn()).isPositive();

    switches.change(ours, PHOTOS, Optional.empty());
    assertThat(state(ours).source()).isEqualTo(FeatureSource.PLAN);
    features.switchPlan(PHOTOS, plan, Optional.empty());
    assertThat(state(ours).source()).isEqualTo(FeatureSource.DEFAULT);
  }

  @Test
  void what_is_off_is_refused_at_once_and_to_nobody_else() {
    for (Feature feature : Feature.values()) {
      assertThatCode(as(ours, () -> require(feature))).doesNotThrowAnyException();
      switches.change(ours, feature, Optional.of(false));
      assertThatThrownBy(as(ours, () -> require(feature))).isInstanceOf(FeatureIsOff.class);
      assertThatCode(as(theirs, () -> require(feature))).doesNotThrowAnyException();
    }
    InputStream nothing = InputStream.nullInputStream();

    assertThatThrownBy(
            as(ours, () -> bean(PropertyImportService.class).start("sites.csv", false, nothing)))
        .isInstanceOf(FeatureIsOff.class);
    assertThatThrownBy(as(ours, () -> bean(ForecastService.class).at(UUID.randomUUID())))
        .isInstanceOf(FeatureIsOff.class);
    assertThatThrownBy(
            as(
                ours,
                () ->
                    bean(PhotoService.class)
                        .add(UUID.randomUUID(), "a.jpg", nothing, digest -> Optional.empty())))
        .isInstanceOf(FeatureIsOff.class);
  }

  @Test
  void switches_stand_in_the_trails() {
    features.switchPlan(PHOTOS, plan, Optional.of(false));
    switches.change(ours, PHOTOS, Optional.of(true));

    assertThat(audited("platform_audit", " AND after_state LIKE ?", "%" + plan + "%")).isEqualTo(1);
    assertThat(audited("platform_audit", " AND customer_id = ?", ours.value())).isEqualTo(1);
    assertThat(audited("audit_entry", " AND customer_id = ?", ours.value())).isEqualTo(1);
  }

  @Test
  void there_is_nothing_to_switch_for_nobody() {
    assertThatThrownBy(() -> features.switchPlan(PHOTOS, "PLATINUM", Optional.of(true)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> switches.change(new CustomerId("NNNNNNNNN"), PHOTOS, Optional.of(true)))
        .isInstanceOf(NotFound.class);
  }

  private long audited(String trail, String more, String value) {
    return given.number(
        "SELECT COUNT(*) FROM "
            + trail
            + " WHERE entity = 'feature' AND action = 'switch' AND actor_name = '"
            + operator.name()
            + "'"
            + more,
        value);
  }

  private FeatureState state(CustomerId customer) {
    return features.ofCustomer(customer).items().stream()
        .filter(state -> state.feature() == PHOTOS)
        .findFirst()
        .orElseThrow();
  }

  private FeatureRollout rollout() {
    return features.rollouts().items().stream()
        .filter(rollout -> rollout.feature() == PHOTOS)
        .findFirst()
        .orElseThrow();
  }

  private Object require(Feature feature) {
    features.require(feature);
    return feature;
  }

  /** By somebody of the customer; the operator is bound again behind it. */
  private ThrowingCallable as(CustomerId customer, Callable<?> work) {
    return () -> {
      CurrentCustomer.clear();
      try {
        CurrentCustomer.callAs(customer, manager, work);
      } finally {
        CurrentCustomer.bindOperator(operator);
      }
    };
  }

  private static <T> T bean(Class<T> type) {
    return CDI.current().select(type).get();
  }
}
