package com.contractorportal.account;

import com.contractorportal.tenancy.Role;

/** A company that a person belongs to, and as what. */
public record MembershipView(String customerId, String name, Role role) {}
