package com.contractorportal.customer;

/** Where a customer stands with the vendor. */
public enum CustomerStatus {
  /** Trying the portal; everything works. */
  TRIAL,
  /** Everything works. */
  ACTIVE,
  /** Nobody may use the portal for this customer until it is activated again; data is kept. */
  SUSPENDED,
  /** The customer has left. */
  CLOSED;

  /** Whether its people may use the portal. */
  public boolean isOpen() {
    return this == TRIAL || this == ACTIVE;
  }
}
