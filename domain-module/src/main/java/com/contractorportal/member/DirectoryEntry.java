package com.contractorportal.member;

import com.contractorportal.tenancy.Role;
import java.util.UUID;

/**
 * A person of the customer as colleagues see them: no phone, no cost.
 *
 * @param id the member's id, not the account's
 */
public record DirectoryEntry(UUID id, String displayName, Role role) {}
