package com.contractorportal.onboarding;

import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.Now;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a new customer may start with, as the vendor's staff have written it down. */
@Entity
@Table(name = "onboarding_template")
class OnboardingTemplate {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Id private UUID id;

  @Version private int version;

  private String name;

  private String description;

  private String content;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected OnboardingTemplate() {}

  OnboardingTemplate(TemplateDraft draft) {
    id = Ids.next();
    createdAt = Now.instant();
    describe(draft);
    updatedAt = createdAt;
  }

  void describe(TemplateDraft draft) {
    name = draft.name().strip();
    description = draft.description();
    content = JSON.toJson(draft.content());
    updatedAt = Now.instant();
  }

  UUID id() {
    return id;
  }

  int version() {
    return version;
  }

  String name() {
    return name;
  }

  TemplateContent content() {
    return JSON.fromJson(content, TemplateContent.class);
  }

  TemplateSummary summary() {
    return new TemplateSummary(id, name, Optional.ofNullable(description), version, updatedAt);
  }

  TemplateView view() {
    return new TemplateView(
        id, name, Optional.ofNullable(description), content(), version, createdAt, updatedAt);
  }
}
