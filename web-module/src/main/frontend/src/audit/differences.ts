type State = Record<string, unknown>;

export interface Difference {
  field: string;
  before?: string;
  after?: string;
}

/** What changed from one state to the other, field by field; a state that is missing has no fields. */
export function differences(before: State | undefined, after: State | undefined): Difference[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({ field, before: written(before?.[field]), after: written(after?.[field]) }))
    .filter((each) => each.before !== each.after);
}

function written(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
