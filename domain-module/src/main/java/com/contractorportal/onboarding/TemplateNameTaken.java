package com.contractorportal.onboarding;

import com.contractorportal.rule.Conflict;

/** No two templates share a name. */
public final class TemplateNameTaken extends Conflict {

  private static final long serialVersionUID = 1L;

  TemplateNameTaken(String name) {
    super("template-name-taken", "Another template is called %s.", name);
  }
}
