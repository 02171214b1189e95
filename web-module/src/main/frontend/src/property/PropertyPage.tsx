import { Tabs } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { mayPlan, mayReadOffice } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { Property, Role } from '../api/types';
import { DeleteButton } from '../shell/editing';
import { PageHeader } from '../shell/PageHeader';
import { NotFoundPage, PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { TabList } from '../shell/TabList';
import { addressBelowNameOf, useDeleteProperty, useProperty } from './properties';
import { PropertyFacts } from './PropertyFacts';
import { PropertyForm } from './PropertyForm';

interface TabProps {
  property: Property;
}

const HistoryTab = lazy(async () => ({ default: (await import('./HistoryTab')).HistoryTab }));
const PhotosTab = lazy(async () => ({ default: (await import('./PhotosTab')).PhotosTab }));
const ContractorsTab = lazy(async () => ({ default: (await import('./ContractorsTab')).ContractorsTab }));
const AuditTab = lazy(async () => ({ default: (await import('./AuditTab')).AuditTab }));

interface Tab {
  name: 'overview' | 'history' | 'photos' | 'contractors' | 'audit' | 'edit';
  offeredTo: (role: Role) => boolean;
  Content: ComponentType<TabProps>;
}

const TABS: Tab[] = [
  { name: 'overview', offeredTo: () => true, Content: PropertyFacts },
  { name: 'history', offeredTo: () => true, Content: HistoryTab },
  { name: 'photos', offeredTo: mayReadOffice, Content: PhotosTab },
  { name: 'contractors', offeredTo: () => true, Content: ContractorsTab },
  { name: 'audit', offeredTo: (role) => role === 'ADMIN', Content: AuditTab },
  { name: 'edit', offeredTo: mayPlan, Content: EditTab },
];

export function NewPropertyPage() {
  const { t } = useTranslation('property');
  return (
    <>
      <PageHeader title={t('new')} />
      <PropertyForm />
    </>
  );
}

/** One property; each of its tabs has an address of its own. */
export function PropertyPage() {
  const { propertyId = '', tab = 'overview' } = useParams();
  const { customerId, role } = useCustomer();
  const { t } = useTranslation('property');
  const navigate = useNavigate();
  const { data, isError, error, refetch } = useProperty(propertyId);
  const offered = TABS.filter((each) => each.offeredTo(role));
  const shown = offered.find((each) => each.name === tab);

  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  if (!shown) return <NotFoundPage />;
  const address = `/c/${customerId}/properties/${data.id}`;
  const go = (name: string | null) => void navigate(name === 'overview' ? address : `${address}/${name}`);
  return (
    <>
      <PageHeader title={data.name} description={addressBelowNameOf(data)}>
        <StatusBadge status={data.status} />
        {mayPlan(role) && <DeleteProperty property={data} list={`/c/${customerId}/properties`} />}
      </PageHeader>
      <Tabs value={shown.name} onChange={go} keepMounted={false} activateTabWithKeyboard={false}>
        <TabList
          label={t('tabs')}
          shown={shown.name}
          tabs={Object.fromEntries(offered.map(({ name }) => [name, t(`tab.${name}`)]))}
        />
        {offered.map(({ name, Content }) => (
          <Tabs.Panel key={name} value={name}>
            <Suspense fallback={<ListSkeleton />}>
              <Content property={data} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function EditTab({ property }: TabProps) {
  const { refetch } = useProperty(property.id);
  return (
    <PropertyForm key={property.id} property={property} onReload={() => void refetch()} />
  );
}

function DeleteProperty({ property, list }: { property: Property; list: string }) {
  const { t } = useTranslation('property');
  const { name } = property;
  return (
    <DeleteButton
      question={t('delete.question')}
      yes={t('delete.yes')}
      name={name}
      text={t('delete.text', { name })}
      remove={useDeleteProperty(property)}
      done={(kept) => (kept ? t('delete.archived', { name }) : t('delete.done', { name }))}
      list={list}
    />
  );
}
