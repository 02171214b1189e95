import { describe, expect, it } from 'vitest';
import { differences, merged } from './merge';

const base = { name: 'Mill', notes: '', stops: ['a', 'b'] };

describe('two people who change one thing', () => {
  it('are told who changed what', () => {
    const mine = { name: 'Old mill', notes: 'Gate 5', stops: ['a', 'b'] };
    const theirs = { name: 'New mill', notes: '', stops: ['b', 'a'] };
    expect(differences(base, mine, theirs)).toEqual([
      { field: 'name', mine: 'Old mill', theirs: 'New mill', by: 'both' },
      { field: 'notes', mine: 'Gate 5', theirs: '', by: 'me' },
      { field: 'stops', mine: ['a', 'b'], theirs: ['b', 'a'], by: 'them' },
    ]);
  });

  it('who did the same have nothing to decide', () => {
    const both = { ...base, notes: 'Gate 5' };
    expect(differences(base, both, { ...both, stops: ['a', 'b'] })).toEqual([]);
  });

  it('keep of both what was decided', () => {
    const mine = { ...base, name: 'Old mill', notes: 'Gate 5' };
    const theirs = { ...base, name: 'New mill', stops: ['b'] };
    expect(merged(mine, theirs, new Set(['name', 'stops'] as const))).toEqual({
      name: 'New mill',
      notes: 'Gate 5',
      stops: ['b'],
    });
  });
});
