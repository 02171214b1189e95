import { Anchor, Box, Button, Modal, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Plan } from '../api/types';
import { useFormat } from '../format/useFormat';
import { Facts } from '../shell/Facts';
import { PageHeader } from '../shell/PageHeader';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { LIMITS, limitIn, type PlanLimit } from './limits';
import { PlanForm } from './PlanForm';
import { usePlans } from './plans';

export function PlansPage() {
  const { t } = useTranslation(['plan', 'shell']);
  const { data, isError, error, refetch } = usePlans();
  const [edited, setEdited] = useState<string>();
  const plan = data?.find(({ code }) => code === edited);
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {isError && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <ListSkeleton rows={4} />}
      {data && (
        <Surface p={0}>
            <Table verticalSpacing="xs" aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('plan')}</Table.Th>
                  {LIMITS.map((limit) => (
                    <Table.Th key={limit} visibleFrom="md">
                      {t(`limit.${limit}`)}
                    </Table.Th>
                  ))}
                  <Table.Td />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.map((each) => (
                  <Row key={each.code} plan={each} onEdit={() => setEdited(each.code)} />
                ))}
              </Table.Tbody>
            </Table>
        </Surface>
      )}
      <Modal
        opened={plan !== undefined}
        onClose={() => setEdited(undefined)}
        title={plan && t('edit', { plan: plan.code })}
        centered
        size="lg"
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        {plan && <PlanForm plan={plan} onDone={() => setEdited(undefined)} />}
      </Modal>
    </>
  );
}

function Row({ plan, onEdit }: { plan: Plan; onEdit: () => void }) {
  const format = useFormat();
  const { t } = useTranslation('plan');
  const allowed = (limit: PlanLimit) => limitIn(plan, limit, format) ?? t('none');
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={500}>
          {plan.code}
        </Text>
        <Anchor size="xs" component={Link} to={`/console/customers?plan=${plan.code}`}>
          {t('customers')}
        </Anchor>
        <Box hiddenFrom="md" mt="xs" fz="sm">
          <Facts facts={Object.fromEntries(LIMITS.map((limit) => [t(`limit.${limit}`), allowed(limit)]))} />
        </Box>
      </Table.Td>
      {LIMITS.map((limit) => (
        <Table.Td key={limit} visibleFrom="md">
          {allowed(limit)}
        </Table.Td>
      ))}
      <Table.Td ta="right" valign="top">
        <Button size="xs" variant="default" aria-label={t('edit', { plan: plan.code })} onClick={onEdit}>
          {t('change')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
