package com.contractorportal.leaving;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That it is really this customer.
 *
 * @param customerName the customer's name, written out
 */
public record ErasureConfirmation(
    @NotBlank(message = "Write out the customer's name.")
        @Size(max = 120, message = "No customer has a name of more than 120 characters.")
        String customerName) {}
