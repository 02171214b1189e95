package com.contractorportal.property;

import java.util.UUID;

/**
 * Knows what was done at properties; answered by the features that write it down. A property with
 * work is kept: who deletes it archives it.
 */
public interface WorkOfProperty {

  /** Whether anything was ever done at the property. */
  boolean any(UUID propertyId);
}
