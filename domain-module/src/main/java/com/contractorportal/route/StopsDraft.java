package com.contractorportal.route;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Where a route shall lead.
 *
 * @param stops the properties in the order of the drive, each once
 */
public record StopsDraft(
    @NotNull(message = "Name the stops; an empty list clears the route.")
        @Size(max = 500, message = "A route has at most 500 stops.")
        List<@NotNull(message = "A stop names a property.") UUID> stops) {}
