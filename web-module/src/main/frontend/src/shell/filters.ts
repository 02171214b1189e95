import { useSearchParams } from 'react-router';

/** What stands in the address beside filters: the order, and what of it is shown. */
const NO_FILTERS = ['sort', 'view', 'box'];

/** A list's filters live in the address, so that they survive a reload and can be sent to a colleague. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  return {
    get: (name: string) => params.get(name) ?? undefined,
    set: (name: string, value: string | null | undefined) =>
      setParams(
        (previous) => {
          const next = new URLSearchParams(previous);
          if (value) next.set(name, value);
          else next.delete(name);
          // What fits another filter may lie elsewhere on the map.
          if (!NO_FILTERS.includes(name)) next.delete('box');
          return next;
        },
        { replace: true },
      ),
    clear: () => setParams({}, { replace: true }),
    any: [...params.keys()].some((key) => !NO_FILTERS.includes(key)),
  };
}

export type Filters = ReturnType<typeof useFilters>;
