package com.contractorportal.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.customer.CustomerLifeService;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.customer.CustomerView;
import com.contractorportal.customer.ReasonDraft;
import com.contractorportal.customer.Units;
import com.contractorportal.equipment.EquipmentRateDraft;
import com.contractorportal.equipment.RatesOverlap;
import com.contractorportal.idempotency.IdempotencyKeyReused;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.member.CustomerHasMembers;
import com.contractorportal.member.JoinService;
import com.contractorportal.member.MemberView;
import com.contractorportal.property.PropertyDraft;
import com.contractorportal.route.RouteService;
import com.contractorportal.route.RouteView;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.RuleViolation;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator makes customers and leads them through their life. */
@ExtendWith(ArquillianExtension.class)
class OnboardingIT {

  private static final CustomerId NOBODY = new CustomerId("NNNNNNNNN");
  private static final ReasonDraft WHY = new ReasonDraft("The invoice is not paid.");

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private OnboardingService onboarding;
  private TemplateService templates;
  private CustomerLifeService life;
  private CustomerService customers;
  private Actor operator;
  private String company;
  private String address;

  @BeforeEach
  void an_operator() {
    given = new Fixture();
    onboarding = CDI.current().select(OnboardingService.class).get();
    templates = CDI.current().select(TemplateService.class).get();
    life = CDI.current().select(CustomerLifeService.class).get();
    customers = CDI.current().select(CustomerService.class).get();
    UUID account = given.account("no hash", true);
    operator = Actor.person(account, Fixture.email(account), Role.SUPER_ADMIN, "test");
    CurrentCustomer.bindOperator(operator);
    company = "Company " + UUID.randomUUID();
    address = UUID.randomUUID() + "@onboarding.example";
  }

  @AfterEach
  void gone() {
    CurrentCustomer.clear();
  }

  @Test
  void a_customer_starts_with_what_the_template_holds() {
    UUID template = template(content(rate("Loader", "2026-01-01", null)));

    OnboardedCustomer made = onboarding.create(order(template), Optional.empty());

    CustomerView customer = made.customer();
    assertThat(customer.status()).isEqualTo(CustomerStatus.TRIAL);
    assertThat(customer.units()).isEqualTo(Units.IMPERIAL);
    assertThat(customer.currency()).isEqualTo("CAD");
    assertThat(customer.timeZone()).as("the order's, not the template's").isEqualTo("Europe/Oslo");
    assertThat(made.admin().orElseThrow().role()).isEqualTo(Role.ADMIN);
    assertThat(count("equipment_rate", customer)).isEqualTo(1);
    assertThat(count("property", customer)).isEqualTo(2);
    assertThat(count("property_list_entry", customer)).isEqualTo(1);
    RouteView route = routes(customer);
    assertThat(route.name()).isEqualTo("North");
    assertThat(route.stops()).extracting("name").containsExactly("Town hall", "Depot");
    assertThat(count("audit_entry", customer)).as("all of it by the operator").isEqualTo(7);
    assertThat(CurrentCustomer.bound()).isEmpty();
  }

