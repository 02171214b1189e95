package com.contractorportal.notification;

import java.util.Set;
import java.util.UUID;

/** Tells who has work to do when an event begins; answered by the features that give work out. */
public interface Crews {

  /** The accounts of those who have properties to serve, whether they may still sign in or not. */
  Set<UUID> accounts();
}
