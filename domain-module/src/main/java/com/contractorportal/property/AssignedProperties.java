package com.contractorportal.property;

import java.util.Set;
import java.util.UUID;

/** Tells which properties a contractor may see; answered by the features that assign them. */
public interface AssignedProperties {

  /** The properties that the acting person serves. */
  Set<UUID> ofCurrentActor();
}
