import i18next from 'i18next';
import type { SessionState } from '../api/session';

export const LANGUAGES = { en: 'English', fr: 'Français' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'portal.language';

/** The first of the given locales whose language the portal speaks; else English. */
export function spoken(locales: readonly string[]): Language {
  return locales.map((locale) => locale.split('-')[0]).find(isLanguage) ?? 'en';
}

/** What was chosen in this browser, else what the company speaks, else what the browser prefers. */
export function languageOf(state: SessionState): Language {
  const chosen = localStorage.getItem(KEY);
  if (chosen && isLanguage(chosen)) return chosen;
  const company = state.phase === 'signedIn' || state.phase === 'offline' ? state.signIn.customer?.locale : undefined;
  return spoken(company ? [company] : navigator.languages);
}

export function choose(language: Language): void {
  localStorage.setItem(KEY, language);
}

/** Lets the server answer in the language that is spoken here; before it is known, in the browser's. */
export function inOurLanguage(): Record<string, string> {
  return i18next.language ? { 'Accept-Language': i18next.language } : {};
}

/** A locale of the language for the region where the company is: dates and numbers fit the words around them. */
export function localeIn(language: string, locale: string): string {
  const known = new Intl.Locale(locale);
  return known.language === language ? locale : new Intl.Locale(language, { region: known.region }).toString();
}

function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && text in LANGUAGES;
}
