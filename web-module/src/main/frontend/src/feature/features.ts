import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from '../api/client';
import type { FeatureName, FeatureRollout } from '../api/types';
import { CONSOLE } from '../customer/customers';

const KEY = [CONSOLE, 'features'];

/** How far features are rolled out. */
export function useRollouts() {
  return useQuery({
    queryKey: KEY,
    queryFn: async () => (await unwrap(client.GET('/platform/features'))).items as FeatureRollout[],
  });
}

export interface PlanSwitch {
  feature: FeatureName;
  plan: string;
  /** Nothing: as the portal comes. */
  enabled: boolean | undefined;
}

/** What is said of a feature for a plan; nothing if nobody has said so. */
export function saidFor(rollout: FeatureRollout, plan: string): boolean | undefined {
  return rollout.plans.find((each) => each.plan === plan)?.enabled;
}

/** A rollout after a switch. */
export function switched(rollout: FeatureRollout, { plan, enabled }: PlanSwitch): FeatureRollout {
  const others = rollout.plans.filter((each) => each.plan !== plan);
  return { ...rollout, plans: enabled === undefined ? others : [...others, { plan, enabled }] };
}

/** Shown at once, and taken back if refused. */
export function useSwitchPlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ feature, plan, enabled }: PlanSwitch) => {
      const params = { path: { feature, plan } };
      await unwrap(
        enabled === undefined
          ? client.DELETE('/platform/features/{feature}/plans/{plan}', { params })
          : client.PUT('/platform/features/{feature}/plans/{plan}', { params, body: { enabled } }),
      );
    },
    onMutate: async (wish) => {
      await queries.cancelQueries({ queryKey: KEY });
      const before = queries.getQueryData<FeatureRollout[]>(KEY);
      queries.setQueryData<FeatureRollout[]>(KEY, (known) =>
        known?.map((each) => (each.feature === wish.feature ? switched(each, wish) : each)),
      );
      return before;
    },
    onError: (_error, _wish, before) => queries.setQueryData(KEY, before),
    onSettled: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
}
