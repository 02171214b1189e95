package com.contractorportal.assignment;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Who shall serve a property.
 *
 * @param memberId an active member who may work: contractor, manager or admin
 * @param primary whether to be the primary contractor in place of whoever is; the first one is
 *     anyway
 */
public record ContractorDraft(
    @NotNull(message = "Choose a member of your company.") UUID memberId, boolean primary) {}
