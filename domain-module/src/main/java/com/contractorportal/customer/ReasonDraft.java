package com.contractorportal.customer;

import com.contractorportal.text.Lines;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why something is done to a customer.
 *
 * @param reason which the customer's own administrators read in their audit trail
 */
public record ReasonDraft(
    @NotBlank(message = "Give a reason; the company's administrators read it.")
        @Size(max = 500, message = "A reason has at most 500 characters.")
        @Lines
        String reason) {}
