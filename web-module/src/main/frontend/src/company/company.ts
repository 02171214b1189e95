import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, ifMatch, unwrap } from '../api/client';
import { ONLY_WHEN_ASKED } from '../api/queries';
import { session } from '../api/session';
import type { Company, OwnSettings } from '../api/types';

export type CompanyWrite = Pick<Company, 'name' | 'units' | 'locale' | 'timeZone' | 'contactEmail'>;
export type OwnSettingsWrite = Pick<OwnSettings, 'units' | 'locale' | 'timeZone'>;

export function useCompany() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'company'],
    ...ONLY_WHEN_ASKED,
    queryFn: () => unwrap(client.GET('/customer')) as Promise<Company>,
  });
}

export function useSaveCompany(company: Company) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CompanyWrite) =>
      unwrap(client.PUT('/customer', { headers: ifMatch(company.version), body })) as Promise<Company>,
    onSuccess: async () => {
      await session.refresh(customerId); // All screens measure, and tell the time, as the company does.
      await queries.invalidateQueries({ queryKey: [customerId] });
    },
  });
}

export function useFeatures() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'features'],
    queryFn: async () => (await unwrap(client.GET('/features'))).items,
  });
}

export function useSecondFactorRule() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'second-factor-rule'],
    queryFn: () => unwrap(client.GET('/customer/second-factor')),
  });
}

export function useSetSecondFactorRule() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ required, version }: { required: boolean; version: number }) =>
      unwrap(client.PUT('/customer/second-factor', { headers: ifMatch(version), body: { required } })),
    onSettled: () => queries.invalidateQueries({ queryKey: [customerId, 'second-factor-rule'] }),
  });
}

export function useOwnSettings() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'settings'],
    ...ONLY_WHEN_ASKED,
    queryFn: () => unwrap(client.GET('/settings')) as Promise<OwnSettings>,
  });
}

export function useSaveOwnSettings(settings: OwnSettings) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: OwnSettingsWrite) =>
      unwrap(client.PUT('/settings', { headers: ifMatch(settings.version), body })) as Promise<OwnSettings>,
    onSuccess: (saved) => queries.setQueryData([customerId, 'settings'], saved),
  });
}

export function useUsage() {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'usage'],
    queryFn: () => unwrap(client.GET('/customer/usage')),
  });
}
