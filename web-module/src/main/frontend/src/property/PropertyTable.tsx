import { Anchor, Box, Button, Group, Skeleton, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { Property } from '../api/types';
import { type Format } from '../format/format';
import { useFormat } from '../format/useFormat';
import type { Filters } from '../shell/filters';
import { SortHeader } from '../shell/lists';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { type Column, inOrder, NARROW_COLUMNS, placeOf, USUAL_COLUMNS } from './columns';
import { addressBelowNameOf, type PropertyFilter, useProperties } from './properties';
import { StatusField } from './StatusField';
import { useStored } from './useStored';

/** Counting stops there: more are not counted on each visit. */
const MOST_COUNTED = 10_000;
const ROW_HEIGHT = 58;
const OVERSCAN = 6;

/** How far down somebody was, by the place in the browser's history. */
const offsets = new Map<string, number>();

interface PropertyTableProps {
  filters: Filters;
  filter: PropertyFilter;
}

/** The properties in a table of any length: rows exist while they are near what is in view. */
export function PropertyTable({ filters, filter }: PropertyTableProps) {
  const { t } = useTranslation(['property', 'shell']);
  const { key } = useLocation();
  const list = useProperties(filter, filters.get('sort') ?? 'name');
  const scroller = useRef<HTMLDivElement>(null);
  const { rowCount, show } = list;
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialOffset: () => offsets.get(key) ?? 0,
    initialRect: { width: 0, height: 600 },
  });
  const rows = virtual.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows[rows.length - 1]?.index ?? 0;
  useEffect(() => show(first, last), [show, first, last]);
  useEffect(() => () => void offsets.set(key, virtual.scrollOffset ?? 0), [key, virtual]);

  if (list.error && !list.item(0)) {
    return (
      <Box p="md" pb={1}>
        <ProblemAlert error={list.error} onRetry={list.retry} />
      </Box>
    );
  }
  if (list.isPending) return <ListSkeleton />;
  if (rowCount === 0) return <Nothing filters={filters} />;
  return (
    <>
      {list.error !== undefined && <ProblemAlert error={list.error} onRetry={list.retry} />}
      <div ref={scroller} className="portal-scroller" tabIndex={0} role="region" aria-label={t('title')}>
        <Rows filters={filters} total={list.total} before={rows[0]?.start ?? 0} after={virtual.getTotalSize() - (rows[rows.length - 1]?.end ?? 0)}>
          {(columns) =>
            rows.map(({ index }) => (
              <Row key={index} index={index} property={list.item(index)} columns={columns} measure={virtual.measureElement} />
            ))
          }
        </Rows>
      </div>
      <Shown total={list.total} />
    </>
  );
}

function Shown({ total }: { total?: number }) {
  const { t } = useTranslation('property');
  const format = useFormat();
  if (total === undefined) return null;
  const shown = format.number(total);
  return (
    <Text size="sm" c="dimmed" role="status" p="sm">
      {total >= MOST_COUNTED ? t('countMost', { most: shown }) : t('count', { count: total, shown })}
    </Text>
  );
}

interface RowsProps {
  filters: Filters;
  total?: number;
  /** How high the rows before and after those that exist would be. */
  before: number;
  after: number;
  children: (columns: readonly Column[]) => ReactNode;
}

/** In rem, so that they grow with the text. */
const USUAL_WIDTH = 7.5;
const WIDTHS: Partial<Record<Column, number>> = { status: 8.5, city: 9, externalRef: 9 };
const NAME_WIDTH = 13;

const widthOf = (column: Column) => WIDTHS[column] ?? USUAL_WIDTH;

function Rows({ filters, total, before, after, children }: RowsProps) {
  const { t } = useTranslation('property');
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [chosen] = useStored(placeOf, USUAL_COLUMNS);
  const columns = narrow ? NARROW_COLUMNS : inOrder(chosen);
  const counted = total !== undefined && total < MOST_COUNTED;
  return (
    <Table
      highlightOnHover
      stickyHeader
      layout="fixed"
      verticalSpacing="xs"
      aria-label={t('title')}
      aria-rowcount={counted ? total + 1 : -1}
      miw={narrow ? undefined : `${columns.reduce((sum, column) => sum + widthOf(column), NAME_WIDTH)}rem`}
    >
      <colgroup>
        <col />
        {columns.map((column) => (
          <col key={column} style={{ width: `${widthOf(column)}rem` }} />
        ))}
      </colgroup>
      <Table.Thead>
        <Table.Tr aria-rowindex={1}>
          <SortHeader filters={filters} field="name" initial="name">
            {t('property')}
          </SortHeader>
          {columns.map((column) =>
            column === 'createdAt' ? (
              <SortHeader key={column} filters={filters} field={column} initial="name">
                {t(`column.${column}`)}
              </SortHeader>
            ) : (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ),
          )}
        </Table.Tr>
      </Table.Thead>
      <Gap height={before} />
      <Table.Tbody>{children(columns)}</Table.Tbody>
      <Gap height={after} />
    </Table>
  );
}

/** Takes the room of rows that do not exist at present. */
function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tbody aria-hidden="true" className="portal-gap">
      <tr style={{ height }} />
    </tbody>
  ) : null;
}

interface RowProps {
  index: number;
  property?: Property;
  columns: readonly Column[];
  measure: (row: HTMLTableRowElement | null) => void;
}

function Row({ index, property, columns, measure }: RowProps) {
  const format = useFormat();
  const shared = { ref: measure, 'data-index': index, 'aria-rowindex': index + 2 };
  if (!property) {
    return (
      <Table.Tr {...shared} aria-busy>
        <Table.Td colSpan={columns.length + 1}>
          <Skeleton height={ROW_HEIGHT - 20} />
        </Table.Td>
      </Table.Tr>
    );
  }
  return (
    <Table.Tr {...shared}>
      <Table.Td>
        <Anchor component={Link} to={property.id} fw={500} size="sm">
          {property.name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {addressBelowNameOf(property)}
        </Text>
      </Table.Td>
      {columns.map((column) => (
        <Table.Td key={column}>
          <Cell property={property} column={column} format={format} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Cell({ property, column, format }: { property: Property; column: Column; format: Format }) {
  const { t } = useTranslation('property');
  const { role } = useCustomer();
  switch (column) {
    case 'status':
      return mayPlan(role) ? <StatusField property={property} /> : <StatusBadge status={property.status} />;
    case 'kind':
      return t(`kind.${property.kind}`);
    case 'createdAt':
    case 'updatedAt':
      return format.date(property[column]);
    case 'areaM2':
      return property.areaM2 === undefined ? null : format.area(property.areaM2);
    case 'triggerDepthCm':
      return property.triggerDepthCm === undefined ? null : format.depth(property.triggerDepthCm);
    default:
      return property[column];
  }
}

function Nothing({ filters }: { filters: Filters }) {
  const { role } = useCustomer();
  const { t } = useTranslation(['property', 'shell']);
  if (filters.any) {
    return (
      <EmptyState
        title={t('shell:list.nothing')}
        action={
          <Button variant="default" onClick={filters.clear}>
            {t('shell:list.clear')}
          </Button>
        }
      >
        {t('shell:list.nothingText', { noun: t('noun') })}
      </EmptyState>
    );
  }
  if (!mayPlan(role)) return <EmptyState title={t('empty.title')}>{t('empty.read')}</EmptyState>;
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <Group>
          <Button component={Link} to="imports">
            {t('empty.import')}
          </Button>
          <Button component={Link} to="new" variant="default">
            {t('empty.add')}
          </Button>
        </Group>
      }
    >
      {t('empty.plan')}
    </EmptyState>
  );
}
