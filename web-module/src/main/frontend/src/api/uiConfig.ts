import { useQuery } from '@tanstack/react-query';
import { client, unwrap } from './client';

/** What the frontend needs to know of its deployment. */
export function useUiConfig() {
  return useQuery({
    queryKey: ['public', 'ui-config'],
    queryFn: () => unwrap(client.GET('/ui-config')),
    staleTime: Infinity,
  });
}
