package com.contractorportal.rule;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.SOURCE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Takes the name of a rule, as a constant: in words it is a problem's title, which catalogues have
 * in other languages; see {@link English}.
 */
@Documented
@Target(PARAMETER)
@Retention(SOURCE)
public @interface RuleName {}
