import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, ifMatch, unwrap } from '../api/client';
import { ONLY_WHEN_ASKED } from '../api/queries';
import type { Plan, PlanLimits } from '../api/types';
import { CONSOLE } from '../customer/customers';

const KEY = [CONSOLE, 'plans'];

/** All plans, the smallest first. */
export function usePlans() {
  return useQuery({
    ...ONLY_WHEN_ASKED,
    queryKey: KEY,
    queryFn: async () => (await unwrap(client.GET('/platform/plans'))).items as Plan[],
  });
}

export function useSavePlan(code: string, version: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PlanLimits) =>
      unwrap(
        client.PUT('/platform/plans/{code}', { params: { path: { code } }, headers: ifMatch(version), body }),
      ) as Promise<Plan>,
    onSuccess: () => void queries.invalidateQueries({ queryKey: [CONSOLE] }),
  });
}
