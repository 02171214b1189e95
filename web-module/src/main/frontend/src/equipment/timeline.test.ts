import { describe, expect, it } from 'vitest';
import type { EquipmentRate } from '../api/types';
import { byEquipment, isValidOn, placeOf, spanOf } from './timeline';

const rate = (equipment: string, validFrom: string, validTo?: string) =>
  ({ equipment, validFrom, validTo }) as EquipmentRate;

it('puts the rates of one equipment together, the first first', () => {
  const groups = byEquipment([rate('plow', '2026-01-01'), rate('Loader', '2025-01-01'), rate('Plow', '2025-01-01')]);
  expect(groups.map(({ name, rates }) => [name, rates.map((each) => each.validFrom)])).toEqual([
    ['Loader', ['2025-01-01']],
    ['Plow', ['2025-01-01', '2026-01-01']],
  ]);
});

describe('a picture of rates', () => {
  const span = { from: '2026-01-01', to: '2026-01-10' };

  it('shows the last day in whole', () => {
    expect(placeOf(rate('', '2026-01-01', '2026-01-05'), span)).toEqual({ left: 0, width: 50 });
  });

  it('goes to the end for a rate without last day', () => {
    expect(placeOf(rate('', '2026-01-06'), span)).toEqual({ left: 50, width: 50 });
  });

  it('spans a year around today at least, and all that is known', () => {
    expect(spanOf([rate('', '2020-01-01', '2020-02-01')], '2026-03-04')).toEqual({
      from: '2020-01-01',
      to: '2027-03-04',
    });
  });
});

it('holds on its first and last day, and not outside', () => {
  const winter = rate('', '2026-01-01', '2026-02-01');
  expect(['2025-12-31', '2026-01-01', '2026-02-01', '2026-02-02'].map((day) => isValidOn(winter, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isValidOn(rate('', '2026-01-01'), '2099-01-01')).toBe(true);
});
