import { Button, Group, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { PlusIcon, UploadIcon } from '../shell/icons';
import { FilterSelect, SearchField, useFilters } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { Surface } from '../shell/Surface';
import { KIND_NAMES, type PropertyFilter, STATUS_NAMES } from './properties';
import { PropertyMap } from './PropertyMap';
import { PropertyTable } from './PropertyTable';

export function PropertiesPage() {
  const { role } = useCustomer();
  const filters = useFilters();
  const narrow = useMediaQuery('(max-width: 75em)', undefined, { getInitialValueInEffect: false });
  const view = filters.get('view') ?? 'table';
  const filter: PropertyFilter = { q: filters.get('q'), status: filters.get('status'), kind: filters.get('kind') };

  return (
    <>
      <PageHeader title="Properties" description="Every place you look after in winter.">
        {mayPlan(role) && (
          <>
            <Button component={Link} to="imports" variant="default" leftSection={<UploadIcon />}>
              Import
            </Button>
            <Button component={Link} to="new" leftSection={<PlusIcon />}>
              New property
            </Button>
          </>
        )}
      </PageHeader>
      <Group mb="md" gap="xs">
        <SearchField filters={filters} label="Search properties" />
        <FilterSelect filters={filters} name="status" label="Status" options={STATUS_NAMES} />
        <FilterSelect filters={filters} name="kind" label="Kind" options={KIND_NAMES} />
        {narrow && (
          <SegmentedControl
            fullWidth
            w="100%"
            aria-label="Show as"
            value={view}
            onChange={(value) => filters.set('view', value === 'table' ? null : value)}
            data={[
              { value: 'table', label: 'Table' },
              { value: 'map', label: 'Map' },
            ]}
          />
        )}
      </Group>
      <div className="portal-columns">
        {(!narrow || view === 'table') && (
          <Surface p={0}>
            <PropertyTable filters={filters} filter={filter} />
          </Surface>
        )}
        {(!narrow || view === 'map') && (
          <Surface p="xs" className="portal-surface portal-sticky">
            <PropertyMap filter={filter} height={narrow ? '60vh' : 'calc(100vh - 270px)'} />
          </Surface>
        )}
      </div>
    </>
  );
}
