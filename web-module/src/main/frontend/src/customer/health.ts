import type { CustomerHealth } from '../api/types';

/** Something about a customer that an operator should know, the worst first. */
export type Finding =
  | { tone: 'bad' | 'waiting'; what: 'failedReports' | 'waitingImports'; count: number }
  | { tone: 'bad'; what: 'lastReportFailed' }
  | { tone: 'bad' | 'waiting'; what: 'limit'; limit: CustomerHealth['nearLimits'][number]['name']; share: number }
  | { tone: 'waiting'; what: 'quiet'; days: number }
  | { tone: 'waiting'; what: 'neverActive' }
  | { tone: 'good'; what: 'well' };

const DAY = 86_400_000;
const QUIET_AFTER_DAYS = 14;

export function findingsOf(health: CustomerHealth, now: number): Finding[] {
  const findings: Finding[] = [];
  if (health.failedReports > 0) findings.push({ tone: 'bad', what: 'failedReports', count: health.failedReports });
  else if (health.lastReport?.status === 'FAILED') findings.push({ tone: 'bad', what: 'lastReportFailed' });
  health.nearLimits.forEach(({ name, used, allowed }) =>
    findings.push({ tone: used >= allowed ? 'bad' : 'waiting', what: 'limit', limit: name, share: allowed ? used / allowed : 1 }),
  );
  if (health.waitingImports > 0) {
    findings.push({ tone: 'waiting', what: 'waitingImports', count: health.waitingImports });
  }
  if (health.status === 'ACTIVE' || health.status === 'TRIAL') findings.push(...activityOf(health, now));
  findings.sort((a, b) => Number(a.tone !== 'bad') - Number(b.tone !== 'bad'));
  return findings.length > 0 ? findings : [{ tone: 'good', what: 'well' }];
}

function activityOf(health: CustomerHealth, now: number): Finding[] {
  if (!health.lastActivityAt) return [{ tone: 'waiting', what: 'neverActive' }];
  const days = Math.floor((now - Date.parse(health.lastActivityAt)) / DAY);
  return days >= QUIET_AFTER_DAYS ? [{ tone: 'waiting', what: 'quiet', days }] : [];
}
