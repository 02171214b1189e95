import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useCustomer } from '../account/useSession';
import type { RouteStop } from '../api/types';
import type { Place } from '../map/markers';
import { PortalMap } from '../map/PortalMap';

export function RouteMap({ stops, height }: { stops: RouteStop[]; height: number }) {
  const { customerId } = useCustomer();
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
                title: `Stop ${index + 1}: ${stop.name}`,
                detail: [stop.street, stop.city].filter(Boolean).join(', '),
                to: `/c/${customerId}/properties/${stop.propertyId}`,
                number: index + 1,
              },
            ],
      ),
    [stops, customerId],
  );
  const without = stops.length - places.length;
  return (
    <>
      <PortalMap label="Map of the route" places={places} height={height} ordered />
      {without > 0 && (
        <Text size="sm" c="dimmed" pt="xs">
          {without === 1 ? 'One stop has no position.' : `${without} stops have no position.`}
        </Text>
      )}
    </>
  );
}
