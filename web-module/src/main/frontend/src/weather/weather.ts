import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, unwrap } from '../api/client';
import { uploadCsv } from '../api/files';
import { usePages } from '../api/queries';
import type { Weather, WeatherImport } from '../api/types';

export interface WeatherFilter {
  place?: string;
  period?: string;
  /** Moments, not days: whose day it is, the caller knows. */
  from?: string;
  to?: string;
}

/** What was observed, the latest first. */
export function useWeather({ place, period, from, to }: WeatherFilter) {
  const { customerId } = useCustomer();
  return usePages<Weather>([customerId, 'weather', 'list', place, period, from, to], (page) =>
    unwrap(
      client.GET('/weather', {
        params: {
          query: { place, from, to, period: period as Weather['period'] | undefined, sort: '-observedAt', ...page },
        },
      }),
    ),
  );
}

export function useImportWeather() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      uploadCsv<WeatherImport>(`/api/weather/imports?fileName=${encodeURIComponent(file.name)}`, file, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: [customerId, 'weather'] }),
  });
}
