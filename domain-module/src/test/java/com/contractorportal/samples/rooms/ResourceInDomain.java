package com.contractorportal.samples.rooms;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;

/** Breaks a rule: in an enterprise archive this stays null. */
public class ResourceInDomain {

  @Resource private ManagedExecutorService executor;

  boolean isHere() {
    return executor != null;
  }
}
