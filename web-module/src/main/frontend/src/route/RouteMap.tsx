import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '../account/useSession';
import type { RouteStop } from '../api/types';
import type { Place } from '../map/markers';
import { PortalMap } from '../map/PortalMap';

export function RouteMap({ stops, height }: { stops: RouteStop[]; height: number }) {
  const { customerId } = useCustomer();
  const { t } = useTranslation('route');
  const places = useMemo(
    () =>
      stops.flatMap((stop, index): Place[] =>
        stop.latitude === undefined || stop.longitude === undefined
          ? []
          : [
              {
                id: stop.propertyId,
                latitude: stop.latitude,
                longitude: stop.longitude,
                title: t('stop.title', { position: index + 1, name: stop.name }),
                detail: [stop.street, stop.city].filter(Boolean).join(', '),
                to: `/c/${customerId}/properties/${stop.propertyId}`,
                number: index + 1,
              },
            ],
      ),
    [stops, customerId, t],
  );
  const without = stops.length - places.length;
  return (
    <>
      <PortalMap label={t('map')} places={places} height={height} ordered />
      {without > 0 && (
        <Text size="sm" c="dimmed" pt="xs">
          {t('withoutPosition', { count: without })}
        </Text>
      )}
    </>
  );
}
