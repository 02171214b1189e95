package com.contractorportal.web;

/** The names of {@link com.contractorportal.tenancy.Role} as annotations need them. */
public final class Roles {

  public static final String ADMIN = "ADMIN";
  public static final String MANAGER = "MANAGER";
  public static final String CONTRACTOR = "CONTRACTOR";
  public static final String VIEWER = "VIEWER";
  public static final String SUPER_ADMIN = "SUPER_ADMIN";

  private Roles() {}
}
