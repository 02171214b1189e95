package com.contractorportal.route;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * One stop goes elsewhere on its route; the others keep their order.
 *
 * @param propertyId whose stop
 * @param position where it shall stand among the stops, from 0
 */
public record StopMove(
    @NotNull(message = "Name the property whose stop shall move.") UUID propertyId,
    @NotNull(message = "Say where among the stops it shall stand, from 0.")
        @Min(value = 0, message = "Positions begin at 0.")
        Integer position) {}
