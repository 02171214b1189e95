import { Badge, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { Property } from '../api/types';
import { useFormat } from '../format/useFormat';
import { useMembers } from '../route/routes';
import { notifyUndo } from '../shell/notify';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { type Contractor, useChangeContractors, useContractors } from './contractors';

/** Who serves a property, and who of them comes first. */
export function ContractorsTab({ property }: { property: Property }) {
  const { role } = useCustomer();
  const { t } = useTranslation('property');
  const { data, isError, error, refetch } = useContractors(property.id);
  if (isError) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={3} />;
  return (
    <Surface maw={760}>
      <Stack>
        {mayPlan(role) && <AddContractor property={property} present={data} />}
        {data.length === 0 && (
          <EmptyState title={t('contractors.none')}>{t(mayPlan(role) ? 'contractors.plan' : 'contractors.read')}</EmptyState>
        )}
        {data.length > 0 && (
          <ul className="portal-stops" aria-label={t('tab.contractors')}>
            {data.map((contractor) => (
              <li key={contractor.memberId}>
                <ContractorLine property={property} contractor={contractor} />
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Surface>
  );
}

function ContractorLine({ property, contractor }: { property: Property; contractor: Contractor }) {
  const { role } = useCustomer();
  const { t } = useTranslation(['property', 'shell']);
  const format = useFormat();
  const change = useChangeContractors(property.id);
  const { memberId, name, primary } = contractor;
  const remove = () =>
    change.remove.mutate(memberId, {
      onSuccess: () => notifyUndo(t('contractors.removed', { name }), () => change.add.mutate(memberId)),
    });
  return (
    <Group justify="space-between">
      <div>
        <Group gap="xs">
          <Text fw={500}>{name}</Text>
          {primary && (
            <Badge variant="light" className="portal-badge">
              ★ {t('contractors.primary')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {t('contractors.since', { date: format.date(contractor.assignedAt) })}
        </Text>
      </div>
      {mayPlan(role) && (
        <Group gap="xs">
          {!primary && (
            <Button
              size="xs"
              variant="default"
              loading={change.makePrimary.isPending}
              onClick={() => change.makePrimary.mutate(memberId)}
              aria-label={t('contractors.makePrimaryOf', { name })}
            >
              {t('contractors.makePrimary')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            loading={change.remove.isPending}
            onClick={remove}
            aria-label={t('contractors.removeOf', { name })}
          >
            {t('contractors.remove')}
          </Button>
        </Group>
      )}
    </Group>
  );
}

function AddContractor({ property, present }: { property: Property; present: Contractor[] }) {
  const { t } = useTranslation('property');
  const members = useMembers();
  const { add } = useChangeContractors(property.id);
  const free = (members.data ?? []).filter(
    (member) => member.role === 'CONTRACTOR' && !present.some((each) => each.memberId === member.id),
  );
  return (
    <Select
      label={t('contractors.add')}
      placeholder={t('contractors.choose')}
      searchable
      value={null}
      disabled={add.isPending}
      data={free.map((member) => ({ value: member.id, label: member.displayName }))}
      nothingFoundMessage={t('contractors.nobody')}
      onChange={(id) => id && add.mutate(id)}
    />
  );
}
