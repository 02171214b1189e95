/** What the table can show of a property beside its name and address. */
export const COLUMNS = [
  'kind',
  'status',
  'city',
  'postalCode',
  'areaM2',
  'triggerDepthCm',
  'externalRef',
  'createdAt',
  'updatedAt',
] as const;

export type Column = (typeof COLUMNS)[number];

export const USUAL_COLUMNS: readonly Column[] = ['kind', 'status', 'createdAt'];

/** Where there is room for little. */
export const NARROW_COLUMNS: readonly Column[] = ['status'];

/** Where a person's choice of columns is kept, in this browser. */
export function placeOf(accountId: string, customerId: string): string {
  return `portal.property-columns.${accountId}.${customerId}`;
}

/** The chosen ones in the order of the table; what is no column, of a version before, is passed over. */
export function inOrder(chosen: readonly string[]): Column[] {
  return COLUMNS.filter((column) => chosen.includes(column));
}

export function toggled(chosen: readonly Column[], column: Column): Column[] {
  return inOrder(chosen.includes(column) ? chosen.filter((each) => each !== column) : [...chosen, column]);
}
