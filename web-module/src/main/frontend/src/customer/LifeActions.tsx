import { Alert, Button, Group, List, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api/types';
import { AlertIcon } from '../shell/icons';
import { notifyDone } from '../shell/notify';
import { ProblemAlert } from '../shell/states';
import { type LifeChange, useLifeChange } from './customers';
import { changesFrom, CONSEQUENCES, isDangerous, needsReason } from './life';

/** What can be done to where a customer stands; each says what will happen before it does. */
export function LifeActions({ customer }: { customer: Customer }) {
  const { t } = useTranslation(['customer', 'shell']);
  const [asked, setAsked] = useState<LifeChange>();
  return (
    <>
      {changesFrom(customer.status).map((change) => (
        <Button
          key={change}
          variant={change === 'activate' || change === 'reopen' ? 'filled' : 'default'}
          onClick={() => setAsked(change)}
        >
          {t(`life.${change}.do`)}
        </Button>
      ))}
      <Modal
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked && t(`life.${asked}.title`, { name: customer.name })}
        centered
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        {asked && <LifeForm change={asked} customer={customer} onDone={() => setAsked(undefined)} />}
      </Modal>
    </>
  );
}

function LifeForm({ change, customer, onDone }: { change: LifeChange; customer: Customer; onDone: () => void }) {
  const { t } = useTranslation(['customer', 'shell']);
  const become = useLifeChange(customer, change);
  const [reason, setReason] = useState('');
  const [name, setName] = useState('');
  const closing = change === 'close';
  const ready = (!needsReason(change) || reason.trim() !== '') && (!closing || name.trim() === customer.name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        become.mutate(reason.trim(), {
          onSuccess: () => {
            notifyDone(t(`life.${change}.done`, { name: customer.name }));
            onDone();
          },
        });
      }}
    >
      <Stack>
        {become.isError && <ProblemAlert error={become.error} />}
        <Text size="sm" fw={500}>
          {t('life.willHappen')}
        </Text>
        <List size="sm" spacing={4}>
          {CONSEQUENCES[change].map((each) => (
            <List.Item key={each}>{t(`life.consequence.${each}`)}</List.Item>
          ))}
        </List>
        {needsReason(change) && (
          <Textarea
            label={t('fields.reason')}
            description={t('life.reasonHint')}
            required
            maxLength={500}
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {closing && (
          <>
            <Alert color="red" variant="light" icon={<AlertIcon />} title={t('life.close.warning')} />
            <TextInput
              label={t('life.typeName', { name: customer.name })}
              required
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('shell:cancel')}
          </Button>
          <Button type="submit" color={isDangerous(change) ? 'red.9' : undefined} loading={become.isPending} disabled={!ready}>
            {t(`life.${change}.do`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
