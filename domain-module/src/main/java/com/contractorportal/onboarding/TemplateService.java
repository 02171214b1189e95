package com.contractorportal.onboarding;

import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.idempotency.PlatformIdempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The vendor's templates for new customers. */
@ApplicationScoped
@Transactional
public class TemplateService {

  private static final String ENTITY = "onboarding-template";

  @Inject private TemplateRepository templates;
  @Inject private Drafts drafts;
  @Inject private PlatformAudit audit;
  @Inject private PlatformIdempotency idempotency;

  /** One page of the templates, by name. */
  public Page<TemplateSummary> list(PageRequest request) {
    return templates.page(request).map(OnboardingTemplate::summary);
  }

  /**
   * @throws NotFound if there is none
   */
  public TemplateView get(UUID id) {
    return find(id).view();
  }

  /**
   * Creates a template, once for one request key.
   *
   * @throws InvalidField if something in it breaks a constraint of the customers' own API
   * @throws TemplateNameTaken if another has the name
   */
  public TemplateView create(TemplateDraft draft, Optional<RequestKey> key) {
    Optional<String> earlier = idempotency.earlier(key);
    if (earlier.isPresent()) {
      return get(UUID.fromString(earlier.get()));
    }
    drafts.check(draft.content());
    OnboardingTemplate template = new OnboardingTemplate(draft);
    templates.add(template);
    templates.flush(template.name());
    TemplateView after = template.view();
    record("create", template, Optional.empty(), Optional.of(after));
    idempotency.remember(key, template.id().toString());
    return after;
  }

  /**
   * Makes a template what the draft says. Customers that were made with it stay as they are.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   * @throws InvalidField as for {@link #create}
   * @throws TemplateNameTaken as for {@link #create}
   */
  public TemplateView update(UUID id, int version, TemplateDraft draft) {
    OnboardingTemplate template = find(id);
    StaleVersion.check(version, template.version());
    drafts.check(draft.content());
    TemplateView before = template.view();
    template.describe(draft);
    templates.flush(template.name());
    record("update", template, Optional.of(before), Optional.of(template.view()));
    return template.view();
  }

  /**
   * Deletes a template. Customers that were made with it stay as they are.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   */
  public void delete(UUID id, int version) {
    OnboardingTemplate template = find(id);
    StaleVersion.check(version, template.version());
    record("delete", template, Optional.of(template.view()), Optional.empty());
    templates.remove(template);
    templates.flush(template.name());
  }

  private void record(
      String action, OnboardingTemplate template, Optional<Object> before, Optional<Object> after) {
    audit.record(action, ENTITY, template.id().toString(), Optional.empty(), before, after);
  }

  private OnboardingTemplate find(UUID id) {
    return templates.find(id).orElseThrow(() -> new NotFound("template"));
  }
}
