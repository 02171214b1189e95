import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { Property } from '../api/types';
import { useFormat } from '../format/useFormat';
import { PortalMap } from '../map/PortalMap';
import { Facts } from '../shell/Facts';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { addressOf } from './properties';
import { usePlaceOf } from './usePlaceOf';

/** What is known of a property, with the notes that whoever works there must read before anything else. */
export function PropertyFacts({ property }: { property: Property }) {
  const format = useFormat();
  const { t } = useTranslation('property');
  const places = usePlaceOf(property);
  const { areaM2, triggerDepthCm } = property;
  return (
    <div className="portal-columns">
      <Surface>
        <Facts
          facts={{
            [t('siteNotes')]: <SiteNotes property={property} />,
            [t('status')]: <StatusBadge status={property.status} />,
            [t('address')]: addressOf(property),
            [t('kindLabel')]: t(`kind.${property.kind}`),
            [t('area')]: areaM2 === undefined ? undefined : format.area(areaM2),
            [t('triggerDepth')]: triggerDepthCm === undefined ? undefined : format.depth(triggerDepthCm),
            [t('externalRef')]: property.externalRef,
            [t('column.createdAt')]: format.dateTime(property.createdAt),
            [t('column.updatedAt')]: format.dateTime(property.updatedAt),
          }}
        />
      </Surface>
      {places.length > 0 ? (
        <Surface p="xs">
          <PortalMap label={t('map.of', { name: property.name })} places={places} height={360} />
        </Surface>
      ) : (
        <Surface>
          <Text c="dimmed">{t('noPosition')}</Text>
        </Surface>
      )}
    </div>
  );
}

function SiteNotes({ property }: { property: Property }) {
  const { role, customerId } = useCustomer();
  const { t } = useTranslation('property');
  if (property.siteNotes) return <Text fw={500}>{property.siteNotes}</Text>;
  if (!mayPlan(role)) return <Text c="dimmed">{t('noSiteNotes')}</Text>;
  return (
    <Text c="dimmed">
      {t('noSiteNotes')}{' '}
      <Anchor component={Link} to={`/c/${customerId}/properties/${property.id}/edit`} underline="always">
        {t('addSiteNotes')}
      </Anchor>
    </Text>
  );
}
