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
import java.time.ZoneId;

/** A time zone of the IANA database, {@code America/New_York} say. */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = IanaZone.Rule.class)
public @interface IanaZone {

  String message() default "Name a time zone of the IANA database, America/New_York say.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Missing is another rule's matter. */
  class Rule implements ConstraintValidator<IanaZone, String> {

    @Override
    public boolean isValid(String zone, ConstraintValidatorContext context) {
      // Browsers do not know Java's own zones.
      return zone == null
          || (ZoneId.getAvailableZoneIds().contains(zone) && !zone.startsWith("SystemV/"));
    }
  }
}
