import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { useCrew, useCrewPath } from './CrewFrame';
import { StopLink } from './CrewPage';
import { stopAt } from './stops';

const MOST_SHOWN = 100;

/** Everything that is assigned to the person, on a route or not; searched on the device. */
export function PlacesPage() {
  const { t } = useTranslation('crew');
  const { work, entries, event } = useCrew();
  const [params, setParams] = useSearchParams();
  const path = useCrewPath();
  const wanted = (params.get('q') ?? '').toLocaleLowerCase();
  const found = work.properties
    .map((property) => stopAt(property, property.id, event?.id ?? '', work, entries))
    .filter(({ name, address }) => `${name} ${address}`.toLocaleLowerCase().includes(wanted));
  const search = (q: string) =>
    setParams(
      (present) => {
        const changed = new URLSearchParams(present);
        if (q) changed.set('q', q);
        else changed.delete('q');
        return changed;
      },
      { replace: true },
    );
  return (
    <>
      <PageHeader title={t('otherPlaces')} />
      <TextInput
        size="lg"
        aria-label={t('search')}
        placeholder={t('search')}
        defaultValue={params.get('q') ?? ''}
        onChange={({ currentTarget }) => search(currentTarget.value)}
      />
      {found.length === 0 &&
        (work.properties.length === 0 ? (
          <EmptyState title={t('empty.noPlace')}>{t('empty.noPlaceText')}</EmptyState>
        ) : (
          <EmptyState title={t('nothingFound')}>{t('nothingFoundText')}</EmptyState>
        ))}
      <ul className="crew-stops" aria-label={t('otherPlaces')}>
        {found.slice(0, MOST_SHOWN).map((stop) => (
          <li key={stop.propertyId}>
            <StopLink stop={stop} />
          </li>
        ))}
      </ul>
      <div className="crew-actions">
        <Button component={Link} to={path()} variant="default" className="crew-button" fullWidth>
          {t('back')}
        </Button>
      </div>
    </>
  );
}
