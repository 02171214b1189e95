import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PropertyStatus } from '../api/types';
import type { Place } from '../map/markers';

interface Positioned {
  name: string;
  latitude?: number;
  longitude?: number;
  status: PropertyStatus;
}

/** A map's places for one property: itself, or nothing while its position is unknown. */
export function usePlaceOf({ name, latitude, longitude, status }: Positioned): Place[] {
  const { t } = useTranslation('property');
  return useMemo(
    () =>
      latitude === undefined || longitude === undefined || Math.abs(latitude) > 90 || Math.abs(longitude) > 180
        ? []
        : [{ id: 'this', latitude, longitude, title: name || t('map.this'), status }],
    [name, latitude, longitude, status, t],
  );
}
