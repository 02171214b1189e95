import { ActionIcon, Anchor, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ChevronIcon, TrashIcon } from '../shell/icons';
import { placeOf, type SavedFilter, withFilter, withoutFilter, worthKeeping } from './savedFilters';
import { useStored } from './useStored';

const NONE: SavedFilter[] = [];

/** Filters under names, of this person in this browser; whoever gets the address of one sees the same. */
export function SavedFilters() {
  const { t } = useTranslation('property');
  const [saved, setSaved] = useStored(placeOf, NONE);
  const [opened, setOpened] = useState(false);
  return (
    <Popover withinPortal={false} trapFocus position="bottom-start" opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button variant="default" rightSection={<ChevronIcon size={14} />} onClick={() => setOpened(!opened)}>
          {t('saved.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw="90vw" w={320}>
        <Stack gap="xs">
          {saved.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('saved.none')}
            </Text>
          )}
          {saved.map(({ name, search }) => (
            <Group key={name} justify="space-between" wrap="nowrap">
              <Anchor component={Link} to={`?${search}`} size="sm" truncate onClick={() => setOpened(false)}>
                {name}
              </Anchor>
              <ActionIcon
                variant="default"
                aria-label={t('saved.remove', { name })}
                onClick={() => setSaved((before) => withoutFilter(before, name))}
              >
                <TrashIcon size={16} />
              </ActionIcon>
            </Group>
          ))}
          <KeepFilter onKeep={(added) => setSaved((before) => withFilter(before, added))} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function KeepFilter({ onKeep }: { onKeep: (filter: SavedFilter) => void }) {
  const { t } = useTranslation(['property', 'shell']);
  const [params] = useSearchParams();
  const [name, setName] = useState('');
  const search = worthKeeping(params);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    onKeep({ name: name.trim(), search });
    setName('');
  };
  if (!search) return <Text size="sm">{t('saved.hint')}</Text>;
  return (
    <form onSubmit={keep}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={t('saved.name')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit">{t('shell:save')}</Button>
      </Group>
    </form>
  );
}
