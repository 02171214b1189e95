/** A filter of a list under a name of its own: what stands in the address behind the question mark. */
export interface SavedFilter {
  name: string;
  search: string;
}

/** Where a person's filters of a company's properties are kept, in this browser. */
export function placeOf(accountId: string, customerId: string): string {
  return `portal.property-filters.${accountId}.${customerId}`;
}

/** With this one, in the order of their names; one that had the name before is replaced. */
export function withFilter(filters: readonly SavedFilter[], added: SavedFilter): SavedFilter[] {
  return [...withoutFilter(filters, added.name), added].sort((a, b) => a.name.localeCompare(b.name));
}

export function withoutFilter(filters: readonly SavedFilter[], name: string): SavedFilter[] {
  return filters.filter((each) => each.name !== name);
}

/** What is worth keeping of an address: the filters and the order, not where on the map somebody happened to be. */
export function worthKeeping(params: URLSearchParams): string {
  const kept = new URLSearchParams(params);
  kept.delete('box');
  kept.delete('view');
  kept.sort();
  return kept.toString();
}
