import { Alert, Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn } from '../account/useSession';
import type { Customer, Erasure } from '../api/types';
import { useFormat } from '../format/useFormat';
import { confirm } from '../shell/confirm';
import { Facts } from '../shell/Facts';
import { AlertIcon } from '../shell/icons';
import { notifyDone, notifyProblem } from '../shell/notify';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useErasure, useErasureStep } from './customers';

/** The end of a customer that has left: asked for, confirmed by the name written out, done when the time of grace is over. */
export function Erasing({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer');
  const { data: erasure, isError, error, isPending, refetch } = useErasure(customer.customerId);
  if (isPending) return <ListSkeleton rows={3} />;
  if (isError) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (erasure) return <Asked customer={customer} erasure={erasure} />;
  if (customer.status !== 'CLOSED') {
    return (
      <Surface>
        <EmptyState title={t('erase.notClosed')}>{t('erase.notClosedText')}</EmptyState>
      </Surface>
    );
  }
  return <Ask customerId={customer.customerId} />;
}

function Ask({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customer');
  const step = useErasureStep(customerId);
  const [reason, setReason] = useState('');
  return (
    <Surface>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          step.mutate({ do: 'request', reason }, { onSuccess: () => notifyDone(t('erase.requested')) });
        }}
      >
        <Stack maw={560}>
          <Title order={2} size="h4">
            {t('erase.title')}
          </Title>
          <Text size="sm">{t('erase.text')}</Text>
          {step.isError && <ProblemAlert error={step.error} />}
          <Textarea
            label={t('fields.reason')}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" color="red.9" loading={step.isPending} disabled={!reason.trim()}>
              {t('erase.request')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Surface>
  );
}

function Asked({ customer, erasure }: { customer: Customer; erasure: Erasure }) {
  const format = useFormat();
  const { t } = useTranslation('customer');
  const { account } = useSignIn();
  const step = useErasureStep(customer.customerId);
  const cancel = () =>
    confirm({
      title: t('erase.cancelTitle'),
      text: t('erase.cancelText'),
      yes: t('erase.cancel'),
      onYes: () =>
        step.mutate({ do: 'cancel' }, { onSuccess: () => notifyDone(t('erase.cancelled')), onError: notifyProblem }),
    });
  return (
    <Surface>
      <Stack>
        <Alert color="red" variant="light" icon={<AlertIcon />} title={t(`erase.status.${erasure.status}`)}>
          {erasure.dueAt && t('erase.due', { time: format.dateTime(erasure.dueAt) })}
        </Alert>
        <Facts
          facts={{
            [t('fields.reason')]: erasure.reason,
            [t('erase.by')]: erasure.requestedBy,
            [t('erase.at')]: format.dateTime(erasure.requestedAt),
            [t('erase.confirmedBy')]: erasure.confirmedBy,
          }}
        />
        {erasure.status === 'REQUESTED' && <Confirm customer={customer} own={erasure.requestedBy === account.email} />}
        {erasure.status !== 'ROWS_GONE' && (
          <Group>
            <Button variant="default" loading={step.isPending} onClick={cancel}>
              {t('erase.cancel')}
            </Button>
          </Group>
        )}
      </Stack>
    </Surface>
  );
}

function Confirm({ customer, own }: { customer: Customer; own: boolean }) {
  const { t } = useTranslation('customer');
  const step = useErasureStep(customer.customerId);
  const [name, setName] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate({ do: 'confirm', customerName: name.trim() }, { onSuccess: () => notifyDone(t('erase.confirmed')) });
      }}
    >
      <Stack maw={560}>
        {own && <Text size="sm">{t('erase.secondPerson')}</Text>}
        {step.isError && <ProblemAlert error={step.error} />}
        <TextInput
          label={t('life.typeName', { name: customer.name })}
          required
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" color="red.9" loading={step.isPending} disabled={name.trim() !== customer.name}>
            {t('erase.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
