import { useParams } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { Property } from '../api/types';
import { DeleteButton } from '../shell/editing';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { useDeleteProperty, useProperty } from './properties';
import { PropertyFacts } from './PropertyFacts';
import { PropertyForm } from './PropertyForm';

export function NewPropertyPage() {
  return (
    <>
      <PageHeader title="New property" />
      <PropertyForm />
    </>
  );
}

export function PropertyPage() {
  const { propertyId = '' } = useParams();
  const { role } = useCustomer();
  const { data, isError, error, refetch } = useProperty(propertyId);

  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={data.name}>{mayPlan(role) && <DeleteProperty property={data} />}</PageHeader>
      {mayPlan(role) ? (
        <PropertyForm key={data.id} property={data} onReload={() => void refetch()} />
      ) : (
        <PropertyFacts property={data} />
      )}
    </>
  );
}

function DeleteProperty({ property }: { property: Property }) {
  return (
    <DeleteButton
      question="Delete this property?"
      yes="Delete property"
      name={property.name}
      text={`${property.name} leaves every list and route. If anybody worked there, it is archived instead.`}
      remove={useDeleteProperty(property)}
      done={(kept) => (kept ? `${property.name} was worked at, and is archived.` : `${property.name} is deleted.`)}
    />
  );
}
