package com.contractorportal.property;

import java.util.UUID;

/** Tells which properties the acting person serves, by whichever way they were assigned. */
public interface AssignedProperties {

  /** Whether the acting person serves this property; nobody serves one that is not there. */
  boolean serves(UUID propertyId);
}
