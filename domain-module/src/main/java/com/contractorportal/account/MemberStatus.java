package com.contractorportal.account;

/** Whether a member can work. */
public enum MemberStatus {
  /** Has been invited, and has not followed the link yet. */
  INVITED,
  /** Can sign in and work. */
  ACTIVE,
  /** Does not work here any more; what they did stays. */
  INACTIVE
}
