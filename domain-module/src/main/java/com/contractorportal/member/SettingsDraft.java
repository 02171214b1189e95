package com.contractorportal.member;

import com.contractorportal.customer.Units;
import com.contractorportal.text.IanaZone;
import com.contractorportal.text.LanguageTag;
import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.Size;

/**
 * What a member wants to differ from the customer's settings; what is not given does not differ.
 *
 * @param units what lengths and depths are shown in
 * @param locale a BCP 47 language tag
 * @param timeZone an IANA zone
 */
public record SettingsDraft(
    Units units,
    @Size(max = 16, message = "A language tag has at most 16 characters.") @LanguageTag @OneLine
        String locale,
    @Size(max = 40, message = "A time zone has at most 40 characters.") @IanaZone @OneLine
        String timeZone) {}
