import { expect, it } from 'vitest';
import { shownDepth, typedDepth } from './depth';

it('shows and takes depths in inches where people use them', () => {
  expect(shownDepth(12.7, 'IMPERIAL')).toBe(5);
  expect(typedDepth(6, 12.7, 'IMPERIAL')).toBe(15.2);
  expect(shownDepth(12.7, 'METRIC')).toBe(12.7);
  expect(typedDepth(13, 12.7, 'METRIC')).toBe(13);
});

it('keeps a depth that nobody changed', () => {
  expect(typedDepth(shownDepth(10, 'IMPERIAL') as number, 10, 'IMPERIAL')).toBe(10);
  expect(typedDepth(undefined, 10, 'IMPERIAL')).toBeUndefined();
});
