import { closestCenter, DndContext, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { ActionIcon, Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Property, RouteStop } from '../api/types';
import { CloseIcon, DownIcon, GripIcon, UpIcon } from '../shell/icons';
import { SILENT, usePointing } from '../shell/pointing';
import { usePropertySearch } from './routes';
import { moved } from './stops';

interface StopsEditorProps {
  stops: RouteStop[];
  onChange: (stops: RouteStop[]) => void;
  error?: string;
}

/** The stops in their order: added by search, dragged, moved by buttons or Alt and the arrow keys, removed. */
export function StopsEditor({ stops, onChange, error }: StopsEditorProps) {
  const { t } = useTranslation('route');
  const [said, setSaid] = useState('');
  const sensors = usePointing();

  const move = (index: number, by: number) => {
    const stop = stops[index];
    const to = index + by;
    if (!stop || by === 0 || to < 0 || to >= stops.length) return;
    onChange(moved(stops, index, by));
    setSaid(t('stop.moved', { name: stop.name, position: to + 1, of: stops.length }));
  };
  const remove = (index: number) => {
    setSaid(t('stop.removed', { name: stops[index]?.name ?? '' }));
    onChange(stops.filter((_, each) => each !== index));
  };
  const add = ({ id, name, street, city, latitude, longitude }: Property) => {
    onChange([...stops, { propertyId: id, name, street, city, latitude, longitude }]);
    setSaid(t('stop.added', { name, position: stops.length + 1 }));
  };
  const drop = ({ active, over }: DragEndEvent) => {
    const at = (id: unknown) => stops.findIndex((stop) => stop.propertyId === id);
    if (over) move(at(active.id), at(over.id) - at(active.id));
  };

  return (
    <Stack gap="xs">
      <AddStop taken={stops} onAdd={add} error={error} />
      <Text size="sm" c="dimmed">
        {stops.length === 0 ? t('stop.none') : t('stop.howToMove')}
      </Text>
      <DndContext sensors={sensors} accessibility={SILENT} collisionDetection={closestCenter} onDragEnd={drop}>
        <SortableContext items={stops.map((stop) => stop.propertyId)} strategy={verticalListSortingStrategy}>
          <ol className="portal-stops" aria-label={t('stops')}>
            {stops.map((stop, index) => (
              <StopLine
                key={stop.propertyId}
                stop={stop}
                index={index}
                last={index === stops.length - 1}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(index)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <div className="portal-said" role="status">
        {said}
      </div>
    </Stack>
  );
}

interface StopLineProps {
  stop: RouteStop;
  index: number;
  last: boolean;
  onMove: (by: number) => void;
  onRemove: () => void;
}

function StopLine({ stop, index, last, onMove, onRemove }: StopLineProps) {
  const { t } = useTranslation('route');
  const { name } = stop;
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: stop.propertyId });
  const moveByKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li
      ref={setNodeRef}
      data-dragging={isDragging || undefined}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
      onKeyDown={moveByKey}
    >
      <Group wrap="nowrap" gap="xs">
        {/* For those who point; the buttons and keys do the same. */}
        <span className="portal-grip" aria-hidden="true" {...listeners}>
          <GripIcon size={18} />
        </span>
        <span className="portal-stop-number" aria-hidden="true">
          {index + 1}
        </span>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" fw={500} truncate>
            {name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {[stop.street, stop.city].filter(Boolean).join(', ')}
          </Text>
        </div>
        <ActionIcon
          variant="default"
          aria-label={t('stop.up', { name })}
          aria-disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          <UpIcon size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('stop.down', { name })} aria-disabled={last} onClick={() => onMove(1)}>
          <DownIcon size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('stop.remove', { name })} onClick={onRemove}>
          <CloseIcon size={16} />
        </ActionIcon>
      </Group>
    </li>
  );
}

interface AddStopProps {
  taken: RouteStop[];
  onAdd: (property: Property) => void;
  error?: string;
}

function AddStop({ taken, onAdd, error }: AddStopProps) {
  const { t } = useTranslation('route');
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text, 250);
  const { data = [], isFetching } = usePropertySearch(q.trim());
  const free = data.filter((property) => !taken.some((stop) => stop.propertyId === property.id));
  return (
    <Select
      label={t('stop.add')}
      placeholder={t('stop.search')}
      searchable
      value={null}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={free.map((property) => ({
        value: property.id,
        label: [property.name, property.city].filter(Boolean).join(', '),
      }))}
      nothingFoundMessage={isFetching ? t('stop.searching') : t('stop.nothing')}
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
