package com.contractorportal.route;

import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * What a route shall be.
 *
 * @param name what people call it
 * @param memberId who drives it; optional
 * @param vehicle optional
 * @param startPlace where it starts; optional
 * @param stops the properties in the order of the drive, each once; none if not given
 */
public record RouteDraft(
    @NotBlank(message = "Give the route a name.")
        @Size(max = 120, message = "A name has at most 120 characters.")
        @OneLine
        String name,
    UUID memberId,
    @Size(max = 80, message = "A vehicle has at most 80 characters.") @OneLine String vehicle,
    @Size(max = 160, message = "A start place has at most 160 characters.") @OneLine
        String startPlace,
    @Size(max = 500, message = "A route has at most 500 stops.")
        List<@NotNull(message = "A stop names a property.") UUID> stops) {}
