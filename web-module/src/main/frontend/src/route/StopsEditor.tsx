import { ActionIcon, Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import type { Property, RouteStop } from '../api/types';
import { CloseIcon, DownIcon, UpIcon } from '../shell/icons';
import { usePropertySearch } from './routes';
import { moved } from './stops';

interface StopsEditorProps {
  stops: RouteStop[];
  onChange: (stops: RouteStop[]) => void;
  error?: string;
}

/** The stops in their order: added by search, moved by buttons or Alt and the arrow keys, removed. */
export function StopsEditor({ stops, onChange, error }: StopsEditorProps) {
  const [said, setSaid] = useState('');

  const move = (index: number, by: number) => {
    const stop = stops[index];
    const to = index + by;
    if (!stop || to < 0 || to >= stops.length) return;
    onChange(moved(stops, index, by));
    setSaid(`${stop.name} is now stop ${to + 1} of ${stops.length}.`);
  };
  const remove = (index: number) => {
    setSaid(`${stops[index]?.name} is removed.`);
    onChange(stops.filter((_, each) => each !== index));
  };
  const add = ({ id, name, street, city, latitude, longitude }: Property) => {
    onChange([...stops, { propertyId: id, name, street, city, latitude, longitude }]);
    setSaid(`${name} is added as stop ${stops.length + 1}.`);
  };
  const moveByKey = (event: KeyboardEvent, index: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    move(index, by);
  };

  return (
    <Stack gap="xs">
      <AddStop taken={stops} onAdd={add} error={error} />
      <Text size="sm" c="dimmed">
        {stops.length === 0
          ? 'No stops yet: search for a property above.'
          : 'Move a stop with its arrows, or with Alt and the arrow keys.'}
      </Text>
      <ol className="portal-stops" aria-label="Stops">
        {stops.map((stop, index) => (
          <li key={stop.propertyId} onKeyDown={(event) => moveByKey(event, index)}>
            <Group wrap="nowrap" gap="xs">
              <span className="portal-stop-number" aria-hidden="true">
                {index + 1}
              </span>
              <div style={{ flex: 1, minWidth: 0 }}>
                <Text size="sm" fw={500} truncate>
                  {stop.name}
                </Text>
                <Text size="xs" c="dimmed" truncate>
                  {[stop.street, stop.city].filter(Boolean).join(', ')}
                </Text>
              </div>
              <ActionIcon
                variant="default"
                aria-label={`Move ${stop.name} up`}
                aria-disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <UpIcon size={16} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={`Move ${stop.name} down`}
                aria-disabled={index === stops.length - 1}
                onClick={() => move(index, 1)}
              >
                <DownIcon size={16} />
              </ActionIcon>
              <ActionIcon variant="default" aria-label={`Remove ${stop.name}`} onClick={() => remove(index)}>
                <CloseIcon size={16} />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ol>
      <div className="portal-said" role="status">
        {said}
      </div>
    </Stack>
  );
}

interface AddStopProps {
  taken: RouteStop[];
  onAdd: (property: Property) => void;
  error?: string;
}

function AddStop({ taken, onAdd, error }: AddStopProps) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text, 250);
  const { data = [], isFetching } = usePropertySearch(q.trim());
  const free = data.filter((property) => !taken.some((stop) => stop.propertyId === property.id));
  return (
    <Select
      label="Add a stop"
      placeholder="Search properties by name or address"
      searchable
      value={null}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={free.map((property) => ({
        value: property.id,
        label: [property.name, property.city].filter(Boolean).join(', '),
      }))}
      nothingFoundMessage={isFetching ? 'Searching…' : 'No active property matches'}
      onChange={(id) => {
        const chosen = free.find((property) => property.id === id);
        if (chosen) onAdd(chosen);
        setText('');
      }}
      error={error}
      maxDropdownHeight={280}
    />
  );
}
