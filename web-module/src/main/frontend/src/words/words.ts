import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Session } from '../api/session';
import { choose, type Language, languageOf } from './language';

const FILES = import.meta.glob<{ default: ResourceKey }>('../*/words.*.json');

/** What every screen says. The words of a feature are loaded with its first screen. */
const FIRST = ['shell', 'account', 'api'];

const catalogues: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, feature, done) => {
    const load = FILES[`../${feature}/words.${language}.json`];
    if (!load) return done(new Error(`There are no words of ${feature} in ${language}.`), false);
    load().then(
      (words) => done(null, words.default),
      (error: Error) => done(error, true), // Tries again: the way was broken.
    );
  },
};

/** Makes the words ready, and speaks another language as soon as somebody signs in whose language that is. */
export async function startWords(session: Pick<Session, 'current' | 'subscribe'>): Promise<void> {
  await i18next
    .use(catalogues)
    .use(initReactI18next)
    .init({
      lng: languageOf(session.current()),
      ns: FIRST,
      defaultNS: 'shell',
      fallbackLng: false,
      interpolation: { escapeValue: false }, // React escapes.
    });
  tellTheBrowser();
  const speakTheirs = () => speak(languageOf(session.current()));
  session.subscribe(() => void speakTheirs());
  await speakTheirs(); // Who signed in meanwhile.
}

/** What the person prefers from now on, in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  choose(language);
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  if (i18next.language === language) return;
  await i18next.changeLanguage(language);
  tellTheBrowser();
}

function tellTheBrowser(): void {
  document.documentElement.lang = i18next.language;
}
