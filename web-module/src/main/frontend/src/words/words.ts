import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Session } from '../api/session';
import { choose, type Language, languageOf } from './language';

// A language that nobody reads is not loaded.
const CATALOGUES = {
  en: async () => (await import('./en')).default,
  fr: async () => (await import('./fr')).default,
};

/** Makes the words ready, and speaks another language as soon as somebody signs in whose language that is. */
export async function startWords(session: Pick<Session, 'current' | 'subscribe'>): Promise<void> {
  await i18next.use(initReactI18next).init({
    defaultNS: 'shell',
    fallbackLng: false,
    interpolation: { escapeValue: false }, // React escapes.
  });
  await speak(languageOf(session.current()));
  session.subscribe(() => void speak(languageOf(session.current())));
}

/** What the person prefers from now on, in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  choose(language);
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  if (i18next.language === language) return;
  if (!i18next.hasResourceBundle(language, 'shell')) {
    const catalogue = await CATALOGUES[language]();
    Object.entries(catalogue).forEach(([feature, words]) => i18next.addResourceBundle(language, feature, words));
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
