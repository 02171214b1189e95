package com.contractorportal.samples.yard;

import com.contractorportal.member.DirectoryEntry;
import com.contractorportal.property.PropertyService;
import com.contractorportal.rule.NotFound;

/** Keeps the rule: meets other features at a service and a record. */
public class Yard {

  private final PropertyService properties = null;

  DirectoryEntry driver(DirectoryEntry entry) {
    if (properties == null) {
      throw new NotFound("yard");
    }
    return entry;
  }
}
