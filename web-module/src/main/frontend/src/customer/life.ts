import type { CustomerStatus } from '../api/types';
import type { LifeChange } from './customers';
import type words from './words.en.json';

/** From where a change is possible; the server has the last word. */
const FROM: Record<LifeChange, CustomerStatus[]> = {
  activate: ['TRIAL', 'SUSPENDED'],
  suspend: ['TRIAL', 'ACTIVE'],
  close: ['TRIAL', 'ACTIVE', 'SUSPENDED'],
  reopen: ['CLOSED'],
};

export function changesFrom(status: CustomerStatus): LifeChange[] {
  return (Object.keys(FROM) as LifeChange[]).filter((change) => FROM[change].includes(status));
}

export const needsReason = (change: LifeChange) => change === 'suspend' || change === 'close';
export const isDangerous = needsReason;

/** What will happen, by the names of the words. */
export const CONSEQUENCES: Record<LifeChange, (keyof typeof words.life.consequence)[]> = {
  activate: ['in', 'nights', 'told'],
  suspend: ['out', 'noNights', 'kept', 'told'],
  close: ['out', 'noNights', 'kept', 'erasable', 'told'],
  reopen: ['in', 'nights', 'noErasure', 'told'],
};
