package com.contractorportal.customer;

import com.contractorportal.text.IanaZone;
import com.contractorportal.text.LanguageTag;
import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a customer shall be.
 *
 * @param name as it is if not given
 * @param units what lengths and depths are shown in
 * @param locale a BCP 47 language tag
 * @param timeZone an IANA zone
 * @param contactEmail whom the vendor writes to; optional
 */
public record CustomerDraft(
    @Size(max = 120, message = "A name has at most 120 characters.")
        @Pattern(regexp = "(?s).*\\S.*", message = "Give the company a name.")
        @OneLine
        String name,
    @NotNull(message = "Choose units: METRIC or IMPERIAL.") Units units,
    @NotNull(message = "Name a language by BCP 47, en-US say.")
        @Size(max = 16, message = "A language tag has at most 16 characters.")
        @LanguageTag
        @OneLine
        String locale,
    @NotNull(message = "Name a time zone of the IANA database, America/New_York say.")
        @Size(max = 40, message = "A time zone has at most 40 characters.")
        @IanaZone
        @OneLine
        String timeZone,
    @Size(max = 254, message = "An e-mail address has at most 254 characters.")
        @Email(message = "Write an e-mail address like office@example.com.")
        @OneLine
        String contactEmail) {}
