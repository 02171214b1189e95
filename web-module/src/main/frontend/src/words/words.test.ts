import { describe, expect, it } from 'vitest';
import en from './en';
import fr from './fr';
import { localeIn, spoken } from './language';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value]] : Object.entries(flat(value, `${path}${key}.`)),
    ),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)|<\/?(\w+)/g)].map(([, a, b]) => a ?? b).sort();

describe.each(Object.keys(en) as (keyof typeof en)[])('words of %s', (feature) => {
  const english = flat(en[feature]);
  const french = flat(fr[feature]);

  it('are all there in French, and none is left of former ones', () => {
    const forms = (words: object) => [...new Set(Object.keys(words).map((key) => key.replace(/_(one|many|other)$/, '')))];
    expect(forms(french).sort()).toEqual(forms(english).sort());
  });

  it('say something', () => {
    expect(Object.entries({ ...english, ...french }).filter(([, text]) => !text.trim())).toEqual([]);
  });

  it('fill the same gaps in both languages', () => {
    Object.entries(french).forEach(([key, text]) => {
      const counterpart = english[key] ?? english[key.replace(/_many$/, '_other')];
      expect(placeholders(text), key).toEqual(placeholders(counterpart ?? ''));
    });
  });

  it('have every form that counting needs', () => {
    for (const [words, forms] of [
      [english, ['one', 'other']],
      [french, ['one', 'many', 'other']],
    ] as const) {
      const counted = Object.keys(words).filter((key) => key.endsWith('_one'));
      counted.forEach((key) =>
        forms.forEach((form) => expect(Object.keys(words)).toContain(key.replace(/one$/, form))),
      );
    }
  });
});

describe('the language', () => {
  it('is the first that the portal speaks', () => {
    expect(spoken(['de-CH', 'fr-CH', 'en-GB'])).toBe('fr');
    expect(spoken(['de-CH'])).toBe('en');
  });

  it('keeps the region of the company', () => {
    expect(localeIn('fr', 'en-CA')).toBe('fr-CA');
    expect(localeIn('en', 'en-GB')).toBe('en-GB');
  });
});
