import { Button, Checkbox, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCustomers } from '../customer/customers';
import { ProblemAlert } from '../shell/states';
import { KINDS, nameOf } from './nightTitle';
import { useStartNight } from './nights';

export function StartNight({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['night', 'shell']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('run.title')}
      centered
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <StartNightForm />
    </Modal>
  );
}

function StartNightForm() {
  const { t } = useTranslation('night');
  const navigate = useNavigate();
  const start = useStartNight();
  const [scope, setScope] = useState('all');
  const [customerId, setCustomerId] = useState<string | null>(null);
  const [when, setWhen] = useState('now');
  const [day, setDay] = useState('');
  const [kinds, setKinds] = useState<string[]>([]);
  const one = scope === 'one';
  const past = when === 'past';

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate(
          {
            customerId: one ? (customerId ?? undefined) : undefined,
            kinds: kinds.length ? kinds : undefined,
            day: past ? day : undefined,
          },
          { onSuccess: (night) => void navigate(`/console/nights/${night.id}`) },
        );
      }}
    >
      <Stack>
        {start.isError && <ProblemAlert error={start.error} title={t('run.notStarted')} />}
        <Radio.Group label={t('run.forWhom')} value={scope} onChange={setScope}>
          <Stack gap="xs" mt="xs">
            <Radio value="all" label={t('run.all')} />
            <Radio value="one" label={t('run.one')} />
          </Stack>
        </Radio.Group>
        {one && <CustomerSelect value={customerId} onChange={setCustomerId} />}
        <Radio.Group label={t('run.when')} value={when} onChange={setWhen}>
          <Group gap="lg" mt="xs">
            <Radio value="now" label={t('run.now')} />
            <Radio value="past" label={t('run.past')} />
          </Group>
        </Radio.Group>
        {past && (
          <TextInput
            type="date"
            label={t('run.day')}
            required
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        )}
        <Checkbox.Group label={t('run.kinds')} description={t('run.kindsHint')} value={kinds} onChange={setKinds}>
          <Stack gap="xs" mt="xs">
            {KINDS.map((kind) => (
              <Checkbox key={kind} value={kind} label={nameOf(kind, t)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Button type="submit" loading={start.isPending} disabled={one && !customerId}>
          {t('run.go')}
        </Button>
      </Stack>
    </form>
  );
}

function CustomerSelect({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const { t } = useTranslation('night');
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text, 250);
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  // The name of the chosen customer stands in the field; it is not a new search.
  const q = chosen && typed === chosen.label ? undefined : typed.trim() || undefined;
  const { items, isFetching } = useCustomers(q);
  const found = items
    .filter(({ status }) => status === 'ACTIVE' || status === 'TRIAL')
    .map((customer) => ({ value: customer.customerId, label: `${customer.name} (${customer.customerId})` }));
  const data = chosen && !found.some((each) => each.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      label={t('run.customer')}
      placeholder={t('run.search')}
      searchable
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      data={data}
      value={value}
      onChange={(id) => {
        setChosen(data.find((each) => each.value === id));
        onChange(id);
      }}
      nothingFoundMessage={isFetching ? t('run.searching') : t('run.nobody')}
    />
  );
}
