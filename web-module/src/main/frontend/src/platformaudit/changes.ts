import type { PlatformAuditEntry } from '../api/types';

interface Change {
  field: string;
  before?: string;
  after?: string;
  changed: boolean;
}

/** Field by field what was and what is, what has changed first. */
export function changesOf({ before, after }: Pick<PlatformAuditEntry, 'before' | 'after'>): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => {
      const was = write(before?.[field]);
      const is = write(after?.[field]);
      return { field, before: was, after: is, changed: was !== is };
    })
    .sort((a, b) => Number(b.changed) - Number(a.changed));
}

function write(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
