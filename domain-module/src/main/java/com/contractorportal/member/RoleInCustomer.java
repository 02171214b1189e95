package com.contractorportal.member;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import com.contractorportal.tenancy.Role;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A role that a customer can give. The vendor's operators are not made by customers. */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = RoleInCustomer.Rule.class)
@interface RoleInCustomer {

  String message() default "Choose a role: ADMIN, MANAGER, CONTRACTOR or VIEWER.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Missing is another rule's matter. */
  class Rule implements ConstraintValidator<RoleInCustomer, Role> {

    @Override
    public boolean isValid(Role role, ConstraintValidatorContext context) {
      return role != Role.SUPER_ADMIN;
    }
  }
}
