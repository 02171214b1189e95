import { Box, Button, Group, Select, Table, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pages } from '../api/queries';
import { useFormat } from '../format/useFormat';
import type { Filters } from './filters';
import { SearchIcon } from './icons';
import { EmptyState, ListSkeleton, ProblemAlert } from './states';

export function SearchField({ filters, label }: { filters: Filters; label: string }) {
  const searched = filters.get('q') ?? '';
  const [text, setText] = useState(searched);
  useEffect(() => {
    if (!searched) setText('');
  }, [searched]);
  const search = useDebouncedCallback((value: string) => filters.set('q', value.trim()), 300);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<SearchIcon size={16} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      w={{ base: '100%', xs: 260 }}
    />
  );
}

interface FilterSelectProps {
  filters: Filters;
  name: string;
  label: string;
  options: Record<string, string>;
}

export function FilterSelect({ filters, name, label, options }: FilterSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={label}
      placeholder={label}
      clearable
      clearButtonProps={{ 'aria-label': t('list.clearOne', { label }) }}
      data={Object.entries(options).map(([value, text]) => ({ value, label: text }))}
      value={filters.get(name) ?? null}
      onChange={(value) => filters.set(name, value)}
      w={150}
    />
  );
}

interface SortHeaderProps {
  filters: Filters;
  field: string;
  initial: string;
  children: ReactNode;
  visibleFrom?: 'xs' | 'sm' | 'md';
}

export function SortHeader({ filters, field, initial, children, visibleFrom }: SortHeaderProps) {
  const sort = filters.get('sort') ?? initial;
  const direction = sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : 'none';
  const glyph = { ascending: '↑', descending: '↓', none: '↕' }[direction];
  return (
    <Table.Th aria-sort={direction} visibleFrom={visibleFrom}>
      <UnstyledButton
        fz="sm"
        className="portal-sort"
        onClick={() => filters.set('sort', direction === 'ascending' ? `-${field}` : field)}
      >
        {children}
        <span aria-hidden="true">{glyph}</span>
      </UnstyledButton>
    </Table.Th>
  );
}

interface ListViewProps<T> {
  pages: Pages<T>;
  noun: string;
  empty: ReactNode;
  filtered?: boolean;
  onClearFilters?: () => void;
  children: (items: T[]) => ReactNode;
}

/** The states every list has: loading, failed, nothing yet, nothing found, and the items with a way to more. */
export function ListView<T>({ pages, noun, empty, filtered, onClearFilters, children }: ListViewProps<T>) {
  const format = useFormat();
  const { t } = useTranslation();
  if (pages.isPending) return <ListSkeleton />;
  if (pages.isError && pages.items.length === 0) {
    return (
      <Box p="md" pb={1}>
        <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />
      </Box>
    );
  }
  if (pages.items.length === 0) {
    if (!filtered) return empty;
    return (
      <EmptyState
        title={t('list.nothing')}
        action={
          <Button variant="default" onClick={onClearFilters}>
            {t('list.clear')}
          </Button>
        }
      >
        {t('list.nothingText', { noun })}
      </EmptyState>
    );
  }
  const shown = format.number(pages.items.length);
  return (
    <>
      {children(pages.items)}
      {pages.isError && <ProblemAlert error={pages.error} />}
      <Group justify="space-between" p="sm">
        <Text size="sm" c="dimmed" role="status">
          {pages.total === undefined
            ? t('list.shown', { shown, noun })
            : t('list.shownOf', { shown, total: format.number(pages.total), noun })}
        </Text>
        {pages.hasNextPage && (
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </Group>
    </>
  );
}
