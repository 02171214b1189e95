import type { Member, PropertyImport, ReportRun } from '../api/types';

const DAY = 24 * 3600 * 1000;

/** Those who have not accepted their invitation. */
export function invited(members: Member[]): Member[] {
  return members.filter(({ status }) => status === 'INVITED');
}

export interface LimitedUse {
  limit: string;
  allowed?: number;
  used?: number;
}

/** Limits of the plan of which nine tenths are used. */
export function nearLimits(limits: LimitedUse[]): (LimitedUse & { allowed: number; used: number })[] {
  return limits.flatMap((each) =>
    each.allowed !== undefined && each.used !== undefined && each.used >= each.allowed * 0.9
      ? [{ ...each, allowed: each.allowed, used: each.used }]
      : [],
  );
}

/** Whether it is of the last days, and nobody need remember older ones. */
const recent = (at: string, now: number) => Date.parse(at) > now - 7 * DAY;

export function troubledImports(imports: PropertyImport[], now: number): PropertyImport[] {
  return imports.filter(
    ({ status, rowsRejected, dryRun, createdAt }) =>
      recent(createdAt, now) && !dryRun && (status === 'FAILED' || rowsRejected > 0),
  );
}

export function failedReports(runs: ReportRun[], now: number): ReportRun[] {
  return runs.filter(({ status, startedAt }) => status === 'FAILED' && recent(startedAt, now));
}
