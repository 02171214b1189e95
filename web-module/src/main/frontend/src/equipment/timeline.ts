import type { EquipmentRate } from '../api/types';

export interface Equipment {
  name: string;
  /** The first first. */
  rates: EquipmentRate[];
}

/** The rates of each equipment together, whatever its letter case, by name. */
export function byEquipment(rates: EquipmentRate[]): Equipment[] {
  const groups = new Map<string, Equipment>();
  for (const rate of [...rates].sort((a, b) => a.validFrom.localeCompare(b.validFrom))) {
    const key = rate.equipment.toLowerCase();
    const group = groups.get(key) ?? { name: rate.equipment, rates: [] };
    group.rates.push(rate);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Days from one to the other. */
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export interface Span {
  from: string;
  to: string;
}

/** The time that a picture of these rates spans: from the first day to the last, and a while before and after today. */
export function spanOf(rates: EquipmentRate[], today: string): Span {
  const known = rates.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom]);
  const year = Number(today.slice(0, 4));
  const all = [...known, `${year - 1}${today.slice(4)}`, `${year + 1}${today.slice(4)}`].sort();
  return { from: all[0] ?? today, to: all.at(-1) ?? today };
}

/** Where a rate's time lies within the span, in percent of it; the last day is included, no last day goes to the end. */
export function placeOf({ validFrom, validTo }: Pick<EquipmentRate, 'validFrom' | 'validTo'>, span: Span) {
  const whole = days(span.from, span.to) + 1;
  const left = (100 * days(span.from, validFrom)) / whole;
  const right = (100 * (days(span.from, validTo ?? span.to) + 1)) / whole;
  return { left, width: right - left };
}

export function isValidOn({ validFrom, validTo }: EquipmentRate, day: string): boolean {
  return validFrom <= day && (validTo === undefined || day <= validTo);
}
