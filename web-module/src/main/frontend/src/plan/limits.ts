import type { Plan, PlanLimits } from '../api/types';
import type { Format } from '../format/format';

export const LIMITS = [
  'maxMembers',
  'maxProperties',
  'maxStorageBytes',
  'maxRequestsPerMinute',
  'reportHistoryDays',
] as const;
export type PlanLimit = (typeof LIMITS)[number];

const GIGABYTE = 1_000_000_000;

export function limitIn(plan: Plan, limit: PlanLimit, format: Format): string | undefined {
  const value = plan[limit];
  if (value === undefined) return undefined;
  return limit === 'maxStorageBytes' ? format.bytes(value) : format.number(value);
}

/** As it is typed: storage in gigabytes, nothing for no limit. */
export type TypedLimits = Record<PlanLimit, number | string>;

export function typed(plan: Plan): TypedLimits {
  const storage = plan.maxStorageBytes === undefined ? '' : plan.maxStorageBytes / GIGABYTE;
  return {
    maxMembers: plan.maxMembers ?? '',
    maxProperties: plan.maxProperties ?? '',
    maxStorageBytes: storage,
    maxRequestsPerMinute: plan.maxRequestsPerMinute ?? '',
    reportHistoryDays: plan.reportHistoryDays ?? '',
  };
}

export function sent(values: TypedLimits): PlanLimits {
  return Object.fromEntries(
    LIMITS.filter((limit) => values[limit] !== '').map((limit) => {
      const value = Number(values[limit]);
      return [limit, limit === 'maxStorageBytes' ? Math.round(value * GIGABYTE) : value];
    }),
  );
}

/** Which limits become narrower: what customers have beyond them stays, but nothing more is let in. */
export function narrowed(plan: Plan, values: TypedLimits): PlanLimit[] {
  const next: Partial<Record<PlanLimit, number>> = sent(values);
  return LIMITS.filter((limit) => (next[limit] ?? Infinity) < (plan[limit] ?? Infinity));
}
