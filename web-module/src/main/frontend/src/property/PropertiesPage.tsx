import { Button, Group, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayPlan, mayReadOffice } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { PlusIcon, UploadIcon } from '../shell/icons';
import { useFilters } from '../shell/filters';
import { FilterSelect, SearchField } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { Surface } from '../shell/Surface';
import { ColumnChoice } from './ColumnChoice';
import { KINDS, type PropertyFilter, STATUSES } from './properties';
import { PropertyMap } from './PropertyMap';
import { PropertyTable } from './PropertyTable';
import { SavedFilters } from './SavedFilters';

export function PropertiesPage() {
  const { role } = useCustomer();
  const { t } = useTranslation(['property', 'shell']);
  const filters = useFilters();
  const narrow = useMediaQuery('(max-width: 75em)', undefined, { getInitialValueInEffect: false });
  const view = filters.get('view') ?? 'table';
  const filter: PropertyFilter = { q: filters.get('q'), status: filters.get('status'), kind: filters.get('kind') };
  const filterKey = JSON.stringify(filter);

  return (
    <>
      <PageHeader title={t('title')} description={t('about')}>
        {mayReadOffice(role) && (
          <Button component={Link} to="board" variant="default">
            {t('board.open')}
          </Button>
        )}
        {mayPlan(role) && (
          <>
            <Button component={Link} to="imports" variant="default" leftSection={<UploadIcon />}>
              {t('import')}
            </Button>
            <Button component={Link} to="new" leftSection={<PlusIcon />}>
              {t('new')}
            </Button>
          </>
        )}
      </PageHeader>
      <Group mb="md" gap="xs">
        <SearchField filters={filters} label={t('search')} />
        <FilterSelect
          filters={filters}
          name="status"
          label={t('status')}
          options={Object.fromEntries(STATUSES.map((status) => [status, t(`shell:status.${status}`)]))}
        />
        <FilterSelect
          filters={filters}
          name="kind"
          label={t('kindLabel')}
          options={Object.fromEntries(KINDS.map((kind) => [kind, t(`kind.${kind}`)]))}
        />
        <SavedFilters />
        {(!narrow || view === 'table') && <ColumnChoice />}
        {narrow && (
          <SegmentedControl
            fullWidth
            w="100%"
            aria-label={t('showAs')}
            value={view}
            onChange={(value) => filters.set('view', value === 'table' ? null : value)}
            data={[
              { value: 'table', label: t('table') },
              { value: 'map', label: t('mapView') },
            ]}
          />
        )}
      </Group>
      <div className="portal-columns">
        {(!narrow || view === 'table') && (
          <Surface p={0}>
            <PropertyTable key={`${filterKey} ${filters.get('sort')}`} filters={filters} filter={filter} />
          </Surface>
        )}
        {(!narrow || view === 'map') && (
          <Surface p="xs" className="portal-surface portal-sticky">
            <PropertyMap
              key={filterKey}
              filters={filters}
              filter={filter}
              height={narrow ? '60vh' : 'calc(100vh - 270px)'}
            />
          </Surface>
        )}
      </div>
    </>
  );
}
