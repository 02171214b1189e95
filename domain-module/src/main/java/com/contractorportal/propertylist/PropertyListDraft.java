package com.contractorportal.propertylist;

import com.contractorportal.text.Lines;
import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * What a list shall be.
 *
 * @param name what people call it; no two lists share one
 * @param description what it is for; optional
 * @param properties in their order, each once; none if not given
 */
public record PropertyListDraft(
    @NotBlank(message = "Give the list a name.")
        @Size(max = 120, message = "A name has at most 120 characters.")
        @OneLine
        String name,
    @Size(max = 500, message = "A description has at most 500 characters.") @Lines
        String description,
    @Size(max = 500, message = "A list has at most 500 properties.")
        List<@NotNull(message = "An entry names a property.") UUID> properties) {}
