package com.contractorportal.web.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that people reach who have yet to set up the second factor that is required of them:
 * the set-up itself, and who they are. All others refuse them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface BeforeSecondFactor {}
