import { expect, it } from 'vitest';
import { shownArea, typedArea } from './area';

it('is typed in the unit of the people there', () => {
  expect(shownArea(929.03, 'IMPERIAL')).toBe(10_000);
  expect(typedArea(10_000, undefined, 'IMPERIAL')).toBe(929.03);
  expect(shownArea(929.03, 'METRIC')).toBe(929.03);
  expect(shownArea(undefined, 'IMPERIAL')).toBe('');
});

it('stays to the digit where nobody typed', () => {
  expect(typedArea(10_000, 929.01, 'IMPERIAL')).toBe(929.01);
  expect(typedArea(undefined, 929.01, 'IMPERIAL')).toBeUndefined();
});
