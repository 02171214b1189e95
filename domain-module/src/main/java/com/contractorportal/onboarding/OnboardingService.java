package com.contractorportal.onboarding;

import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.customer.CustomerTermsDraft;
import com.contractorportal.customer.CustomerView;
import com.contractorportal.equipment.EquipmentRateService;
import com.contractorportal.idempotency.IdempotencyKeyReused;
import com.contractorportal.idempotency.PlatformIdempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.member.CustomerHasMembers;
import com.contractorportal.member.MemberService;
import com.contractorportal.member.MemberView;
import com.contractorportal.property.PropertyDraft;
import com.contractorportal.property.PropertyService;
import com.contractorportal.propertylist.PropertyListService;
import com.contractorportal.route.RouteService;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.RuleViolation;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How a company becomes a customer. */
@ApplicationScoped
public class OnboardingService {

  @Inject private Onboarding onboarding;
  @Inject private CustomerService customers;
  @Inject private PlatformIdempotency idempotency;

  /**
   * Makes a customer, on trial, with what the template holds, and invites its administrator: all of
   * it or nothing, and once for one request key.
   *
   * @throws InvalidField if something in the draft cannot be, or there is no such template
   * @throws TemplateDoesNotFit if what the template holds cannot be made
   * @throws IdempotencyKeyReused if the key came with another request before
   */
  public OnboardedCustomer create(NewCustomerDraft draft, Optional<RequestKey> key) {
    Optional<String> earlier = idempotency.earlier(key);
    if (earlier.isPresent()) {
      return new OnboardedCustomer(customers.get(new CustomerId(earlier.get())), Optional.empty());
    }
    return CurrentCustomer.callFor(customers.freeId(), () -> onboarding.create(draft, key));
  }

  /**
   * Invites an administrator for a customer whom nobody has joined yet, because the first letter
   * came too late or to the wrong address; earlier links are worth nothing then.
   *
   * @throws NotFound if there is no such customer
   * @throws CustomerHasMembers if somebody has joined
   */
  public MemberView inviteAdmin(CustomerId customer, FirstAdminDraft draft) {
    return CurrentCustomer.callFor(customer, () -> onboarding.inviteAdmin(draft));
  }

  /** The transactions. */
  @ApplicationScoped
  @Transactional
  static class Onboarding {

    @Inject private TemplateRepository templates;
    @Inject private Drafts drafts;
    @Inject private CustomerService customers;
    @Inject private MemberService members;
    @Inject private EquipmentRateService rates;
    @Inject private PropertyService properties;
    @Inject private PropertyListService lists;
    @Inject private RouteService routes;
    @Inject private PlatformAudit audit;
    @Inject private PlatformIdempotency idempotency;

    OnboardedCustomer create(NewCustomerDraft draft, Optional<RequestKey> key) {
      Optional<OnboardingTemplate> template =
          Optional.ofNullable(draft.template())
              .map(
                  id ->
                      templates
                          .find(id)
                          .orElseThrow(
                              () -> new InvalidField("template", "There is no such template.")));
      Optional<TemplateContent> content = template.map(OnboardingTemplate::content);
      CustomerTermsDraft terms = draft.terms(content.flatMap(TemplateContent::defaults));
      drafts.check("", terms);
      CustomerView customer = customers.open(terms);
      MemberView admin = invite(draft.admin(), false);
      template.ifPresent(chosen -> apply(chosen.name(), content.get()));
      idempotency.remember(key, customer.customerId());
      return new OnboardedCustomer(customer, Optional.of(admin));
    }

    MemberView inviteAdmin(FirstAdminDraft draft) {
      customers.get(CurrentCustomer.require());
      return invite(draft, true);
    }

    private MemberView invite(FirstAdminDraft draft, boolean again) {
      drafts.check("admin.", draft.invitation());
      MemberView admin =
          again
              ? members.inviteFirst(draft.invitation())
              : members.invite(draft.invitation(), Optional.empty());
      audit.record(
          "invite",
          "member",
          admin.id().toString(),
          CurrentCustomer.bound(),
          Optional.empty(),
          Optional.of(draft));
      return admin;
    }

    private void apply(String name, TemplateContent content) {
      try {
        drafts.check(content); // By the constraints of today; they may have been others then.
        content.equipmentRates().forEach(rate -> rates.create(rate, Optional.empty()));
        Map<String, UUID> known = new HashMap<>();
        for (PropertyDraft property : content.properties()) {
          UUID id = properties.create(property, Optional.empty()).id();
          known.put(Drafts.key(property.name()), id);
        }
        content
            .propertyLists()
            .forEach(list -> lists.create(list.draft(Drafts.ids(known)), Optional.empty()));
        content
            .routes()
            .forEach(route -> routes.create(route.draft(Drafts.ids(known)), Optional.empty()));
      } catch (RuleViolation why) {
        throw new TemplateDoesNotFit(name, why);
      }
    }
  }
}
