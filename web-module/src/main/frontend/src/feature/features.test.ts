import { expect, it } from 'vitest';
import type { FeatureRollout } from '../api/types';
import { saidFor, switched } from './features';

const rollout: FeatureRollout = {
  feature: 'WORK_PHOTOS',
  description: '',
  plans: [{ plan: 'FREE', enabled: false }],
  customersOn: 0,
  customersOff: 0,
};

it('says for a plan what was said, and nothing where nothing was', () => {
  expect(saidFor(rollout, 'FREE')).toBe(false);
  expect(saidFor(rollout, 'PRO')).toBeUndefined();
});

it('switches one plan, and takes a switch away again', () => {
  const both = switched(rollout, { feature: 'WORK_PHOTOS', plan: 'PRO', enabled: true });
  expect([saidFor(both, 'FREE'), saidFor(both, 'PRO')]).toEqual([false, true]);
  const none = switched(both, { feature: 'WORK_PHOTOS', plan: 'FREE', enabled: undefined });
  expect([saidFor(none, 'FREE'), saidFor(none, 'PRO')]).toEqual([undefined, true]);
});
