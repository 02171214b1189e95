package com.contractorportal.text;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** A language as BCP 47 names it, {@code en-US} say. */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = LanguageTag.Rule.class)
public @interface LanguageTag {

  String message() default "Name a language by BCP 47, en-US say.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Missing is another rule's matter. */
  class Rule implements ConstraintValidator<LanguageTag, String> {

    @Override
    public boolean isValid(String tag, ConstraintValidatorContext context) {
      if (tag == null) {
        return true;
      }
      try {
        return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
      } catch (IllformedLocaleException malformed) {
        return false;
      }
    }
  }
}
