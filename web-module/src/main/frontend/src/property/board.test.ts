import { describe, expect, it } from 'vitest';
import { type BoardRow, columnsOf, handedOver, NOBODY } from './board';

const row = (...contractors: [string, boolean][]) =>
  ({
    property: { id: 'p' },
    contractors: contractors.map(([memberId, primary]) => ({ memberId, name: memberId, primary, assignedAt: '' })),
  }) as BoardRow;

const who = (each: BoardRow) => each.contractors.map(({ memberId, primary }) => [memberId, primary]);

describe('a property on the board', () => {
  it('stands with everybody who serves it, else with nobody', () => {
    expect(columnsOf(row(['ann', true], ['bob', false]))).toEqual(['ann', 'bob']);
    expect(columnsOf(row())).toEqual([NOBODY]);
  });

  it('is handed over with its rank', () => {
    expect(who(handedOver(row(['ann', true], ['bob', false]), 'ann', { memberId: 'cid', name: 'cid' }))).toEqual([
      ['bob', false],
      ['cid', true],
    ]);
    expect(who(handedOver(row(['ann', true], ['bob', false]), 'bob', { memberId: 'cid', name: 'cid' }))).toEqual([
      ['ann', true],
      ['cid', false],
    ]);
  });

  it('has a primary contractor as soon as anybody serves it, and as long as', () => {
    expect(who(handedOver(row(), NOBODY, { memberId: 'ann', name: 'ann' }))).toEqual([['ann', true]]);
    expect(who(handedOver(row(['ann', true], ['bob', false]), 'ann', { memberId: NOBODY, name: '' }))).toEqual([
      ['bob', true],
    ]);
    expect(who(handedOver(row(['ann', true]), 'ann', { memberId: NOBODY, name: '' }))).toEqual([]);
  });
});
