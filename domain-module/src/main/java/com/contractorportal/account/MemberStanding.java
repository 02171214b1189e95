package com.contractorportal.account;

import com.contractorportal.tenancy.Role;
import java.util.UUID;

/**
 * How a person stands in the current customer. Tells nothing about whether they have an account
 * elsewhere.
 */
public record MemberStanding(UUID accountId, String email, Role role, MemberStatus status) {}
