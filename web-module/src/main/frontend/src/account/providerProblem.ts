import { Problem } from '../api/problem';

const WORDS: Record<string, string> = {
  'sign-in-left': 'This took too long, or began in another window. Sign in again.',
  'sign-in-provider-refused':
    'The sign-in service did not confirm who you are. Try again, or sign in with your password.',
  'sign-in-provider-unavailable':
    'The sign-in service does not answer as it should at the moment. Try again later, or sign in with your password.',
  'identity-unknown':
    'This sign-in opens no account here, or there were too many wrong passwords. Sign in with your password, or ask your company’s administrator.',
  'address-not-verified':
    'The sign-in service has not verified your e-mail address, or its word does not count for it here. Sign in with your password.',
};

/** What went wrong on the way back from the provider, which can tell it by the address only: in words of ours. */
export function providerProblem(slug: string): Problem {
  return new Problem(0, slug, (Object.hasOwn(WORDS, slug) ? WORDS[slug] : undefined) ?? 'The sign-in did not work. Try again, or sign in with your password.');
}
