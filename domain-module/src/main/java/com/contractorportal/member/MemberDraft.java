package com.contractorportal.member;

import com.contractorportal.tenancy.Role;
import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * What a member shall be.
 *
 * @param role what they may do; not {@code SUPER_ADMIN}
 * @param phone optional
 * @param hourlyCost what an hour of theirs costs; optional
 * @param currency of the hourly cost, by its code of ISO 4217
 * @param active whether they work here
 */
public record MemberDraft(
    @NotBlank(message = "Give the member a name.")
        @Size(max = 120, message = "A name has at most 120 characters.")
        @OneLine
        String displayName,
    @NotNull(message = "Choose a role: ADMIN, MANAGER, CONTRACTOR or VIEWER.") @RoleInCustomer
        Role role,
    @Size(max = 40, message = "A phone number has at most 40 characters.") @OneLine String phone,
    @DecimalMin(value = "0", message = "A cost cannot be negative.")
        @Digits(
            integer = 8,
            fraction = 2,
            message = "A cost is an amount below 100,000,000 with at most two decimals.")
        BigDecimal hourlyCost,
    @Pattern(regexp = "[A-Z]{3}", message = "Use a currency's code of ISO 4217, USD say.") @OneLine
        String currency,
    @NotNull(message = "Say whether the member is active.") Boolean active) {}
