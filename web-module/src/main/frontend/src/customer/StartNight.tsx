import { Button, Modal, Radio, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../shell/states';
import { useCustomers } from './customers';
import { useStartNight } from './nights';

export function StartNight({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Run nightly report"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <StartNightForm />
    </Modal>
  );
}

function StartNightForm() {
  const navigate = useNavigate();
  const start = useStartNight();
  const [scope, setScope] = useState('all');
  const [customerId, setCustomerId] = useState<string | null>(null);
  const one = scope === 'one';

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate(one ? (customerId ?? undefined) : undefined, {
          onSuccess: (night) => void navigate(`/console/nights/${night.id}`),
        });
      }}
    >
      {/* Room for the list of customers, which opens inside of the dialog. */}
      <Stack mih={one ? 460 : undefined}>
        {start.isError && <ProblemAlert error={start.error} title="Not started" />}
        <Radio.Group label="For whom" value={scope} onChange={setScope}>
          <Stack gap="xs" mt="xs">
            <Radio value="all" label="All active and trial customers" />
            <Radio value="one" label="One customer" />
          </Stack>
        </Radio.Group>
        {one && <CustomerSelect value={customerId} onChange={setCustomerId} />}
        <Button type="submit" loading={start.isPending} disabled={one && !customerId}>
          Run
        </Button>
      </Stack>
    </form>
  );
}

function CustomerSelect({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text, 250);
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  // The name of the chosen customer stands in the field; it is not a new search.
  const q = chosen && typed === chosen.label ? undefined : typed.trim() || undefined;
  const { items, isFetching } = useCustomers(q, undefined);
  const found = items
    .filter(({ status }) => status === 'ACTIVE' || status === 'TRIAL')
    .map((customer) => ({ value: customer.customerId, label: `${customer.name} (${customer.customerId})` }));
  const data = chosen && !found.some((each) => each.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      label="Customer"
      placeholder="Search by name"
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
      nothingFoundMessage={isFetching ? 'Searching…' : 'No active or trial customer matches'}
    />
  );
}
