package com.contractorportal.onboarding;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.UniqueKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TemplateRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  Page<OnboardingTemplate> page(PageRequest request) {
    return new KeyedQuery<>(em, OnboardingTemplate.class, OnboardingTemplate::id)
        .sort("name", OnboardingTemplate::name)
        .page(request);
  }

  Optional<OnboardingTemplate> find(UUID id) {
    return Optional.ofNullable(em.find(OnboardingTemplate.class, id));
  }

  void add(OnboardingTemplate template) {
    em.persist(template);
  }

  void remove(OnboardingTemplate template) {
    em.remove(template);
  }

  /**
   * Writes what was changed.
   *
   * @throws TemplateNameTaken if another has this name
   */
  void flush(String name) {
    try {
      em.flush();
    } catch (PersistenceException failure) {
      if (UniqueKey.isTaken(failure, "uq_onboarding_template_name")) {
        throw new TemplateNameTaken(name);
      }
      throw failure;
    }
  }
}
