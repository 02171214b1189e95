package com.contractorportal.customer;

import com.contractorportal.text.IanaZone;
import com.contractorportal.text.LanguageTag;
import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a customer shall be, as operators say it.
 *
 * @param units what lengths and depths are shown in
 * @param locale a BCP 47 language tag
 * @param timeZone an IANA zone
 * @param currency a code of ISO 4217; amounts that were written before keep theirs
 * @param plan what the customer has ordered
 * @param contactEmail whom the vendor writes to; optional
 */
public record CustomerTermsDraft(
    @NotBlank(message = "Give the company a name.")
        @Size(max = 120, message = "A name has at most 120 characters.")
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
    @NotNull(message = "Name the currency.")
        @Pattern(regexp = "[A-Z]{3}", message = "Use a currency's code of ISO 4217, USD say.")
        @OneLine
        String currency,
    @NotNull(message = "Name a plan.")
        @Pattern(
            regexp = "[A-Z][A-Z0-9_]{0,19}",
            message = "A plan's code has up to 20 capital letters, digits and underscores.")
        @OneLine
        String plan,
    @Size(max = 254, message = "An e-mail address has at most 254 characters.")
        @Email(message = "Write an e-mail address like office@example.com.")
        @OneLine
        String contactEmail) {}
