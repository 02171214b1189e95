import { expect, it } from 'vitest';
import type { Member, PropertyImport, ReportRun } from '../api/types';
import { failedReports, invited, nearLimits, troubledImports } from './attention';

const NOW = Date.parse('2026-01-10T12:00:00Z');

it('names those who have not accepted their invitation', () => {
  const member = (displayName: string, status: Member['status']) => ({ displayName, status }) as Member;
  expect(invited([member('waits', 'INVITED'), member('joined', 'ACTIVE')]).map((each) => each.displayName)).toEqual(['waits']);
});

it('names limits that are near', () => {
  const limits = [
    { limit: 'MEMBERS', allowed: 10, used: 9 },
    { limit: 'PROPERTIES', allowed: 1000, used: 899 },
    { limit: 'STORAGE_BYTES', used: 7 },
  ];
  expect(nearLimits(limits).map(({ limit }) => limit)).toEqual(['MEMBERS']);
});

it('names imports of the last week that failed or left rows out, and reports that failed', () => {
  const anImport = (fileName: string, more: object) =>
    ({ fileName, status: 'COMPLETED', rowsRejected: 0, dryRun: false, createdAt: '2026-01-09T12:00:00Z', ...more }) as PropertyImport;
  const imports = [
    anImport('good', {}),
    anImport('failed', { status: 'FAILED' }),
    anImport('partly', { rowsRejected: 3 }),
    anImport('only tried', { rowsRejected: 3, dryRun: true }),
    anImport('long ago', { status: 'FAILED', createdAt: '2025-12-09T12:00:00Z' }),
  ];
  expect(troubledImports(imports, NOW).map(({ fileName }) => fileName)).toEqual(['failed', 'partly']);
  const run = (status: string) => ({ status, startedAt: '2026-01-10T03:00:00Z' }) as ReportRun;
  expect(failedReports([run('FAILED'), run('COMPLETED')], NOW)).toHaveLength(1);
});
