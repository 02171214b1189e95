package com.contractorportal.onboarding;

import com.contractorportal.rule.Conflict;
import com.contractorportal.rule.RuleViolation;

/** What a template holds cannot be made, so nothing was. */
public final class TemplateDoesNotFit extends Conflict {

  private static final long serialVersionUID = 1L;

  TemplateDoesNotFit(String template, RuleViolation why) {
    super(
        "template-does-not-fit",
        "The template %s cannot be applied, so the company was not created: %s",
        template,
        why.sentence());
    initCause(why);
  }
}
