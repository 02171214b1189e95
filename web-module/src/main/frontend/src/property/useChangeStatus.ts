import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '../account/useSession';
import { client, ifMatch, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import type { Page, Property, PropertyStatus } from '../api/types';
import { notifyChanged, notifyProblem, notifyUndo } from '../shell/notify';
import { changesBetween, lineOf } from './changes';
import { writeOf } from './properties';

/**
 * Changes the status of a property where it stands in the list: at once, with a way back, and back by itself if the
 * server refuses. Changes of one property go one after the other.
 */
export function useChangeStatus(property: Property) {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const { t } = useTranslation(['property', 'shell']);
  const rows = { queryKey: [customerId, 'properties', 'rows'] };

  const show = (shown: Property) =>
    queries.setQueriesData<Page<Property>>({ ...rows, predicate: ({ queryKey }) => queryKey.includes('page') }, (page) =>
      page && { ...page, items: page.items.map((each) => (each.id === shown.id ? shown : each)) },
    );
  const current = () =>
    queries
      .getQueriesData<Page<Property>>({ ...rows, predicate: ({ queryKey }) => queryKey.includes('page') })
      .flatMap(([, page]) => page?.items ?? [])
      .find((each) => each.id === property.id) ?? property;

  const tellOfOther = async (before: Property) => {
    const params = { path: { id: property.id } };
    const theirs: Property = await unwrap(client.GET('/properties/{id}', { params }));
    show(theirs);
    const fields = t('field', { returnObjects: true }) as Record<string, string>;
    notifyChanged(
      t('changedMeanwhile', { name: theirs.name }),
      changesBetween(before, theirs).map(
        (change) => `${fields[change.field] ?? change.field}: ${lineOf(change.before)} → ${lineOf(change.after)}`,
      ),
    );
  };

  const change = useMutation({
    scope: { id: `status of ${property.id}` },
    // The version is that of the change before, should there be one on its way.
    mutationFn: ({ status }: { status: PropertyStatus; before: Property; undoing: boolean }): Promise<Property> => {
      const { version, ...now } = current();
      return unwrap(
        client.PUT('/properties/{id}', {
          params: { path: { id: property.id } },
          headers: ifMatch(version),
          body: writeOf({ ...now, version, status }),
        }),
      );
    },
    onMutate: ({ status }) => void show({ ...current(), status }),
    onSuccess: (saved, { before, undoing }) => {
      show(saved);
      queries.setQueryData([customerId, 'properties', 'one', saved.id], saved);
      void queries.invalidateQueries({ queryKey: [customerId, 'properties', 'within'] });
      if (undoing) return;
      const told = t('nowIs', { name: saved.name, status: t(`shell:status.${saved.status}`) });
      notifyUndo(told, () => change.mutate({ status: before.status, before: saved, undoing: true }));
    },
    onError: (error, { before }) => {
      show(before);
      if (asProblem(error).slug === 'stale-version') tellOfOther(before).catch(notifyProblem);
      else notifyProblem(error);
    },
  });
  return (status: PropertyStatus) => change.mutate({ status, before: current(), undoing: false });
}
