import { t } from 'i18next';
import { Problem } from '../api/problem';
import type words from './words.en.json';

type Slug = keyof typeof words.provider;

const KNOWN: Record<Slug, true> = {
  'sign-in-left': true,
  'sign-in-provider-refused': true,
  'sign-in-provider-unavailable': true,
  'identity-unknown': true,
  'address-not-verified': true,
  other: true,
};

const isKnown = (slug: string): slug is Slug => Object.hasOwn(KNOWN, slug);

/** What went wrong on the way back from the provider, which can tell it by the address only: in words of ours. */
export function providerProblem(slug: string): Problem {
  return new Problem(0, slug, t(`account:provider.${isKnown(slug) ? slug : 'other'}`));
}
