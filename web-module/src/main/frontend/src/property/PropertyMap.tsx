import { Group, Skeleton, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import { type Box, boxAround, boxOf, textOf } from '../map/box';
import type { Place } from '../map/markers';
import { PortalMap } from '../map/PortalMap';
import { StatusLegend } from '../map/StatusLegend';
import type { Filters } from '../shell/filters';
import { ProblemAlert } from '../shell/states';
import { addressOf, MAP_LIMIT, type PropertyFilter, usePropertiesWithin, useSomeProperties } from './properties';

const MOVING_MS = 250;

interface PropertyMapProps {
  filters: Filters;
  filter: PropertyFilter;
  height: number | string;
}

/** Where the properties are. It begins where the address says, else around the first ones that fit the filter. */
export function PropertyMap({ filters, filter, height }: PropertyMapProps) {
  const { t } = useTranslation('property');
  const [begin] = useState(() => boxOf(filters.get('box')));
  const some = useSomeProperties(filter, begin === undefined);
  if (some.isError) return <ProblemAlert error={some.error} onRetry={() => void some.refetch()} />;
  if (!begin && !some.data) return <Skeleton height={height} role="status" aria-label={t('map.loading')} />;
  return <Within filter={filter} height={height} begin={begin ?? boxAround(some.data ?? [])} />;
}

/** Past the router: a move of the map must not overtake somebody who is on the way to another page. */
function keepInAddress(pathname: string, box: Box): void {
  const address = new URL(window.location.href);
  if (address.pathname !== pathname) return;
  address.searchParams.set('box', textOf(box));
  window.history.replaceState(window.history.state, '', address);
}

/** Asks for no more than what is in view. */
function Within({ filter, height, begin }: Omit<PropertyMapProps, 'filters'> & { begin?: Box }) {
  const { customerId } = useCustomer();
  const { t } = useTranslation(['property', 'shell']);
  const format = useFormat();
  const [box, setBox] = useState<Box>();
  const { pathname } = useLocation();
  const moved = useDebouncedCallback((to: Box) => {
    setBox(to);
    keepInAddress(pathname, to);
  }, MOVING_MS);
  const { data, isError, error, refetch } = usePropertiesWithin(filter, box);

  const places = useMemo(
    () =>
      (data ?? []).flatMap((property): Place[] =>
        property.latitude === undefined || property.longitude === undefined
          ? []
          : [
              {
                id: property.id,
                latitude: property.latitude,
                longitude: property.longitude,
                title: property.name,
                detail: `${addressOf(property)} · ${t(`shell:status.${property.status}`)}`,
                to: `/c/${customerId}/properties/${property.id}`,
                status: property.status,
              },
            ],
      ),
    [data, customerId, t],
  );

  return (
    <>
      {isError && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      <PortalMap label={t('map.label')} places={places} height={height} view={begin} onView={moved} />
      <Group justify="space-between" pt="xs" px={4}>
        <StatusLegend />
        <Text size="sm" c="dimmed" role="status">
          {data &&
            (data.length >= MAP_LIMIT
              ? t('map.more', { most: format.number(MAP_LIMIT) })
              : t('map.inView', { count: places.length, shown: format.number(places.length) }))}
        </Text>
      </Group>
    </>
  );
}
