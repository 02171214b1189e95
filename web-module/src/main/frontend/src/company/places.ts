/** Languages with their regions that the portal knows how to write dates and numbers for, as people choose them. */
const LOCALES = ['en-US', 'en-CA', 'fr-CA', 'en-GB', 'fr-FR'];

interface Choice {
  value: string;
  label: string;
}

/** What people who read one language call another, with its region. */
export function localeName(language: string, locale: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(locale) ?? locale;
}

/** @param chosen what is set, which may be any other */
export function localeChoices(language: string, chosen?: string): Choice[] {
  return [...new Set([...LOCALES, ...(chosen ? [chosen] : [])])].map((value) => ({
    value,
    label: localeName(language, value),
  }));
}

export function timeZoneChoices(chosen?: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return chosen && !known.includes(chosen) ? [chosen, ...known] : known;
}
