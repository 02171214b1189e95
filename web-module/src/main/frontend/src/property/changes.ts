/** One field that differs between two states of a thing. */
export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

/** Counted by the portal itself, and of no interest to people. */
const COUNTED = ['id', 'version', 'createdAt', 'updatedAt'];

/** What differs between two states; of a thing that is new or gone, everything that is known of it. */
export function changesBetween(before: object = {}, after: object = {}): Change[] {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => !COUNTED.includes(field) && JSON.stringify(was.get(field)) !== JSON.stringify(is.get(field)))
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }));
}

/** A value in one line. */
export function lineOf(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
