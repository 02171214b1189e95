import { expect, it } from 'vitest';
import { differences } from './differences';

it('tells only what changed', () => {
  expect(differences({ name: 'A', status: 'ACTIVE', stops: ['x'] }, { name: 'B', status: 'ACTIVE', stops: ['x'] })).toEqual([
    { field: 'name', before: 'A', after: 'B' },
  ]);
});

it('tells what came and what went', () => {
  expect(differences({ notes: 'old' }, { areaM2: 20 })).toEqual([
    { field: 'notes', before: 'old', after: undefined },
    { field: 'areaM2', before: undefined, after: '20' },
  ]);
});

it('tells all of what is new or gone', () => {
  expect(differences(undefined, { active: false })).toEqual([{ field: 'active', before: undefined, after: 'false' }]);
  expect(differences({ list: [1] }, undefined)).toEqual([{ field: 'list', before: '[1]', after: undefined }]);
});
