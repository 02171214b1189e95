package com.contractorportal.web.customer;

import jakarta.validation.constraints.NotNull;

/** Whether a second factor is required of a customer's people. */
public record SecondFactorDraft(
    @NotNull(message = "Say whether it is required: true or false.") Boolean required) {}
