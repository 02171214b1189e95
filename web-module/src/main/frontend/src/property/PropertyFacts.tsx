import type { Property } from '../api/types';
import { useFormat } from '../format/useFormat';
import { Facts } from '../shell/Facts';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { PortalMap } from '../map/PortalMap';
import { addressOf, KIND_NAMES } from './properties';
import { usePlaceOf } from './usePlaceOf';

export function PropertyFacts({ property }: { property: Property }) {
  const format = useFormat();
  const places = usePlaceOf(property);
  const { areaM2, triggerDepthCm } = property;
  return (
    <div className="portal-columns">
      <Surface>
        <Facts
          facts={{
            Status: <StatusBadge status={property.status} />,
            Address: addressOf(property),
            Kind: KIND_NAMES[property.kind],
            Area: areaM2 === undefined ? undefined : `${format.number(areaM2, 2)} m²`,
            'Trigger depth': triggerDepthCm === undefined ? undefined : `${format.number(triggerDepthCm, 1)} cm`,
            'Site notes': property.siteNotes,
            'External reference': property.externalRef,
            'Last change': format.dateTime(property.updatedAt),
          }}
        />
      </Surface>
      {places.length > 0 && (
        <Surface p="xs">
          <PortalMap label={`Map of ${property.name}`} places={places} height={360} />
        </Surface>
      )}
    </div>
  );
}
