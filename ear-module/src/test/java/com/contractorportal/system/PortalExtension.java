package com.contractorportal.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the running portal as a parameter. The first test that asks starts it, all others of
 * the JVM share it, and it is closed after the last.
 */
public final class PortalExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PortalSystem.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return portal(context);
  }

  static PortalSystem portal(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(PortalExtension.class))
        .getOrComputeIfAbsent(
            PortalSystem.class, ignored -> PortalSystem.start(), PortalSystem.class);
  }
}
