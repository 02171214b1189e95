package com.contractorportal.tenancy;

/**
 * What a person may do. The first four are held inside one customer and are not a ladder; {@code
 * SUPER_ADMIN} belongs to the vendor's staff, has no customer and sees no customer's data.
 */
public enum Role {
  ADMIN,
  MANAGER,
  CONTRACTOR,
  VIEWER,
  SUPER_ADMIN
}
