package com.contractorportal.member;

import com.contractorportal.account.MemberStatus;
import com.contractorportal.tenancy.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A member as administrators see them. Says nothing about where else the person may work.
 *
 * @param id the member's id, not the account's
 * @param hourlyCost what an hour of theirs costs, in {@code currency} (ISO 4217)
 * @param invitation while the person has not joined, and only if its link works
 */
public record MemberView(
    UUID id,
    String email,
    String displayName,
    Role role,
    MemberStatus status,
    Optional<String> phone,
    Optional<BigDecimal> hourlyCost,
    Optional<String> currency,
    Optional<InvitationView> invitation,
    int version,
    Instant createdAt,
    Instant updatedAt) {}
