import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, ifMatch, unwrap } from '../api/client';
import { fetchAll, ONLY_WHEN_ASKED } from '../api/queries';
import { useSubmission } from '../api/submission';
import type { EquipmentRate } from '../api/types';

export type EquipmentRateWrite = Pick<
  EquipmentRate,
  'equipment' | 'hourlyRate' | 'currency' | 'validFrom' | 'validTo'
>;

const MOST = 2_000;

export function useEquipmentRates() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'equipment-rates', 'all'],
    queryFn: () =>
      fetchAll<EquipmentRate>((page) => unwrap(client.GET('/equipment-rates', { params: { query: page } })), MOST),
  });
}

export function useEquipmentRate(id: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'equipment-rates', 'one', id],
    ...ONLY_WHEN_ASKED,
    queryFn: () =>
      unwrap(client.GET('/equipment-rates/{id}', { params: { path: { id } } })) as Promise<EquipmentRate>,
  });
}

export function useSaveEquipmentRate(existing?: EquipmentRate) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const submission = useSubmission();
  return useMutation({
    mutationFn: async (body: EquipmentRateWrite) => {
      const saved: EquipmentRate = await (existing
        ? unwrap(
            client.PUT('/equipment-rates/{id}', {
              params: { path: { id: existing.id } },
              headers: ifMatch(existing.version),
              body,
            }),
          )
        : unwrap(client.POST('/equipment-rates', { headers: submission.headersFor(body), body })));
      return { ...saved, name: saved.equipment };
    },
    onSuccess: () => {
      submission.done();
      return queries.invalidateQueries({ queryKey: [customerId, 'equipment-rates'] });
    },
  });
}

export function useDeleteEquipmentRate(rate: EquipmentRate) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(
        client.DELETE('/equipment-rates/{id}', { params: { path: { id: rate.id } }, headers: ifMatch(rate.version) }),
      ),
    onSuccess: () => {
      queries.removeQueries({ queryKey: [customerId, 'equipment-rates', 'one', rate.id] });
      return queries.invalidateQueries({ queryKey: [customerId, 'equipment-rates', 'all'] });
    },
  });
}
