/** A field that differs between what is stored now and what is in the form. */
export interface Difference<Values> {
  field: keyof Values;
  mine: Values[keyof Values];
  theirs: Values[keyof Values];
  /** Who changed it since the form was filled: only they, only I, or both, and each otherwise. */
  by: 'them' | 'me' | 'both';
}

export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What two people did to one thing.
 *
 * @param base what the form was filled from
 * @param mine what is in the form
 * @param theirs what is stored now
 */
export function differences<Values extends object>(base: Values, mine: Values, theirs: Values): Difference<Values>[] {
  return (Object.keys(base) as (keyof Values)[])
    .filter((field) => !same(mine[field], theirs[field]))
    .map((field) => {
      const byMe = !same(mine[field], base[field]);
      const byThem = !same(theirs[field], base[field]);
      return { field, mine: mine[field], theirs: theirs[field], by: byMe && byThem ? 'both' : byMe ? 'me' : 'them' };
    });
}

/** What becomes of it: of the fields named theirs, everything else mine. */
export function merged<Values extends object>(mine: Values, theirs: Values, takeTheirs: Set<keyof Values>): Values {
  const taken = Object.fromEntries([...takeTheirs].map((field) => [field, theirs[field]])) as Partial<Values>;
  return { ...mine, ...taken };
}
