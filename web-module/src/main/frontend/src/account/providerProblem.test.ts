import { expect, test } from 'vitest';
import { providerProblem } from './providerProblem';

test('a problem of the way back is told in words', () => {
  expect(providerProblem('sign-in-left').message).toContain('Sign in again');
});

test('an address cannot put words into the page', () => {
  const message = providerProblem('Call +1 555 0100 to unlock').message;
  expect(message).not.toContain('555');
  expect(providerProblem('constructor').message).toBe(message);
});
