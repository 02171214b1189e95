import { expect, it } from 'vitest';
import type { CustomerHealth } from '../api/types';
import { findingsOf } from './health';

const NOW = Date.parse('2026-01-20T12:00:00Z');

const well: CustomerHealth = {
  customerId: 'LEGACY001',
  name: 'Green Mountain Plowing',
  status: 'ACTIVE',
  plan: 'PRO',
  lastReport: { status: 'COMPLETED', endedAt: '2026-01-20T06:00:00Z' },
  failedReports: 0,
  waitingImports: 0,
  integrations: { keys: 0 },
  storageBytes: 0,
  nearLimits: [],
  lastActivityAt: '2026-01-20T11:00:00Z',
  requests: [],
};

it('says that all is well only where nothing else is to say', () => {
  expect(findingsOf(well, NOW)).toEqual([{ tone: 'good', what: 'well' }]);
});

it('puts what is broken before what is about to be', () => {
  const found = findingsOf(
    {
      ...well,
      failedReports: 2,
      waitingImports: 1,
      nearLimits: [
        { name: 'MEMBERS', plan: 'PRO', allowed: 10, used: 8 },
        { name: 'PROPERTIES', plan: 'PRO', allowed: 50, used: 50 },
      ],
    },
    NOW,
  );
  expect(found.map(({ tone, what }) => `${tone} ${what}`)).toEqual([
    'bad failedReports',
    'bad limit',
    'waiting limit',
    'waiting waitingImports',
  ]);
});

it('notices who has gone quiet, but not of those who cannot come in', () => {
  const quiet = { ...well, lastActivityAt: '2026-01-01T12:00:00Z' };
  expect(findingsOf(quiet, NOW)).toEqual([{ tone: 'waiting', what: 'quiet', days: 19 }]);
  expect(findingsOf({ ...quiet, status: 'SUSPENDED' }, NOW)).toEqual([{ tone: 'good', what: 'well' }]);
  expect(findingsOf({ ...well, lastActivityAt: undefined }, NOW)).toEqual([{ tone: 'waiting', what: 'neverActive' }]);
});
