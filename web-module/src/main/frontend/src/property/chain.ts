import { PAGE_SIZE } from '../api/queries';

/**
 * The cursors of a list's pages, as far as they are known: the first page needs none, each further one is named by the
 * page before it.
 */
export type Chain = readonly (string | undefined)[];

export const START: Chain = [undefined];

/** The chain with what a page says of the next; whatever followed is forgotten if that is another one than before. */
export function continued(chain: Chain, page: number, next: string | undefined): Chain {
  if (next === undefined ? chain.length === page + 1 : chain[page + 1] === next) return chain;
  const known = chain.slice(0, page + 1);
  return next === undefined ? known : [...known, next];
}

/** How many rows the pages have: all but the last are full, and a last one that nobody has seen may be. */
export function rowsOf(chain: Chain, onLast: number | undefined): number {
  return (chain.length - 1) * PAGE_SIZE + (onLast ?? PAGE_SIZE);
}

/** The pages on which these rows are, of those that are known. */
export function pagesBetween(chain: Chain, firstRow: number, lastRow: number): number[] {
  const first = Math.min(Math.floor(firstRow / PAGE_SIZE), chain.length - 1);
  const last = Math.min(Math.floor(lastRow / PAGE_SIZE), chain.length - 1);
  return Array.from({ length: last - first + 1 }, (_, each) => first + each);
}
