/** Languages with their regions that the portal knows how to write dates and numbers for, as people choose them. */
const LOCALES = ['en-US', 'en-CA', 'fr-CA', 'en-GB', 'fr-FR'];

interface Choice {
  value: string;
  label: string;
}

/** @param chosen what is set, which may be any other */
export function localeChoices(language: string, chosen?: string): Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return [...new Set([...LOCALES, ...(chosen ? [chosen] : [])])].map((value) => ({
    value,
    label: names.of(value) ?? value,
  }));
}

export function timeZoneChoices(chosen?: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return chosen && !known.includes(chosen) ? [chosen, ...known] : known;
}
