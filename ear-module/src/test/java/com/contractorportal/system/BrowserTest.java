package com.contractorportal.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class whose tests use the portal in a browser: they take a {@link
 * com.microsoft.playwright.Page} and, if they like, the {@link PortalSystem}.
 *
 * <p>Without Chromium they are skipped and say so. {@code -Dbrowser=required} makes that a failure,
 * {@code -Dbrowser=off} skips them always.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BrowserExtension.class, PortalExtension.class})
public @interface BrowserTest {}
