package com.contractorportal.text;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Text that may have several lines, notes say: line breaks and tabs, but no other control
 * characters.
 */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "[\\P{Cc}\\t\\r\\n]*")
public @interface Lines {

  String message() default
      "Write this without control characters; only line breaks and tabs are taken.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
