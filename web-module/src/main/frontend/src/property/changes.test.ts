import { expect, it } from 'vitest';
import { changesBetween, lineOf } from './changes';

it('names what differs, and nothing that the portal only counts', () => {
  expect(
    changesBetween({ name: 'A', status: 'ACTIVE', version: 1 }, { name: 'A', status: 'PAUSED', unit: 'B', version: 2 }),
  ).toEqual([
    { field: 'status', before: 'ACTIVE', after: 'PAUSED' },
    { field: 'unit', before: undefined, after: 'B' },
  ]);
});

it('names everything of what is new', () => {
  expect(changesBetween(undefined, { id: '1', createdAt: 'x', name: 'A', stops: ['x'] }).map((change) => change.field)).toEqual(['name', 'stops']);
});

it('writes any value in one line', () => {
  expect([undefined, null, '', 0, ['a']].map(lineOf)).toEqual(['–', '–', '–', '0', '["a"]']);
});
