import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { usePages } from '../api/queries';
import type { Item, Page, Paths } from '../api/types';
import { notifyProblem, notifyUndo } from '../shell/notify';
import { assign, release } from './contractors';
import type { PropertyFilter } from './properties';
import { queryOf } from './properties';

export type BoardRow = Item<Paths['/properties/board']['get']>;

/** One who serves properties, or nobody. */
export interface Server {
  memberId: string | null;
  name: string;
}

export const NOBODY = null;

/** Who serves a property, by the columns in which it stands. */
export function columnsOf(row: BoardRow): (string | null)[] {
  return row.contractors.length === 0 ? [NOBODY] : row.contractors.map((each) => each.memberId);
}

/** A property with one who serves it replaced by another; the new one is primary if the former was. */
export function handedOver(row: BoardRow, from: string | null, to: Server): BoardRow {
  const former = row.contractors.find((each) => each.memberId === from);
  const others = row.contractors.filter((each) => each.memberId !== from);
  const { memberId, name } = to;
  if (memberId !== null) {
    const primary = former?.primary ?? others.length === 0;
    return { ...row, contractors: [...others, { memberId, name, primary, assignedAt: former?.assignedAt ?? '' }] };
  }
  // Somebody is primary as long as anybody is there: whoever came first.
  const left = others.some((each) => each.primary)
    ? others
    : others.map((each, index) => ({ ...each, primary: index === 0 }));
  return { ...row, contractors: left };
}

/** Properties with those who serve them, page by page. */
export function useBoard(filter: PropertyFilter) {
  const { customerId } = useCustomer();
  return usePages<BoardRow>([customerId, 'properties', 'board', filter], (page) =>
    unwrap(client.GET('/properties/board', { params: { query: { ...queryOf(filter), sort: 'name', ...page } } })),
  );
}

interface HandOver {
  row: BoardRow;
  from: Server;
  to: Server;
  undoing?: boolean;
}

/** Hands a property over from one to another: at once on the board, with a way back. */
export function useHandOver() {
  const { customerId } = useCustomer();
  const { t } = useTranslation('property');
  const queries = useQueryClient();
  const board = { queryKey: [customerId, 'properties', 'board'] };
  const show = (row: BoardRow) =>
    queries.setQueriesData<InfiniteData<Page<BoardRow>>>(board, (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((each) => (each.property.id === row.property.id ? row : each)),
        })),
      },
    );
  const handOver = useMutation({
    scope: { id: 'board' },
    // First the new one: should the second step fail, the property is served twice rather than by nobody.
    mutationFn: async ({ row, from, to }: HandOver) => {
      const { id } = row.property;
      const wasPrimary = row.contractors.some((each) => each.memberId === from.memberId && each.primary);
      if (to.memberId !== null) await assign(id, to.memberId, wasPrimary);
      if (from.memberId !== null) await release(id, from.memberId);
    },
    onMutate: ({ row, from, to }) => show(handedOver(row, from.memberId, to)),
    onSuccess: (_, { row, from, to, undoing }) => {
      if (undoing) return;
      notifyUndo(t('board.moved', { name: row.property.name, to: to.name }), () =>
        handOver.mutate({ row: handedOver(row, from.memberId, to), from: to, to: from, undoing: true }),
      );
    },
    onError: (error, { row }) => {
      show(row);
      notifyProblem(error);
    },
    onSettled: (_, error, { row }) => {
      if (error) void queries.invalidateQueries(board);
      void queries.invalidateQueries({ queryKey: [customerId, 'properties', 'contractors', row.property.id] });
    },
  });
  return (row: BoardRow, from: Server, to: Server) => handOver.mutate({ row, from, to });
}
