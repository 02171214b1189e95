import { expect, it } from 'vitest';
import { contentIn, textOf } from './content';

it('shows every part that a template may have', () => {
  expect(Object.keys(contentIn(textOf({ settings: { locale: 'fr-CA' } })) ?? {})).toEqual([
    'settings',
    'equipmentRates',
    'properties',
    'propertyLists',
    'routes',
  ]);
});

it('takes nothing that is no object', () => {
  expect(contentIn('{"routes": [')).toBeUndefined();
  expect(contentIn('[]')).toBeUndefined();
  expect(contentIn('null')).toBeUndefined();
});
