import { Group, Skeleton, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import type { Place } from '../map/markers';
import { PortalMap } from '../map/PortalMap';
import { StatusLegend } from '../map/StatusLegend';
import { ProblemAlert } from '../shell/states';
import { addressOf, MAP_LIMIT, type PropertyFilter, usePropertyPositions } from './properties';

export function PropertyMap({ filter, height }: { filter: PropertyFilter; height: number | string }) {
  const { customerId } = useCustomer();
  const format = useFormat();
  const { t } = useTranslation();
  const { data, isError, error, refetch } = usePropertyPositions(filter);

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
                detail: `${addressOf(property)} · ${t(`status.${property.status}`)}`,
                to: `/c/${customerId}/properties/${property.id}`,
                status: property.status,
              },
            ],
      ),
    [data, customerId, t],
  );

  if (isError) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={height} role="status" aria-label="Loading the map" />;
  const without = data.length - places.length;
  return (
    <>
      <PortalMap label="Map of properties" places={places} height={height} />
      <Group justify="space-between" pt="xs" px={4}>
        <StatusLegend />
        <Text size="sm" c="dimmed">
          {data.length >= MAP_LIMIT && `The first ${format.number(MAP_LIMIT)} are shown. `}
          {without > 0 && `${format.number(without)} without a position`}
        </Text>
      </Group>
    </>
  );
}
