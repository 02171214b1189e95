package com.contractorportal.onboarding;

import com.contractorportal.customer.CustomerTermsDraft;
import com.contractorportal.customer.Units;
import com.contractorportal.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;

/**
 * Who shall become a customer. Units, locale, time zone and currency that are not given are the
 * template's.
 *
 * @param timeZone an IANA zone
 * @param locale a BCP 47 language tag
 * @param currency a code of ISO 4217
 * @param plan what the customer has ordered
 * @param contactEmail whom the vendor writes to; optional
 * @param template the id of what the customer starts with; optional
 * @param admin who is invited to administrate it
 */
public record NewCustomerDraft(
    @OneLine String name,
    @OneLine String timeZone,
    @OneLine String locale,
    @OneLine String currency,
    Units units,
    @OneLine String plan,
    @OneLine String contactEmail,
    UUID template,
    @NotNull(message = "Say who shall administrate the company.") @Valid FirstAdminDraft admin) {

  CustomerTermsDraft terms(Optional<TemplateContent.Settings> defaults) {
    return new CustomerTermsDraft(
        name,
        given(units).or(() -> defaults.map(TemplateContent.Settings::units)).orElse(Units.METRIC),
        given(locale).or(() -> defaults.map(TemplateContent.Settings::locale)).orElse(null),
        given(timeZone).or(() -> defaults.map(TemplateContent.Settings::timeZone)).orElse(null),
        given(currency).or(() -> defaults.map(TemplateContent.Settings::currency)).orElse(null),
        plan,
        contactEmail);
  }

  private static <T> Optional<T> given(T value) {
    return Optional.ofNullable(value);
  }
}
