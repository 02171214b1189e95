package com.contractorportal.member;

import com.contractorportal.account.MemberStatus;
import com.contractorportal.tenancy.Role;
import java.util.Optional;
import java.util.UUID;

/**
 * A person of the customer as colleagues see them: no phone, no cost.
 *
 * @param id the member's id, not the account's
 * @param email for administrators only
 * @param status for administrators only
 */
public record DirectoryEntry(
    UUID id,
    String displayName,
    Role role,
    Optional<String> email,
    Optional<MemberStatus> status) {}