  @Test
  void a_template_that_cannot_be_applied_creates_nothing() {
    UUID template =
        template(content(rate("Loader", "2026-01-01", null), rate("Loader", "2026-02-01", null)));

    assertThatThrownBy(() -> onboarding.create(order(template), key("once")))
        .isInstanceOf(TemplateDoesNotFit.class)
        .hasCauseInstanceOf(RatesOverlap.class)
        .hasMessageContaining("was not created: Loader has a rate");

    assertThat(given.number("SELECT COUNT(*) FROM customer WHERE name = ?", company)).isZero();
    assertThat(given.number("SELECT COUNT(*) FROM account WHERE email = ?", address)).isZero();
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM platform_audit WHERE entity = 'customer' AND after_state LIKE ?",
                "%" + company + "%"))
        .isZero();
    assertThat(onboarding.create(order(template()), key("other")).customer().name())
        .isEqualTo(company);
  }

  @Test
  void the_same_request_makes_one_customer() {
    OnboardedCustomer made = onboarding.create(order(null), key("once"));

    OnboardedCustomer again = onboarding.create(order(null), key("once"));

    assertThat(again.customer()).isEqualTo(made.customer());
    assertThat(again.admin()).as("links are told once").isEmpty();
    assertThatThrownBy(() -> onboarding.create(order(template()), key("once", "another")))
        .isInstanceOf(IdempotencyKeyReused.class);
  }

  @Test
  void what_the_customers_own_api_refuses_no_template_holds() {
    assertField("content.equipmentRates[0].validFrom", content(rate("Loader", null, null)));
    assertField(
        "content.routes[0]",
        new TemplateContent(
            null,
            null,
            List.of(property("Depot")),
            null,
            List.of(new TemplateContent.RouteOfNames("North", null, null, List.of("Church")))));
    assertField(
        "content.routes[0].name",
        new TemplateContent(
            null,
            null,
            null,
            null,
            List.of(new TemplateContent.RouteOfNames(" ", null, null, null))));
    assertField(
        "content.properties[1].name",
        new TemplateContent(
            null, null, List.of(property("Depot"), property(" depot")), null, null));
    assertField(
        "content.settings.timeZone",
        new TemplateContent(
            new TemplateContent.Settings(null, null, "Vermont", null), null, null, null, null));
  }

  @Test
  void an_order_without_what_a_customer_needs_is_refused_by_field() {
    assertThatThrownBy(
            () ->
                onboarding.create(
                    new NewCustomerDraft(
                        company, null, "en-US", "USD", null, "ENTERPRISE", null, null, admin()),
                    Optional.empty()))
        .isInstanceOfSatisfying(
            InvalidField.class, refused -> assertThat(refused.field()).isEqualTo("timeZone"));
    assertThatThrownBy(
            () ->
                onboarding.create(
                    new NewCustomerDraft(
                        company, "UTC", "en-US", "USD", null, "PLATINUM", null, null, admin()),
                    Optional.empty()))
        .isInstanceOfSatisfying(
            InvalidField.class, refused -> assertThat(refused.field()).isEqualTo("plan"));
    assertThatThrownBy(() -> onboarding.create(order(UUID.randomUUID()), Optional.empty()))
        .isInstanceOfSatisfying(
            InvalidField.class, refused -> assertThat(refused.field()).isEqualTo("template"));
  }

  @Test
  void a_customer_lives_and_both_trails_tell_it() {
    CustomerView made = onboarding.create(order(null), Optional.empty()).customer();
    CustomerId id = new CustomerId(made.customerId());

    CustomerView active = life.activate(id, made.version());
    CustomerView suspended = life.suspend(id, active.version(), WHY);
    assertThat(suspended.status()).isEqualTo(CustomerStatus.SUSPENDED);
    assertThat(suspended.statusReason()).contains(WHY.reason());
    assertThat(suspended.suspendedAt()).isPresent();
    CustomerView closed = life.close(id, suspended.version(), new ReasonDraft("They left."));
    assertThat(closed.closedAt()).isPresent();
    assertThatThrownBy(() -> life.activate(id, closed.version()))
        .isInstanceOfSatisfying(
            RuleViolation.class, no -> assertThat(no.name()).isEqualTo("customer-is-closed"));
    CustomerView reopened = life.reopen(id, closed.version());
    assertThat(reopened.status()).isEqualTo(CustomerStatus.ACTIVE);
    assertThat(reopened.statusReason()).isEmpty();
    assertThat(reopened.closedAt()).isEmpty();

    assertThatThrownBy(() -> life.suspend(id, active.version(), WHY))
        .isInstanceOf(StaleVersion.class);
    assertThatThrownBy(() -> life.suspend(NOBODY, 0, WHY)).isInstanceOf(NotFound.class);
    assertThat(customers.get(id)).isEqualTo(reopened);
    for (String trail : List.of("audit_entry", "platform_audit")) {
      for (String action : List.of("create", "activate", "suspend", "close", "reopen")) {
        assertThat(
                given.number(
                    "SELECT COUNT(*) FROM "
                        + trail
                        + " WHERE customer_id = ? AND entity = 'customer' AND action = ?"
                        + " AND actor_name = ?",
                    id.value(),
                    action,
                    operator.name()))
            .as(trail + " " + action)
            .isEqualTo(1);
      }
    }
  }

  @Test
  void an_administrator_is_invited_again_until_somebody_has_joined() throws Exception {
    OnboardedCustomer made = onboarding.create(order(null), Optional.empty());
    CustomerId id = new CustomerId(made.customer().customerId());
    String first = token(made.admin().orElseThrow());
    JoinService joins = CDI.current().select(JoinService.class).get();

    String second = token(onboarding.inviteAdmin(id, admin()));
    String other =
        token(onboarding.inviteAdmin(id, new FirstAdminDraft("right." + address, "Ann Admin")));

    assertThatThrownBy(() -> joins.find(first)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> joins.find(second)).isInstanceOf(NotFound.class);
    CurrentCustomer.clear(); // Who joins is nobody yet.
    joins.accept(other, Optional.of("snow falls at night"), Optional.empty(), "test");
    CurrentCustomer.bindOperator(operator);
    assertThatThrownBy(() -> onboarding.inviteAdmin(id, admin()))
        .isInstanceOf(CustomerHasMembers.class);
    assertThatThrownBy(() -> onboarding.inviteAdmin(NOBODY, admin())).isInstanceOf(NotFound.class);
  }

  private void assertField(String field, TemplateContent content) {
    assertThatThrownBy(() -> template(content))
        .isInstanceOfSatisfying(
            InvalidField.class,
            refused -> assertThat(refused.field()).as(refused.getMessage()).isEqualTo(field));
  }

  private static String token(MemberView admin) {
    return admin.invitation().orElseThrow().link().orElseThrow().replaceFirst(".*#", "");
  }

  private RouteView routes(CustomerView customer) {
    RouteService routes = CDI.current().select(RouteService.class).get();
    UUID id = given.ids("SELECT id FROM route WHERE customer_id = ?", customer.customerId()).get(0);
    return CurrentCustomer.callFor(new CustomerId(customer.customerId()), () -> routes.get(id));
  }

  private long count(String table, CustomerView customer) {
    return given.number(
        "SELECT COUNT(*) FROM " + table + " WHERE customer_id = ?", customer.customerId());
  }

  private UUID template(TemplateContent content) {
    return templates
        .create(new TemplateDraft(UUID.randomUUID().toString(), null, content), Optional.empty())
        .id();
  }

  private UUID template() {
    return template(content());
  }

  private static TemplateContent content(EquipmentRateDraft... rates) {
    return new TemplateContent(
        new TemplateContent.Settings(Units.IMPERIAL, "en-CA", "America/Toronto", "CAD"),
        List.of(rates),
        List.of(property("Depot"), property("Town hall")),
        List.of(new TemplateContent.ListOfNames("Public", null, List.of("town hall"))),
        List.of(
            new TemplateContent.RouteOfNames(
                "North", "Truck 1", null, List.of("Town hall", "Depot"))));
  }

  private static PropertyDraft property(String name) {
    return new PropertyDraft(
        name, "1 Main St", null, null, null, null, null, null, null, null, null, null, null, null);
  }

  private static EquipmentRateDraft rate(String equipment, String from, String to) {
    return new EquipmentRateDraft(
        equipment,
        new BigDecimal("120.50"),
        "USD",
        from == null ? null : LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to));
  }

  private NewCustomerDraft order(UUID template) {
    return template == null
        ? new NewCustomerDraft(
            company, "Europe/Oslo", "nb-NO", "NOK", null, "ENTERPRISE", null, null, admin())
        : new NewCustomerDraft(
            company, "Europe/Oslo", null, null, null, "ENTERPRISE", null, template, admin());
  }

  private FirstAdminDraft admin() {
    return new FirstAdminDraft(address, "Ann Admin");
  }

  private Optional<RequestKey> key(String name) {
    return key(name, "customer.create");
  }

  private Optional<RequestKey> key(String name, String operation) {
    return Optional.of(RequestKey.of(name, operation, admin()));
  }
}
