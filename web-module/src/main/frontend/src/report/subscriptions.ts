import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';

/** Of which reports the signed-in member is told by letter: formats by kind. */
export function useSubscriptions() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'report-subscriptions'],
    queryFn: async () => (await unwrap(client.GET('/report-subscriptions'))).items,
    select: (own) => new Map(own.map(({ kind, formats }) => [kind, formats])),
  });
}

/** Says in which formats a report is wanted; in none: no more. */
export function useSubscribe() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ kind, formats }: { kind: string; formats: string[] }) => {
      const params = { path: { kind } };
      if (formats.length > 0) {
        await unwrap(client.PUT('/report-subscriptions/{kind}', { params, body: { formats } }));
      } else {
        await unwrap(client.DELETE('/report-subscriptions/{kind}', { params }));
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [customerId, 'report-subscriptions'] }),
  });
}
