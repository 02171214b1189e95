package com.contractorportal.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Says of chosen properties that they were worked at. */
@ApplicationScoped
public class WorkedAt implements WorkOfProperty {

  static final Set<UUID> PROPERTIES = ConcurrentHashMap.newKeySet();

  @Override
  public boolean any(UUID propertyId) {
    return PROPERTIES.contains(propertyId);
  }
}
